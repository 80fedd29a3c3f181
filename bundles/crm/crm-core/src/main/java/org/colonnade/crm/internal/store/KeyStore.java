package org.colonnade.crm.internal.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The keys under which parties are compared with each other, and who shares them. */
final class KeyStore {

    /** A key that more parties share does not tell them apart; it is skipped, and counted. */
    static final int LARGEST_BLOCK = 200;

    private static final String PRESENT = "select party_id, match_key from crm_match_key where party_id = any (?)";
    private static final String INSERT = "insert into crm_match_key (match_key, party_id) values (?, ?)";
    private static final String DELETE = "delete from crm_match_key where match_key = ? and party_id = ?";
    private static final String KEYED =
            "(select match_key, party_id from crm_match_key where match_key = ? order by party_id limit 201)";
    private static final String REACHED =
            "(select match_key, party_id from crm_contact_point where match_key = ? limit 201)";
    private static final String NAMED = "select name_key, id from crm_party where name_key = ? limit 201";
    private static final String OR = " union all ";
    private static final String KEYED_BY_EIGHT =
            KEYED + OR + KEYED + OR + KEYED + OR + KEYED + OR + KEYED + OR + KEYED + OR + KEYED + OR + KEYED;
    private static final String REACHED_BY_FOUR = REACHED + OR + REACHED + OR + REACHED + OR + REACHED;
    private static final int EIGHT = 8;
    private static final int FOUR = 4;

    private KeyStore() {}

    /**
     * Who shares a key with a party.
     *
     * @param parties their ids
     * @param skipped how many keys were shared by too many
     */
    record Block(Set<Long> parties, int skipped) {}

    /** Brings the keys of the parties to what they are now; of a party that is not among the wanted all are taken away. */
    static void write(Connection connection, Collection<Long> parties, Map<Long, Set<String>> wanted)
            throws SQLException {
        Map<Long, Set<String>> present = new HashMap<>();
        Sql.query(
                connection,
                PRESENT,
                row -> present.computeIfAbsent(row.getLong(1), id -> new HashSet<>())
                        .add(row.getString(2)),
                Sql.ids(connection, parties));
        try (PreparedStatement insert = connection.prepareStatement(INSERT);
                PreparedStatement delete = connection.prepareStatement(DELETE)) {
            for (long party : parties) {
                Set<String> before = present.getOrDefault(party, Set.of());
                Set<String> after = wanted.getOrDefault(party, Set.of());
                batch(insert, party, after, before);
                batch(delete, party, before, after);
            }
            delete.executeBatch();
            insert.executeBatch();
        }
    }

    private static void batch(PreparedStatement statement, long party, Set<String> these, Set<String> butNot)
            throws SQLException {
        for (String key : these) {
            if (!butNot.contains(key)) {
                statement.setString(1, key);
                statement.setLong(2, party);
                statement.addBatch();
            }
        }
    }

    /** Those that share a key, an e-mail or telephone, or the whole name. */
    static Block sharing(Connection connection, Collection<String> keys, Collection<String> contacts, String nameKey)
            throws SQLException {
        Map<String, Set<Long>> members = new HashMap<>();
        collect(connection, KEYED_BY_EIGHT, EIGHT, List.copyOf(keys), "key ", members);
        collect(connection, REACHED_BY_FOUR, FOUR, List.copyOf(new LinkedHashSet<>(contacts)), "contact ", members);
        if (!nameKey.isEmpty()) {
            collect(connection, NAMED, 1, List.of(nameKey), "name ", members);
        }
        Set<Long> parties = new HashSet<>();
        int skipped = 0;
        for (Set<Long> block : members.values()) {
            if (block.size() > LARGEST_BLOCK) {
                skipped++;
            } else {
                parties.addAll(block);
            }
        }
        return new Block(parties, skipped);
    }

    /** Asks for some keys with one statement, which takes so many; those that are left over are null and find nobody. */
    private static void collect(
            Connection connection,
            String constant,
            int atOnce,
            List<String> keys,
            String kind,
            Map<String, Set<Long>> members)
            throws SQLException {
        for (int i = 0; i < keys.size(); i += atOnce) {
            Object[] some = keys.subList(i, Math.min(keys.size(), i + atOnce)).toArray(new Object[atOnce]);
            Sql.query(
                    connection,
                    constant,
                    row -> members.computeIfAbsent(kind + row.getString(1), key -> new HashSet<>())
                            .add(row.getLong(2)),
                    some);
        }
    }
}
