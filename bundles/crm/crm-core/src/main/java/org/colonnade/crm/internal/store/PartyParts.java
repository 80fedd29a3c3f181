package org.colonnade.crm.internal.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.colonnade.crm.api.ContactPoint;
import org.colonnade.crm.api.ContactType;
import org.colonnade.crm.api.Identifier;
import org.colonnade.crm.api.PartyDraft;
import org.colonnade.crm.api.PostalAddress;
import org.colonnade.crm.internal.domain.PartyContent;
import org.colonnade.platform.api.Tsid;

/** What belongs to a party in other tables, read for many parties at once. */
final class PartyParts {

    private final Map<Long, List<ContactPoint>> points = new HashMap<>();
    private final Map<Long, Map<String, String>> lines = new HashMap<>();
    private final Map<Long, List<String>> tags = new HashMap<>();
    private final Map<Long, List<Identifier>> identifiers = new HashMap<>();
    private final Map<Long, List<String>> kept = new HashMap<>();
    private final Map<Long, List<String>> notes = new HashMap<>();

    private PartyParts() {}

    /** Parts that are still to come. */
    static PartyParts none() {
        return new PartyParts();
    }

    /** Takes one row of {@link PartyReading} in. */
    void add(int part, long id, ResultSet row) throws SQLException {
        switch (part) {
            case PartyReading.POINT -> point(id, row);
            case PartyReading.TAG -> list(tags, id).add(row.getString(PartyReading.TEXTS));
            case PartyReading.IDENTIFIER -> list(identifiers, id)
                    .add(new Identifier(row.getString(PartyReading.TEXTS), row.getString(PartyReading.TEXTS + 1)));
            case PartyReading.KEPT -> kept.put(
                    id, List.of(row.getString(PartyReading.TEXTS).split("\n", -1)));
            case PartyReading.NOTE -> list(notes, id).add(row.getString(PartyReading.TEXTS));
            default -> throw new IllegalArgumentException("part " + part);
        }
    }

    /** The party around its row. */
    StoredParty around(PartyRow row) {
        long id = row.id();
        PartyDraft draft = row.fields(
                points.getOrDefault(id, List.of()),
                tags.getOrDefault(id, List.of()),
                identifiers.getOrDefault(id, List.of()));
        return new StoredParty(
                row,
                new PartyContent(
                        draft,
                        lines.getOrDefault(id, Map.of()),
                        notes.getOrDefault(id, List.of()),
                        kept.getOrDefault(id, List.of())));
    }

    private void point(long id, ResultSet row) throws SQLException {
        int at = PartyReading.TEXTS;
        ContactType type = ContactType.valueOf(row.getString(at));
        PostalAddress address = type != ContactType.POSTAL
                ? null
                : new PostalAddress(
                        row.getString(at + 5),
                        row.getString(at + 6),
                        row.getString(at + 7),
                        row.getString(at + 8),
                        row.getString(at + 9),
                        row.getString(at + 10),
                        row.getString(at + 11));
        String purposes = row.getString(at + 3);
        ContactPoint point = new ContactPoint(
                type,
                row.getString(at + 1),
                row.getString(at + 2),
                purposes.isEmpty() ? List.of() : List.of(purposes.split(" ", -1)),
                row.getString(at + 4),
                row.getBoolean(PartyReading.FLAG),
                address,
                Tsid.text(row.getLong(PartyReading.FLAG + 1)),
                day(row.getString(at + 15)),
                day(row.getString(at + 16)),
                row.getString(at + 17) != null,
                row.getString(at + 13),
                moment(row, PartyReading.FLAG + 2),
                row.getString(at + 14),
                row.getInt(PartyReading.FLAG + 4) == 0 ? null : row.getInt(PartyReading.FLAG + 4),
                moment(row, PartyReading.FLAG + 3));
        String line = row.getString(at + 12);
        if (line != null) {
            lines.computeIfAbsent(id, key -> new HashMap<>()).put(PartyContent.key(point), line);
        }
        list(points, id).add(point);
    }

    private static LocalDate day(String text) {
        return text == null ? null : LocalDate.parse(text);
    }

    private static Instant moment(ResultSet row, int column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }

    private static <T> List<T> list(Map<Long, List<T>> lists, long id) {
        return lists.computeIfAbsent(id, key -> new ArrayList<>());
    }
}
