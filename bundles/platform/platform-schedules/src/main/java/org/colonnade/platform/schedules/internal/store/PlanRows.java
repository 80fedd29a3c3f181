package org.colonnade.platform.schedules.internal.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.Tsid;
import org.colonnade.platform.api.store.Work;

/** What the platform keeps beside what a schedule says: how far it has been decided about, and what its owner was allowed. */
public final class PlanRows {

    private static final String NOW = "select current_timestamp as moment";
    private static final String DUE =
            "select id from schedule_plan where archived = false and paused = false and next_at <= ?"
                    + " order by next_at limit 1000";
    private static final String TAKE = "select cursor_at, last_job, owner_name, granted, granted_all from schedule_plan"
            + " where id = ? and archived = false for update skip locked";
    private static final String HOLD = "select cursor_at, last_job, owner_name, granted, granted_all from schedule_plan"
            + " where id = ? and archived = false for update";
    private static final String BEGIN =
            "update schedule_plan set cursor_at = ?," + " next_at = cast(? as timestamp with time zone) where id = ?";
    private static final String MADE = "update schedule_plan set last_at = ?, last_job = ? where id = ?";
    private static final String GRANT =
            "update schedule_plan set owner_name = ?, granted = ?, granted_all = ? where id = ?";
    private static final String STANDARD = "select id from schedule_plan where standard_of = ?";
    private static final String ALL = "select id from schedule_plan where archived = false order by name, id";

    private PlanRows() {}

    /**
     * A schedule that nobody else decides about until the transaction ends.
     *
     * @param cursor until where everything was decided
     * @param lastJob the last job that it has made; null if none
     * @param owner the owner's name and what it was allowed when it made the schedule, with a reference that means nothing
     */
    public record Held(Instant cursor, Ref lastJob, Actor owner) {}

    /** The database's time: one clock for all nodes. */
    public static Instant now(Work work) throws SQLException {
        return Sql.list(work, NOW, row -> Sql.instant(row, "moment")).get(0);
    }

    /** Schedules of which something was planned by now. */
    public static List<Long> due(Work work, Instant now) throws SQLException {
        return Sql.list(work, DUE, row -> row.getLong("id"), now);
    }

    /** The schedule, unless it was removed or somebody else is at it. */
    public static Optional<Held> take(Work work, long id) throws SQLException {
        return Sql.list(work, TAKE, PlanRows::held, id).stream().findFirst();
    }

    /** The schedule, unless it was removed; waits for whoever is at it. */
    public static Optional<Held> hold(Work work, long id) throws SQLException {
        return Sql.list(work, HOLD, PlanRows::held, id).stream().findFirst();
    }

    /** Everything until the cursor is decided. @param next null if nothing is planned */
    public static void decided(Work work, String id, Instant cursor, Instant next) throws SQLException {
        Sql.update(work, BEGIN, cursor, next, Tsid.parse(id));
    }

    /** A job was made. */
    public static void made(Work work, String id, Instant planned, Ref job) throws SQLException {
        Sql.update(work, MADE, planned, job, Tsid.parse(id));
    }

    /** What the owner is allowed now is what its jobs are allowed at most. */
    public static void grant(Work work, String id, Actor owner) throws SQLException {
        Sql.update(
                work,
                GRANT,
                owner.name(),
                String.join("\n", owner.permissions()),
                owner.administrator(),
                Tsid.parse(id));
    }

    /** Whether the schedule that comes with a kind was made before, removed or not. */
    public static boolean hasStandard(Work work, String kind) throws SQLException {
        return !Sql.list(work, STANDARD, row -> row.getLong("id"), kind).isEmpty();
    }

    /** All that were not removed, by name. */
    public static List<String> all(Work work) throws SQLException {
        return Sql.list(work, ALL, row -> Tsid.text(row.getLong("id")));
    }

    private static Held held(ResultSet row) throws SQLException {
        String granted = row.getString("granted");
        Set<String> permissions = granted == null || granted.isEmpty() ? Set.of() : Set.of(granted.split("\n"));
        String name = row.getString("owner_name");
        Actor owner = new Actor(
                new Ref("platform", "user", "owner"),
                name == null ? "" : name,
                permissions,
                row.getBoolean("granted_all"));
        return new Held(Sql.instant(row, "cursor_at"), Sql.ref(row, "last_job"), owner);
    }
}
