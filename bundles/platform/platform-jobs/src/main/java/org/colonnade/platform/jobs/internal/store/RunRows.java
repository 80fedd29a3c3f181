package org.colonnade.platform.jobs.internal.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.job.JobPriority;
import org.colonnade.platform.api.store.Work;
import org.colonnade.platform.jobs.internal.domain.Ending;

/** Jobs as the nodes see them: who has which, and until when. */
public final class RunRows {

    private static final String ANY_QUEUED = "select id from jobs_job where state = 'QUEUED' limit 1";
    private static final String NEXT =
            "select id, priority, turn from jobs_job where state = 'QUEUED' and kind = ? and due_at <= ?"
                    + " and (place is null or place = ?) order by priority, turn, id limit 1";
    private static final String CLAIM =
            "select kind, priority, input, owner, owner_name, permissions, administrator, request_id, run, place, company"
                    + " from jobs_job where id = ? and state = 'QUEUED' for update skip locked";
    private static final String CLAIM_PROGRESS =
            "select attempts, done, total, checkpoint from jobs_progress where job_id = ? for update skip locked";
    private static final String LOCK_PROGRESS =
            "select attempts, done, total, checkpoint from jobs_progress where job_id = ? for update";
    private static final String TAKE = "update jobs_job set state = 'RUNNING', holder = ?, held_until = ?, run = ?,"
            + " started_at = coalesce(started_at, ?), changed_at = ?, change = change + 1 where id = ?";
    private static final String FENCE = "update jobs_progress set run = ?, attempts = attempts + ? where job_id = ?";
    private static final String HOLD =
            "update jobs_job set held_until = ? where id = ? and run = ? and state = 'RUNNING'";
    private static final String CALLED_OFF = "select cancelling from jobs_job where id = ? and run = ?";
    private static final String SILENT =
            "select id from jobs_job where state = 'RUNNING' and held_until < ? order by held_until limit 20";
    private static final String LOCK_SILENT =
            "select run, cancelling, kind, owner, company from jobs_job where id = ? and state = 'RUNNING'"
                    + " and held_until < ? for update skip locked";
    private static final String LOCK_RUN =
            "select run, kind, owner, cancelling, company from jobs_job where id = ? and run = ? and state = 'RUNNING' for update";
    private static final String AGAIN =
            "update jobs_job set state = 'QUEUED', holder = null, held_until = null, run = ?, due_at = ?,"
                    + " failure_code = ?, failure_sentence = ?, failure_detail = ?, changed_at = ?, change = change + 1 where id = ?";
    private static final String END =
            "update jobs_job set state = ?, holder = null, held_until = null, run = ?, cancelling = false,"
                    + " result = ?, failure_code = ?, failure_sentence = ?, failure_detail = ?, ended_at = ?, kept_until = ?, changed_at = ?,"
                    + " change = change + 1 where id = ?";
    private static final String SETTLE = "update jobs_job set place = ? where id = ? and run = ? and place is null";

    private RunRows() {}

    /** A job that could be run next. */
    public record Candidate(long id, JobPriority priority, long turn) {}

    /**
     * A job that this node has taken.
     *
     * @param company in which company
     * @param low whether nobody waits for it
     * @param owner who submitted it, with the rights of that moment
     * @param run the fence
     * @param attempt which try this is, since it last got further
     * @param total negative while it is not known
     */
    public record Taken(
            long id,
            long company,
            String kind,
            boolean low,
            String input,
            Actor owner,
            String requestId,
            String place,
            long run,
            int attempt,
            long done,
            long total,
            String checkpoint) {}

    /** A job whose run has ended, locked. */
    public record Ended(long id, long company, long run, String kind, Ref owner, boolean cancelling, int attempt) {}

    /** The one whose turn it is, of these kinds; each kind goes by its own index. */
    public static Optional<Candidate> next(Work work, Set<String> kinds, String place, boolean background)
            throws SQLException {
        Connection connection = work.unwrap(Connection.class);
        Candidate best = null;
        if (kinds.isEmpty() || !anyQueued(connection)) {
            return Optional.empty();
        }
        try (PreparedStatement query = connection.prepareStatement(NEXT)) {
            for (String kind : kinds) {
                query.setString(1, kind);
                Times.set(query, 2, work.now());
                query.setString(3, place);
                try (ResultSet row = query.executeQuery()) {
                    Candidate found = row.next()
                            ? new Candidate(row.getLong(1), JobPriority.values()[row.getInt(2)], row.getLong(3))
                            : null;
                    if (found != null
                            && (background || found.priority() != JobPriority.LOW)
                            && (best == null || before(found, best))) {
                        best = found;
                    }
                }
            }
        }
        return Optional.ofNullable(best);
    }

    /** Takes the job, unless somebody else is at it. */
    public static Optional<Taken> take(Work work, long id, String holder, Instant until) throws SQLException {
        Connection connection = work.unwrap(Connection.class);
        Optional<Taken> found = claim(connection, id);
        if (found.isPresent()) {
            try (PreparedStatement take = connection.prepareStatement(TAKE)) {
                take.setString(1, holder);
                Times.set(take, 2, until);
                take.setLong(3, found.get().run());
                Times.set(take, 4, work.now());
                Times.set(take, 5, work.now());
                take.setLong(6, id);
                take.executeUpdate();
            }
            fence(connection, id, found.get().run(), 1);
        }
        return found;
    }

    /** A sign of life. @return whether the run still has its job */
    public static boolean hold(Work work, long id, long run, Instant until) throws SQLException {
        try (PreparedStatement hold = work.unwrap(Connection.class).prepareStatement(HOLD)) {
            Times.set(hold, 1, until);
            hold.setLong(2, id);
            hold.setLong(3, run);
            return hold.executeUpdate() == 1;
        }
    }

    public static boolean calledOff(Work work, long id, long run) throws SQLException {
        try (PreparedStatement query = work.unwrap(Connection.class).prepareStatement(CALLED_OFF)) {
            query.setLong(1, id);
            query.setLong(2, run);
            try (ResultSet row = query.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    /** Jobs whose node has given no sign of life in time. */
    public static List<Long> silent(Work work) throws SQLException {
        List<Long> ids = new ArrayList<>();
        try (PreparedStatement query = work.unwrap(Connection.class).prepareStatement(SILENT)) {
            Times.set(query, 1, work.now());
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    ids.add(row.getLong(1));
                }
            }
        }
        return ids;
    }

    /** Locks one of those, unless its run or another node is at it this very moment. */
    public static Optional<Ended> lockSilent(Work work, long id) throws SQLException {
        Connection connection = work.unwrap(Connection.class);
        try (PreparedStatement query = connection.prepareStatement(LOCK_SILENT)) {
            query.setLong(1, id);
            Times.set(query, 2, work.now());
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? ended(connection, CLAIM_PROGRESS, row, id) : Optional.empty();
            }
        }
    }

    /** Locks the job of a run; empty if the run has lost it. */
    public static Optional<Ended> lock(Work work, long id, long run) throws SQLException {
        Connection connection = work.unwrap(Connection.class);
        try (PreparedStatement query = connection.prepareStatement(LOCK_RUN)) {
            query.setLong(1, id);
            query.setLong(2, run);
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? ended(connection, LOCK_PROGRESS, row, id) : Optional.empty();
            }
        }
    }

    /** Puts the job back into the queue. */
    public static void again(Work work, Ended job, Ending ending, String detail) throws SQLException {
        Connection connection = work.unwrap(Connection.class);
        try (PreparedStatement again = connection.prepareStatement(AGAIN)) {
            again.setLong(1, job.run() + 1);
            Times.set(again, 2, work.now().plus(ending.pause()));
            again.setString(
                    3, ending.failure() == null ? null : ending.failure().code());
            again.setString(
                    4, ending.failure() == null ? null : ending.failure().sentence());
            again.setString(5, detail);
            Times.set(again, 6, work.now());
            again.setLong(7, job.id());
            again.executeUpdate();
        }
        fence(connection, job.id(), job.run() + 1, ending.counts() || job.attempt() == 0 ? 0 : -1);
    }

    /** Ends the job. */
    public static void end(Work work, Ended job, Ending ending, String detail, String result, Instant keptUntil)
            throws SQLException {
        Connection connection = work.unwrap(Connection.class);
        try (PreparedStatement end = connection.prepareStatement(END)) {
            end.setString(1, ending.verdict().name());
            end.setLong(2, job.run() + 1);
            end.setString(3, result);
            end.setString(4, ending.failure() == null ? null : ending.failure().code());
            end.setString(5, ending.failure() == null ? null : ending.failure().sentence());
            end.setString(6, detail);
            Times.set(end, 7, work.now());
            Times.set(end, 8, keptUntil);
            Times.set(end, 9, work.now());
            end.setLong(10, job.id());
            end.executeUpdate();
        }
        fence(connection, job.id(), job.run() + 1, 0);
    }

    /** From now on the job belongs where its files are. */
    public static void settle(Work work, long id, long run, String place) throws SQLException {
        try (PreparedStatement settle = work.unwrap(Connection.class).prepareStatement(SETTLE)) {
            settle.setString(1, place);
            settle.setLong(2, id);
            settle.setLong(3, run);
            settle.executeUpdate();
        }
    }

    private static boolean before(Candidate one, Candidate other) {
        if (one.priority() != other.priority()) {
            return one.priority().compareTo(other.priority()) < 0;
        }
        return one.turn() != other.turn() ? one.turn() < other.turn() : one.id() < other.id();
    }

    private static boolean anyQueued(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(ANY_QUEUED);
                ResultSet row = query.executeQuery()) {
            return row.next();
        }
    }

    private static Optional<Taken> claim(Connection connection, long id) throws SQLException {
        try (PreparedStatement job = connection.prepareStatement(CLAIM);
                PreparedStatement progress = connection.prepareStatement(CLAIM_PROGRESS)) {
            job.setLong(1, id);
            progress.setLong(1, id);
            try (ResultSet row = job.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                try (ResultSet stand = progress.executeQuery()) {
                    return stand.next() ? Optional.of(taken(id, row, stand)) : Optional.empty();
                }
            }
        }
    }

    private static Taken taken(long id, ResultSet job, ResultSet stand) throws SQLException {
        String permissions = job.getString("permissions");
        long total = stand.getLong("total");
        boolean known = !stand.wasNull();
        return new Taken(
                id,
                job.getLong("company"),
                job.getString("kind"),
                JobPriority.values()[job.getInt("priority")] == JobPriority.LOW,
                job.getString("input"),
                new Actor(
                        Ref.parse(job.getString("owner")),
                        job.getString("owner_name"),
                        permissions == null || permissions.isEmpty() ? Set.of() : Set.of(permissions.split("\n")),
                        job.getBoolean("administrator")),
                job.getString("request_id"),
                job.getString("place"),
                job.getLong("run") + 1,
                stand.getInt("attempts") + 1,
                stand.getLong("done"),
                known ? total : -1,
                stand.getString("checkpoint"));
    }

    /** The lock on the progress keeps the run from storing a step in between. */
    private static Optional<Ended> ended(Connection connection, String lock, ResultSet job, long id)
            throws SQLException {
        try (PreparedStatement progress = connection.prepareStatement(lock)) {
            progress.setLong(1, id);
            try (ResultSet stand = progress.executeQuery()) {
                return stand.next()
                        ? Optional.of(new Ended(
                                id,
                                job.getLong("company"),
                                job.getLong("run"),
                                job.getString("kind"),
                                Ref.parse(job.getString("owner")),
                                job.getBoolean("cancelling"),
                                stand.getInt("attempts")))
                        : Optional.empty();
            }
        }
    }

    private static void fence(Connection connection, long id, long run, int attempts) throws SQLException {
        try (PreparedStatement fence = connection.prepareStatement(FENCE)) {
            fence.setLong(1, run);
            fence.setInt(2, attempts);
            fence.setLong(3, id);
            fence.executeUpdate();
        }
    }
}
