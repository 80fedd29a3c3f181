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
    static final int LARGEST_BLOCK = 100;

    private static final String PRESENT = "select party_id, match_key from crm_match_key where party_id = any (?)";
    private static final String INSERT = "insert into crm_match_key (match_key, party_id) values (?, ?)";
    private static final String DELETE = "delete from crm_match_key where match_key = ? and party_id = ?";
    private static final String KEYED =
            "(select match_key, party_id from crm_match_key where match_key = ? order by party_id limit 101)";
    private static final String REACHED =
            "(select match_key, party_id from crm_contact_point where match_key = ? limit 101)";
    private static final String NAMED = "select name_key, id from crm_party where name_key = ? limit 101";
    private static final String EACH = "select k.one, m.party_id from unnest(?) as k (one) cross join lateral (";
    private static final String EACH_KEYED =
            EACH + "select party_id from crm_match_key where match_key = k.one order by party_id limit 101) m";
    private static final String EACH_REACHED =
            EACH + "select party_id from crm_contact_point where match_key = k.one limit 101) m";
    private static final String EACH_NAMED =
            EACH + "select id as party_id from crm_party where name_key = k.one limit 101) m";
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
    static Block sharing(Connection connection, Collection<String> keys, Suspects.Known one) throws SQLException {
        Map<Long, Collection<String>> wanted = Map.of(one.id(), keys);
        return sharing(connection, wanted, List.of(one)).get(one.id());
    }

    /** The same for several parties at once, each with keys of its own. */
    static Map<Long, Block> sharing(
            Connection connection, Map<Long, ? extends Collection<String>> keys, Collection<Suspects.Known> parties)
            throws SQLException {
        Set<String> all = new LinkedHashSet<>();
        Set<String> contacts = new LinkedHashSet<>();
        Set<String> names = new LinkedHashSet<>();
        for (Suspects.Known one : parties) {
            all.addAll(keys.get(one.id()));
            contacts.addAll(one.contacts());
            names.add(one.nameKey());
        }
        names.remove("");
        boolean together = Sql.takesSeveral(connection);
        Map<String, Set<Long>> keyed = members(connection, together, EACH_KEYED, KEYED_BY_EIGHT, EIGHT, all);
        Map<String, Set<Long>> reached = members(connection, together, EACH_REACHED, REACHED_BY_FOUR, FOUR, contacts);
        Map<String, Set<Long>> named = members(connection, together, EACH_NAMED, NAMED, 1, names);
        Map<Long, Block> blocks = new HashMap<>();
        for (Suspects.Known one : parties) {
            Set<Long> sharers = new HashSet<>();
            int skipped = gather(keyed, keys.get(one.id()), sharers)
                    + gather(reached, new LinkedHashSet<>(one.contacts()), sharers)
                    + gather(named, List.of(one.nameKey()), sharers);
            blocks.put(one.id(), new Block(sharers, skipped));
        }
        return blocks;
    }

    /** @return how many of the keys were shared by too many */
    private static int gather(Map<String, Set<Long>> members, Collection<String> keys, Set<Long> into) {
        int skipped = 0;
        for (String key : keys) {
            Set<Long> block = members.getOrDefault(key, Set.of());
            if (block.size() > LARGEST_BLOCK) {
                skipped++;
            } else {
                into.addAll(block);
            }
        }
        return skipped;
    }

    /** @param each the statement that takes any number of keys, for a database that can */
    private static Map<String, Set<Long>> members(
            Connection connection, boolean together, String each, String some, int atOnce, Set<String> keys)
            throws SQLException {
        Map<String, Set<Long>> members = new HashMap<>();
        Sql.Reader<Boolean> reader = row -> members.computeIfAbsent(row.getString(1), key -> new HashSet<>())
                .add(row.getLong(2));
        if (keys.isEmpty()) {
            return members;
        }
        if (together) {
            Sql.query(connection, each, reader, Sql.texts(connection, keys));
            return members;
        }
        List<String> list = List.copyOf(keys);
        for (int i = 0; i < list.size(); i += atOnce) {
            // those that are left over are null and find nobody
            Object[] next = list.subList(i, Math.min(list.size(), i + atOnce)).toArray(new Object[atOnce]);
            Sql.query(connection, some, reader, next);
        }
        return members;
    }
}
