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
    private static final String POINTS =
            "select party_id, point_type, point_value, normalised, purposes, label, is_primary, po_box,"
                    + " extended, street, locality, region, postal_code, country, card_line from crm_contact_point where party_id = any (?)"
                    + " order by party_id, place";
    private static final String TAGS =
            "select party_id, tag from crm_party_tag where party_id = any (?) order by party_id, place";
    private static final String IDENTIFIERS =
            "select party_id, scheme, id_value from crm_identifier where party_id = any (?) order by party_id, place";
    private static final String KEPT = "select party_id, kept from crm_party_card where party_id = any (?)";

    private final Map<Long, List<ContactPoint>> points = new HashMap<>();
    private final Map<Long, Map<String, String>> lines = new HashMap<>();
    private final Map<Long, List<String>> tags = new HashMap<>();
    private final Map<Long, List<Identifier>> identifiers = new HashMap<>();
    private final Map<Long, List<String>> kept = new HashMap<>();

    private PartyParts() {}

    /** Reads the parts of the parties; the kept properties only if they are wanted. */
    static PartyParts load(Connection connection, Collection<Long> ids, boolean withKept) throws SQLException {
        PartyParts parts = new PartyParts();
        Sql.query(connection, POINTS, parts::point, Sql.ids(connection, ids));
        Sql.query(
                connection,
                TAGS,
                row -> list(parts.tags, row.getLong(1)).add(row.getString(2)),
                Sql.ids(connection, ids));
        Sql.query(
                connection,
                IDENTIFIERS,
                row -> list(parts.identifiers, row.getLong(1)).add(new Identifier(row.getString(2), row.getString(3))),
                Sql.ids(connection, ids));
        if (withKept) {
            Sql.query(
                    connection,
                    KEPT,
                    row -> parts.kept.put(
                            row.getLong(1), List.of(row.getString(2).split("\n", -1))),
                    Sql.ids(connection, ids));
        }
        return parts;
    }

    /** The party around its row. */
    StoredParty around(PartyRow row, List<String> notes) {
        long id = row.id();
        PartyDraft draft = row.fields(
                points.getOrDefault(id, List.of()),
                tags.getOrDefault(id, List.of()),
                identifiers.getOrDefault(id, List.of()));
        return new StoredParty(
                row,
                new PartyContent(draft, lines.getOrDefault(id, Map.of()), notes, kept.getOrDefault(id, List.of())));
    }

    private boolean point(ResultSet row) throws SQLException {
        ContactType type = ContactType.valueOf(row.getString(2));
        PostalAddress address = type != ContactType.POSTAL
                ? null
                : new PostalAddress(
                        row.getString(8),
                        row.getString(9),
                        row.getString(10),
                        row.getString(11),
                        row.getString(12),
                        row.getString(13),
                        row.getString(14));
        String purposes = row.getString(5);
        ContactPoint point = new ContactPoint(
                type,
                row.getString(3),
                row.getString(4),
                purposes.isEmpty() ? List.of() : List.of(purposes.split(" ", -1)),
                row.getString(6),
                row.getBoolean(7),
                address);
        String line = row.getString(15);
        if (line != null) {
            lines.computeIfAbsent(row.getLong(1), id -> new HashMap<>()).put(PartyContent.key(point), line);
        }
        return list(points, row.getLong(1)).add(point);
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
