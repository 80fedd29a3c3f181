package org.colonnade.platform.records.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.colonnade.platform.api.audit.AuditLog;
import org.colonnade.platform.api.job.JobRun;
import org.colonnade.platform.api.problem.NotFound;
import org.colonnade.platform.api.record.Kept;
import org.colonnade.platform.api.store.Work;

/**
 * Takes an import back, the last row first: records that it made go, records that it changed are as they were before. A record that
 * somebody has touched since stays as it is and is counted; what is undone is undone once.
 */
final class UndoJob<V extends Record, D extends Record> {

    private static final int STEP = 100;
    private static final String NEXT = "select place, record_id, action, version_before, version_after"
            + " from records_import_item where job = ? and kind = ? and undone is null order by place desc limit "
            + STEP;
    private static final String DONE = "update records_import_item set undone = ? where job = ? and place = ?";
    private static final String STANDS = "update records_import_item set version_after = ?"
            + " where job = ? and record_id = ? and version_after = ? and undone is null";
    private static final String COUNT =
            "select undone, count(*) from records_import_item where job = ? group by undone order by undone";

    private final Upkeep<V, D> upkeep;
    private final AuditLog audit;
    private final String job;
    private final JobRun run;

    /** Under which version a record now is as it was under an earlier one, for the rows of this step that were read before. */
    private final Map<String, Long> moved = new HashMap<>();

    UndoJob(Upkeep<V, D> upkeep, AuditLog audit, String job, JobRun run) {
        this.upkeep = upkeep;
        this.audit = audit;
        this.job = job;
        this.run = run;
    }

    private record Item(long place, String record, String action, long before, long after) {}

    void run() {
        run.actor().require(upkeep.kind().changePermission());
        long done = 0;
        int count;
        do {
            run.goOn();
            long from = done;
            count = upkeep.tx().write(work -> step(work, from));
            done += count;
        } while (count == STEP);
        run.result(upkeep.plan().json().write(upkeep.tx().read(this::counts)));
    }

    private int step(Work work, long from) throws SQLException {
        moved.clear();
        List<Item> items = next(work);
        for (Item item : items) {
            mark(work, item, undo(work, item) ? "undone" : "kept");
        }
        run.progress(work, from + items.size(), -1, null);
        return items.size();
    }

    private boolean undo(Work work, Item item) throws SQLException {
        Kept<V> present;
        try {
            present = upkeep.book().locked(work, item.record());
        } catch (NotFound gone) {
            return false;
        }
        if (!upkeep.mayChange(run.actor(), present)) {
            return false;
        }
        if (present.version() != moved.getOrDefault(item.record() + item.after(), item.after())) {
            return false;
        }
        if (item.action().equals("created")) {
            upkeep.book().undo(work, present);
            return true;
        }
        Map<String, Object> older = audit.snapshot(upkeep.kind().ref(item.record()), item.before())
                .map(upkeep.plan().json()::map)
                .orElse(null);
        if (older == null) {
            return false;
        }
        V value = upkeep.plan().json().convertTo(older, upkeep.kind().view());
        Kept<V> now = upkeep.book()
                .put(work, present, value, present.archived(), "undone", RecordPlace.extras(older.get("custom"), null));
        stands(work, item, now.version());
        moved.put(item.record() + item.before(), now.version());
        return true;
    }

    /** An earlier row of the same import left the record as it is now, though under another number. */
    private void stands(Work work, Item item, long version) throws SQLException {
        try (PreparedStatement update = work.unwrap(Connection.class).prepareStatement(STANDS)) {
            update.setLong(1, version);
            update.setString(2, job);
            update.setString(3, item.record());
            update.setLong(4, item.before());
            update.executeUpdate();
        }
    }

    private List<Item> next(Work work) throws SQLException {
        try (PreparedStatement select = work.unwrap(Connection.class).prepareStatement(NEXT)) {
            select.setString(1, job);
            select.setString(2, upkeep.kind().key());
            try (ResultSet row = select.executeQuery()) {
                List<Item> items = new ArrayList<>();
                while (row.next()) {
                    items.add(new Item(
                            row.getLong(1), row.getString(2), row.getString(3), row.getLong(4), row.getLong(5)));
                }
                return items;
            }
        }
    }

    private void mark(Work work, Item item, String how) throws SQLException {
        try (PreparedStatement update = work.unwrap(Connection.class).prepareStatement(DONE)) {
            update.setString(1, how);
            update.setString(2, job);
            update.setLong(3, item.place());
            update.executeUpdate();
        }
    }

    private Map<String, Object> counts(Work work) throws SQLException {
        Map<String, Object> counts = new LinkedHashMap<>();
        counts.put("undone", 0L);
        counts.put("kept", 0L);
        try (PreparedStatement select = work.unwrap(Connection.class).prepareStatement(COUNT)) {
            select.setString(1, job);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    counts.put(row.getString(1), row.getLong(2));
                }
            }
        }
        return counts;
    }
}
