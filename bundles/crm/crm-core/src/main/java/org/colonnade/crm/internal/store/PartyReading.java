package org.colonnade.crm.internal.store;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * Reads whole parties in one round trip: the rows of all their tables come one below the other, each with the number of its part. The
 * mapper is left out, which would cost more than the database; what is read here is not to be changed.
 */
final class PartyReading {

    static final int POINT = 1;
    static final int TAG = 2;
    static final int IDENTIFIER = 3;
    static final int KEPT = 4;
    static final int NOTE = 5;

    /** The first column of texts; those of a party come in the order of {@link PartyRow#read}. */
    static final int TEXTS = 4;

    /** Behind the texts: a flag, the version, two instants, into whom it was merged, and whose it is. */
    static final int FLAG = 22;

    private static final String OWN =
            "select 0, id, 0, kind, display_name, name_prefix, name_given, name_additional, name_family, name_suffix,"
                    + " nickname, phonetic_given, phonetic_family, organisation, unit_name, job_title, role_name, birthday, language_tag, time_zone,"
                    + " kept_names, archived, version, created_at, changed_at, merged_into,"
                    + " owner, team from crm_party where id = ";
    /**
     * What a party has itself of numbers and instants, a point has of its own. Points of an older release have no id: that of their party
     * and their place make one, which stays from their next change on.
     */
    private static final String POINTS =
            " union all select 1, party_id, place, point_type, point_value, normalised, purposes, label, po_box, extended,"
                    + " street, locality, region, postal_code, country, card_line, do_not_use_reason, verified_by, cast(valid_from as varchar(10)), cast(valid_to as varchar(10)),"
                    + " case when do_not_use then 'x' end, is_primary, coalesce(point_id, party_id + place + 1), verified_at, bounced_at, bounces,"
                    + " null, null from crm_contact_point where party_id = ";

    private static final String TAGS =
            " union all select 2, party_id, place, tag, null, null, null, null, null, null, null, null, null, null, null,"
                    + " null, null, null, null, null, null, null, null, null, null, null, null, null from crm_party_tag where party_id = ";
    private static final String IDENTIFIERS =
            " union all select 3, party_id, place, scheme, id_value, null, null, null, null, null, null, null, null,"
                    + " null, null, null, null, null, null, null, null, null, null, null, null,"
                    + " null, null, null from crm_identifier where party_id = ";
    private static final String CARDS =
            " union all select 4, party_id, 0, kept, null, null, null, null, null, null, null, null, null, null, null,"
                    + " null, null, null, null, null, null, null, null, null, null, null, null, null from crm_party_card where party_id = ";
    private static final String NOTES =
            " union all select 5, party_id, id, note_text, null, null, null, null, null, null, null, null, null, null, null,"
                    + " null, null, null, null, null, null, null, null, null, null, null, null, null from crm_note where party_id = ";
    private static final String ORDER = " order by 1, 3";
    private static final String ONE = "?";
    private static final String MANY = "any (?)";

    /** PostgreSQL plans this one once; with an array of one it would plan it anew each time, which costs more than the reading. */
    private static final String WHOLE_ONE =
            OWN + ONE + POINTS + ONE + TAGS + ONE + IDENTIFIERS + ONE + CARDS + ONE + NOTES + ONE + ORDER;

    private static final String WHOLE =
            OWN + MANY + POINTS + MANY + TAGS + MANY + IDENTIFIERS + MANY + CARDS + MANY + NOTES + MANY + ORDER;
    private static final String SHORT = OWN + MANY + POINTS + MANY + TAGS + MANY + IDENTIFIERS + MANY + ORDER;
    private static final int WHOLE_PARTS = 6;
    private static final int SHORT_PARTS = 4;

    private PartyReading() {}

    /** One party with everything, or null. */
    static StoredParty one(Connection connection, long id) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(WHOLE_ONE)) {
            for (int part = 1; part <= WHOLE_PARTS; part++) {
                query.setLong(part, id);
            }
            Map<Long, PartyRow> rows = new HashMap<>();
            return parties(rows, parts(query, rows)).get(id);
        }
    }

    /** Parties for a list: without notes and kept properties. */
    static Map<Long, StoredParty> shortly(Connection connection, Collection<Long> ids) throws SQLException {
        try (PreparedStatement query = asked(connection, SHORT, SHORT_PARTS, ids)) {
            Map<Long, PartyRow> rows = new HashMap<>();
            return parties(rows, parts(query, rows));
        }
    }

    /** Parties with everything. */
    static Map<Long, StoredParty> whole(Connection connection, Collection<Long> ids) throws SQLException {
        try (PreparedStatement query = asked(connection, WHOLE, WHOLE_PARTS, ids)) {
            Map<Long, PartyRow> rows = new HashMap<>();
            return parties(rows, parts(query, rows));
        }
    }

    /** Everything around rows that the mapper has read. */
    static Map<Long, StoredParty> around(Connection connection, Collection<PartyRow> rows) throws SQLException {
        Map<Long, PartyRow> known = new HashMap<>();
        rows.forEach(row -> known.put(row.id(), row));
        try (PreparedStatement query = asked(connection, WHOLE, WHOLE_PARTS, known.keySet())) {
            return parties(known, parts(query, new HashMap<>()));
        }
    }

    private static PreparedStatement asked(Connection connection, String constant, int parts, Collection<Long> ids)
            throws SQLException {
        PreparedStatement query = connection.prepareStatement(constant);
        Array all = Sql.ids(connection, ids);
        for (int part = 1; part <= parts; part++) {
            query.setArray(part, all);
        }
        return query;
    }

    private static PartyParts parts(PreparedStatement query, Map<Long, PartyRow> rows) throws SQLException {
        PartyParts parts = PartyParts.none();
        try (ResultSet row = query.executeQuery()) {
            while (row.next()) {
                int part = row.getInt(1);
                long id = row.getLong(2);
                if (part == 0) {
                    rows.put(id, PartyRow.read(row));
                } else {
                    parts.add(part, id, row);
                }
            }
        }
        return parts;
    }

    private static Map<Long, StoredParty> parties(Map<Long, PartyRow> rows, PartyParts parts) {
        Map<Long, StoredParty> found = new HashMap<>();
        rows.forEach((id, row) -> found.put(id, parts.around(row)));
        return found;
    }
}
