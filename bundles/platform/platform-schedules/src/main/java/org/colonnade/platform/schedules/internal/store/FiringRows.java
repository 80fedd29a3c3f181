package org.colonnade.platform.schedules.internal.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.colonnade.platform.api.Tsid;
import org.colonnade.platform.api.store.Work;
import org.colonnade.platform.schedules.internal.Firing;
import org.colonnade.platform.schedules.internal.Outcome;

/** What became of planned instants: one row each, so none is decided about twice. */
public final class FiringRows {

    private static final String ADD =
            "insert into schedule_firing (id, plan_id, planned_at, outcome, missed_from, missed, job, code,"
                    + " asked_by, decided_at) values (?, ?, ?, ?, cast(? as timestamp with time zone), ?, cast(? as varchar),"
                    + " cast(? as varchar), cast(? as varchar), ?)";
    private static final String BETWEEN =
            "select planned_at from schedule_firing where plan_id = ? and planned_at > ? and planned_at <= ?";
    private static final String PAGE =
            "select planned_at, outcome, missed_from, missed, job, code, asked_by, decided_at"
                    + " from schedule_firing where plan_id = ? and planned_at < ? order by planned_at desc limit ?";
    private static final String WAITING =
            "select plan_id from schedule_firing where outcome = 'QUEUED' group by plan_id";
    private static final String QUEUE =
            "select planned_at from schedule_firing where outcome = 'QUEUED' and plan_id = ?"
                    + " order by planned_at limit ?";
    private static final String SETTLE = "update schedule_firing set outcome = ?, missed = ?, job = cast(? as varchar),"
            + " code = cast(? as varchar), decided_at = ? where plan_id = ? and planned_at = ? and outcome = 'QUEUED'";
    private static final String DROP = "update schedule_firing set outcome = 'OVERLAPPED', missed = 1, decided_at = ?"
            + " where plan_id = ? and outcome = 'QUEUED'";
    private static final String MISSED =
            "select coalesce(sum(missed), 0) as many from schedule_firing" + " where outcome = ? and decided_at > ?";
    private static final String MISSED_OF = "select coalesce(sum(missed), 0) as many from schedule_firing"
            + " where plan_id = ? and decided_at > ? and outcome in ('MISSED', 'REFUSED')";
    private static final String PRUNE = "delete from schedule_firing where decided_at < ? and outcome <> 'QUEUED'";

    private FiringRows() {}

    /** Writes down what became of it. The planned instant of a schedule is there once, or the transaction fails. */
    public static void add(Work work, String plan, Firing firing) throws SQLException {
        Sql.update(
                work,
                ADD,
                work.newId(),
                Tsid.parse(plan),
                firing.plannedAt(),
                firing.outcome(),
                firing.missedFrom(),
                firing.missed(),
                firing.job(),
                firing.code(),
                firing.askedBy(),
                firing.decidedAt());
    }

    /** The planned instants after the first and until the second that were decided about. */
    public static Set<Instant> between(Work work, long plan, Instant after, Instant until) throws SQLException {
        return new HashSet<>(Sql.list(work, BETWEEN, row -> Sql.instant(row, "planned_at"), plan, after, until));
    }

    /** What became of planned instants before this one, the newest first. */
    public static List<Firing> before(Work work, String plan, Instant before, int limit) throws SQLException {
        return Sql.list(work, PAGE, FiringRows::firing, Tsid.parse(plan), before, limit);
    }

    /** Schedules of which something waits for the end of a job. */
    public static List<Long> waiting(Work work) throws SQLException {
        return Sql.list(work, WAITING, row -> row.getLong("plan_id"));
    }

    /** The planned instants that wait, in order. */
    public static List<Instant> queue(Work work, String plan, int limit) throws SQLException {
        return Sql.list(work, QUEUE, row -> Sql.instant(row, "planned_at"), Tsid.parse(plan), limit);
    }

    /** One that waited has come, or never will. */
    public static void settle(Work work, String plan, Firing firing) throws SQLException {
        Sql.update(
                work,
                SETTLE,
                firing.outcome(),
                firing.missed(),
                firing.job(),
                firing.code(),
                firing.decidedAt(),
                Tsid.parse(plan),
                firing.plannedAt());
    }

    /** What waits never comes: its schedule was removed. */
    public static void drop(Work work, String plan, Instant now) throws SQLException {
        Sql.update(work, DROP, now, Tsid.parse(plan));
    }

    /** How many planned instants were missed or refused since then. */
    public static long missed(Work work, Instant since) throws SQLException {
        long many = 0;
        for (Outcome outcome : List.of(Outcome.MISSED, Outcome.REFUSED)) {
            many += Sql.list(work, MISSED, row -> row.getLong("many"), outcome, since)
                    .get(0);
        }
        return many;
    }

    /** The same of one schedule. */
    public static long missed(Work work, String plan, Instant since) throws SQLException {
        return Sql.list(work, MISSED_OF, row -> row.getLong("many"), Tsid.parse(plan), since)
                .get(0);
    }

    /** Removes what was decided before. @return how many rows */
    public static int prune(Work work, Instant before) throws SQLException {
        return Sql.update(work, PRUNE, before);
    }

    private static Firing firing(ResultSet row) throws SQLException {
        return new Firing(
                Sql.instant(row, "planned_at"),
                Outcome.valueOf(row.getString("outcome")),
                Sql.instant(row, "missed_from"),
                row.getLong("missed"),
                Sql.ref(row, "job"),
                row.getString("code"),
                Sql.ref(row, "asked_by"),
                Sql.instant(row, "decided_at"));
    }
}
