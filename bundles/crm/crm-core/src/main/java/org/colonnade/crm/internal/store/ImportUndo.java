package org.colonnade.crm.internal.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.colonnade.crm.api.ImportItem.Undone;
import org.colonnade.crm.api.ImportReport;
import org.colonnade.crm.internal.Json;
import org.colonnade.crm.internal.domain.PartyContent;
import org.colonnade.platform.api.store.Work;

/** What an import made and changed, step by step, and what became of it when the import was taken back. */
public final class ImportUndo {

    private static final String CHANGES = "select party_id, version_before, version_after, mixed, before_image"
            + " from crm_import_change where import_id = ? and party_id > ? and not created and outcome is null"
            + " order by party_id limit ?";
    private static final String CREATIONS =
            "select i.place, i.party_id, coalesce(c.version_after, 1), coalesce(c.mixed, false)"
                    + " from crm_import_item i left join crm_import_change c"
                    + " on c.import_id = i.import_id and c.party_id = i.party_id"
                    + " where i.import_id = ? and i.status = 'CREATED' and i.place > ? and i.undone is null"
                    + " order by i.place limit ?";
    private static final String CHANGE_DONE =
            "update crm_import_change set outcome = ? where import_id = ? and party_id = ?";
    private static final String ITEMS_DONE =
            "update crm_import_item set undone = ? where import_id = ? and party_id = ? and status = 'UPDATED'";
    private static final String CREATION_DONE =
            "update crm_import_item set undone = ? where import_id = ? and place = ?";
    private static final String COUNT = "select outcome, count(*) from crm_import_change"
            + " where import_id = ? and outcome is not null group by outcome";
    private static final String COUNT_MADE = "select undone, count(*) from crm_import_item"
            + " where import_id = ? and status = 'CREATED' and undone is not null group by undone";
    private static final String LOCK =
            "select id, version, merged_into from crm_party where id = any (?) order by id for update";
    private static final String NOTES = "delete from crm_note where import_id = ? and party_id = any (?)";
    private static final String STANDS =
            "update crm_import_change set version_after = ? where party_id = ? and version_after = ? and outcome is null";
    private static final String MAKERS =
            "select import_id from crm_import_item i where party_id = ? and status = 'CREATED'"
                    + " and undone is null and not exists (select 1 from crm_import_change c"
                    + " where c.import_id = i.import_id and c.party_id = i.party_id)";
    private static final String MADE = "insert into crm_import_change"
            + " (import_id, party_id, created, version_before, version_after, mixed) values (?, ?, true, 1, ?, false)";

    private ImportUndo() {}

    /**
     * A party that the import changed.
     *
     * @param before under which version it was as the image says
     * @param after which version the import left behind
     * @param mixed whether somebody else changed it between two changes of the import
     * @param image how it was; null where that was erased
     */
    public record Changed(long party, long before, long after, boolean mixed, PartyContent image) {}

    /**
     * A party that the import made.
     *
     * @param place of its card or row
     * @param after which version the import left behind
     * @param mixed whether somebody else changed it between two changes of the import
     */
    public record Made(long place, long party, long after, boolean mixed) {}

    /** How a party stands: its version, and whether it is part of another one. */
    public record Standing(long version, boolean merged) {}

    /** The next parties that the import changed, by id. */
    public static List<Changed> changes(Work work, long run, long after, int most) throws SQLException {
        return Sql.query(work.unwrap(Connection.class), CHANGES, ImportUndo::changed, run, after, most);
    }

    private static Changed changed(ResultSet row) throws SQLException {
        String image = row.getString(5);
        return new Changed(
                row.getLong(1),
                row.getLong(2),
                row.getLong(3),
                row.getBoolean(4),
                image == null ? null : Json.read(image, PartyContent.class));
    }

    /** The next parties that the import made, in the order of the file. */
    public static List<Made> creations(Work work, long run, long after, int most) throws SQLException {
        return Sql.query(
                work.unwrap(Connection.class),
                CREATIONS,
                row -> new Made(row.getLong(1), row.getLong(2), row.getLong(3), row.getBoolean(4)),
                run,
                after,
                most);
    }

    /** How parties stand, kept from change by others until the transaction ends; those that are gone are missing. */
    public static Map<Long, Standing> lock(Work work, List<Long> ids) throws SQLException {
        Map<Long, Standing> found = new HashMap<>();
        Connection connection = work.unwrap(Connection.class);
        Sql.query(
                connection,
                LOCK,
                row -> found.put(row.getLong(1), new Standing(row.getLong(2), row.getObject(3) != null)),
                Sql.ids(connection, ids));
        return found;
    }

    /** Takes away the notes that came with the import. */
    public static void dropNotes(Work work, long run, Set<Long> parties) throws SQLException {
        if (!parties.isEmpty()) {
            Connection connection = work.unwrap(Connection.class);
            Sql.update(connection, NOTES, run, Sql.ids(connection, new HashSet<>(parties)));
        }
    }

    /** Writes down what became of a party that the import changed. */
    public static void settled(Work work, long run, Changed change, Undone how) throws SQLException {
        Connection connection = work.unwrap(Connection.class);
        Sql.update(connection, CHANGE_DONE, how.name(), run, change.party());
        Sql.update(connection, ITEMS_DONE, how.name(), run, change.party());
    }

    /** The party is as an earlier import left it, though under another number: that one can be taken back too. */
    public static void stands(Work work, Changed change, long version) throws SQLException {
        Connection connection = work.unwrap(Connection.class);
        Sql.update(connection, STANDS, version, change.party(), change.before());
        if (change.before() == 1) {
            for (long maker : Sql.query(connection, MAKERS, row -> row.getLong(1), change.party())) {
                Sql.update(connection, MADE, maker, change.party(), version);
            }
        }
    }

    /** Writes down what became of parties that the import made. */
    public static void settled(Work work, long run, Map<Made, Undone> made) throws SQLException {
        try (PreparedStatement done = work.unwrap(Connection.class).prepareStatement(CREATION_DONE)) {
            for (Map.Entry<Made, Undone> one : made.entrySet()) {
                Sql.set(done, 1, one.getValue().name(), run, one.getKey().place());
                done.addBatch();
            }
            done.executeBatch();
        }
    }

    /** What the taking back did. */
    public static ImportReport.Reverted counts(Work work, long run) throws SQLException {
        Connection connection = work.unwrap(Connection.class);
        Map<Undone, Long> all = new EnumMap<>(Undone.class);
        for (String count : List.of(COUNT, COUNT_MADE)) {
            Sql.query(
                    connection,
                    count,
                    row -> all.merge(Undone.valueOf(row.getString(1)), row.getLong(2), Long::sum),
                    run);
        }
        Long removed = all.remove(Undone.REMOVED);
        Long restored = all.remove(Undone.RESTORED);
        long kept = all.values().stream().mapToLong(Long::longValue).sum();
        return new ImportReport.Reverted(removed == null ? 0 : removed, restored == null ? 0 : restored, kept, all);
    }
}
