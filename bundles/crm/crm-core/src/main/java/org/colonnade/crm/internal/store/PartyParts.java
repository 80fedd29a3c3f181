package org.colonnade.crm.internal.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.colonnade.crm.api.ContactPoint;
import org.colonnade.crm.api.ContactType;
import org.colonnade.crm.api.Identifier;
import org.colonnade.crm.api.PartyDraft;
import org.colonnade.crm.api.PostalAddress;
import org.colonnade.crm.internal.domain.ContactRule;
import org.colonnade.crm.internal.domain.PartyContent;
import org.colonnade.crm.internal.domain.PartyRule;
import org.colonnade.crm.internal.domain.PhoneRule;
import org.colonnade.crm.internal.domain.SearchText;
import org.colonnade.platform.api.problem.Conflict;

/** What belongs to a party in other tables; written and read for many parties at once. */
final class PartyParts {

    private static final String[] DELETES = {
        "delete from crm_contact_point where party_id = any (?)", "delete from crm_party_tag where party_id = any (?)",
        "delete from crm_identifier where party_id = any (?)", "delete from crm_party_card where party_id = any (?)",
        "delete from crm_search where party_id = any (?)"
    };
    private static final String INSERT_POINT =
            "insert into crm_contact_point (party_id, place, point_type, point_value, normalised,"
                    + " match_key, purposes, label, is_primary, po_box, extended, street, locality, region, postal_code, country, card_line)"
                    + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String INSERT_TAG =
            "insert into crm_party_tag (party_id, tag_key, tag, place) values (?, ?, ?, ?)";
    private static final String INSERT_IDENTIFIER =
            "insert into crm_identifier (scheme, id_value, party_id, place) values (?, ?, ?, ?)";
    private static final String INSERT_CARD = "insert into crm_party_card (party_id, kept) values (?, ?)";
    private static final String INSERT_SEARCH =
            "insert into crm_search (party_id, archived, kind, sort_name, search_text) values (?, ?, ?, ?, ?)";
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
                address);
        String line = row.getString(at + 12);
        if (line != null) {
            lines.computeIfAbsent(id, key -> new HashMap<>()).put(PartyContent.key(point), line);
        }
        list(points, id).add(point);
    }

    private static <T> List<T> list(Map<Long, List<T>> lists, long id) {
        return lists.computeIfAbsent(id, key -> new ArrayList<>());
    }

    /** Writes the parts of all parties anew, the search text among them. */
    static void write(Connection connection, Collection<StoredParty> parties, PhoneRule phones) throws SQLException {
        List<Long> ids = parties.stream().map(StoredParty::id).toList();
        for (String delete : DELETES) {
            Sql.update(connection, delete, Sql.ids(connection, ids));
        }
        try (PreparedStatement point = connection.prepareStatement(INSERT_POINT);
                PreparedStatement tag = connection.prepareStatement(INSERT_TAG);
                PreparedStatement identifier = connection.prepareStatement(INSERT_IDENTIFIER);
                PreparedStatement card = connection.prepareStatement(INSERT_CARD);
                PreparedStatement search = connection.prepareStatement(INSERT_SEARCH)) {
            for (StoredParty party : parties) {
                points(point, party, phones);
                tagsAndIdentifiers(tag, identifier, party);
                if (!party.content().kept().isEmpty()) {
                    add(card, party.id(), String.join("\n", party.content().kept()));
                }
                PartyDraft draft = party.content().draft();
                add(
                        search,
                        party.id(),
                        party.row().archived(),
                        draft.kind().name(),
                        party.row().sortName(),
                        SearchText.of(draft, party.content().notes(), phones));
            }
            point.executeBatch();
            tag.executeBatch();
            identifiers(identifier);
            card.executeBatch();
            search.executeBatch();
        }
    }

    private static void identifiers(PreparedStatement identifier) throws SQLException {
        try {
            identifier.executeBatch();
        } catch (SQLException failure) {
            if (Sql.UNIQUE.equals(failure.getSQLState())) {
                throw new Conflict("crm.identifier.taken", "Another party has one of these identifiers.");
            }
            throw failure;
        }
    }

    private static void points(PreparedStatement statement, StoredParty party, PhoneRule phones) throws SQLException {
        int place = 0;
        for (ContactPoint p : party.content().draft().contactPoints()) {
            PostalAddress a =
                    p.address() == null ? new PostalAddress(null, null, null, null, null, null, null) : p.address();
            add(
                    statement,
                    party.id(),
                    place++,
                    p.type().name(),
                    p.value(),
                    p.normalised(),
                    ContactRule.matchKey(p, phones),
                    String.join(" ", p.purposes()),
                    p.label(),
                    p.primary(),
                    a.poBox(),
                    a.extended(),
                    a.street(),
                    a.locality(),
                    a.region(),
                    a.postalCode(),
                    a.country(),
                    party.content().line(p));
        }
    }

    private static void tagsAndIdentifiers(PreparedStatement tag, PreparedStatement identifier, StoredParty party)
            throws SQLException {
        int place = 0;
        for (String word : party.content().draft().tags()) {
            add(tag, party.id(), PartyRule.tagKey(word), word, place++);
        }
        for (Identifier one : party.content().draft().identifiers()) {
            add(identifier, one.scheme(), one.value(), party.id(), place++);
        }
    }

    private static void add(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        statement.addBatch();
    }
}
