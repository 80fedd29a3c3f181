package org.colonnade.crm.internal.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.colonnade.crm.internal.domain.PhoneRule;
import org.colonnade.crm.internal.domain.SearchText;
import org.colonnade.platform.api.Tsid;
import org.colonnade.platform.api.store.Work;

/** Looks for rows that do not agree with each other. */
public final class Audit {

    private static final String PRIMARIES =
            "select party_id, point_type, sum(case when is_primary then 1 else 0 end) from crm_contact_point"
                    + " group by party_id, point_type having sum(case when is_primary then 1 else 0 end) <> 1 order by party_id limit ?";
    private static final String OPEN_PAIRS = "select d.id from crm_duplicate d join crm_party a on a.id = d.party_a"
            + " join crm_party b on b.id = d.party_b where d.state = 'OPEN' and a.kind <> b.kind order by d.id limit ?";
    private static final String DEAD_PAIRS =
            "select d.id from crm_duplicate d join crm_party p on p.id in (d.party_a, d.party_b)"
                    + " where d.state = 'OPEN' and p.merged_into is not null order by d.id limit ?";
    private static final String MERGED = "select id from crm_party where merged_into is not null and ("
            + "exists (select 1 from crm_contact_point x where x.party_id = crm_party.id)"
            + " or exists (select 1 from crm_identifier x where x.party_id = crm_party.id)"
            + " or exists (select 1 from crm_party_tag x where x.party_id = crm_party.id)"
            + " or exists (select 1 from crm_note x where x.party_id = crm_party.id)"
            + " or exists (select 1 from crm_relationship x where x.from_party = crm_party.id)"
            + " or exists (select 1 from crm_relationship x where x.to_party = crm_party.id)"
            + " or exists (select 1 from crm_search x where x.party_id = crm_party.id)) order by id limit ?";
    private static final String UNSEARCHED = "select p.id from crm_party p left join crm_search s on s.party_id = p.id"
            + " where p.merged_into is null and s.party_id is null"
            + " order by p.id limit ?";
    private static final String NEXT =
            "select id from crm_party where id > ? and merged_into is null order by id limit 500";
    private static final String TEXTS = "select party_id, search_text from crm_search where party_id = any (?)";

    private Audit() {}

    /** Contact points of a type of which not exactly one is the primary one. */
    public static List<String> primaries(Work work, int limit) throws SQLException {
        return Sql.query(
                work.unwrap(Connection.class),
                PRIMARIES,
                row -> "party " + Tsid.text(row.getLong(1)) + " has " + row.getInt(3) + " primary of type "
                        + row.getString(2),
                limit);
    }

    /** Open pairs of a person and an organisation. */
    public static List<String> pairs(Work work, int limit) throws SQLException {
        return Sql.query(
                work.unwrap(Connection.class), OPEN_PAIRS, row -> "duplicate " + Tsid.text(row.getLong(1)), limit);
    }

    /** Open pairs that name a party that is part of another one. */
    public static List<String> deadPairs(Work work, int limit) throws SQLException {
        return Sql.query(
                work.unwrap(Connection.class), DEAD_PAIRS, row -> "duplicate " + Tsid.text(row.getLong(1)), limit);
    }

    /** Merged parties that own something or are found. */
    public static List<String> merged(Work work, int limit) throws SQLException {
        return Sql.query(work.unwrap(Connection.class), MERGED, row -> "party " + Tsid.text(row.getLong(1)), limit);
    }

    /** Parties that the search does not know as they are. */
    public static List<String> unsearched(Work work, int limit) throws SQLException {
        return Sql.query(work.unwrap(Connection.class), UNSEARCHED, row -> "party " + Tsid.text(row.getLong(1)), limit);
    }

    /** Of so many parties those whose search text is not what their fields say. */
    public static List<String> searchTexts(Work work, PartyStore parties, PhoneRule phones, int most, int limit)
            throws SQLException {
        List<String> wrong = new ArrayList<>();
        Connection connection = work.unwrap(Connection.class);
        long after = -1;
        for (int seen = 0; seen < most && wrong.size() < limit; ) {
            List<Long> ids = Sql.query(connection, NEXT, row -> row.getLong(1), after);
            if (ids.isEmpty()) {
                break;
            }
            Map<Long, String> texts = new HashMap<>();
            Sql.query(connection, TEXTS, row -> texts.put(row.getLong(1), row.getString(2)), Sql.ids(connection, ids));
            parties.complete(work, ids).values().stream()
                    .filter(p -> !SearchText.of(p.content().draft(), p.content().notes(), phones)
                            .equals(texts.get(p.id())))
                    .map(p -> "party " + Tsid.text(p.id()))
                    .forEach(wrong::add);
            seen += ids.size();
            after = ids.get(ids.size() - 1);
        }
        return wrong.subList(0, Math.min(limit, wrong.size()));
    }
}
