package org.colonnade.crm.internal.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.colonnade.crm.internal.Json;
import org.colonnade.crm.internal.domain.PartyContent;
import org.colonnade.platform.api.store.Work;

/**
 * How known parties were before an import changed them, so that it can be taken back. A party that the import made itself has no such
 * image, only the version that the import left behind, and that only if it changed it once more in a later chunk.
 */
public final class ImportJournal {

    private static final String KNOWN =
            "select party_id, version_after from crm_import_change" + " where import_id = ? and party_id = any (?)";
    private static final String MADE = "select party_id from crm_import_item"
            + " where import_id = ? and party_id = any (?) and status = 'CREATED'";
    private static final String INSERT = "insert into crm_import_change (import_id, party_id, created, version_before,"
            + " version_after, mixed, before_image) values (?, ?, ?, ?, ?, ?, ?)";
    private static final String UPDATE =
            "update crm_import_change set version_after = ?, mixed = (mixed or version_after <> ?)"
                    + " where import_id = ? and party_id = ?";

    private ImportJournal() {}

    /**
     * A party before a chunk changed it.
     *
     * @param content what it said
     * @param version under which number
     */
    public record Before(PartyContent content, long version) {}

    /** Writes down how the parties were that a chunk has changed; each got its next version. */
    public static void note(Work work, long run, Map<Long, Before> parties) throws SQLException {
        if (parties.isEmpty()) {
            return;
        }
        Connection connection = work.unwrap(Connection.class);
        Map<Long, Long> known = new HashMap<>();
        Sql.query(
                connection,
                KNOWN,
                row -> known.put(row.getLong(1), row.getLong(2)),
                run,
                Sql.ids(connection, parties.keySet()));
        Set<Long> made = new HashSet<>(
                Sql.query(connection, MADE, row -> row.getLong(1), run, Sql.ids(connection, parties.keySet())));
        try (PreparedStatement insert = connection.prepareStatement(INSERT);
                PreparedStatement update = connection.prepareStatement(UPDATE)) {
            for (Map.Entry<Long, Before> party : parties.entrySet()) {
                long version = party.getValue().version();
                if (known.containsKey(party.getKey())) {
                    Sql.set(update, 1, version + 1, version, run, party.getKey());
                    update.addBatch();
                } else {
                    insert(insert, run, party.getKey(), made.contains(party.getKey()), party.getValue());
                }
            }
            insert.executeBatch();
            update.executeBatch();
        }
    }

    private static void insert(PreparedStatement insert, long run, long party, boolean made, Before before)
            throws SQLException {
        insert.setLong(1, run);
        insert.setLong(2, party);
        insert.setBoolean(3, made);
        insert.setLong(4, before.version());
        insert.setLong(5, before.version() + 1);
        insert.setBoolean(6, made && before.version() != 1);
        if (made) {
            insert.setNull(7, Types.VARCHAR);
        } else {
            insert.setString(7, Json.write(before.content()));
        }
        insert.addBatch();
    }
}
