package org.colonnade.platform.jobs.internal.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.Tsid;
import org.colonnade.platform.api.job.Job;
import org.colonnade.platform.api.job.JobPriority;
import org.colonnade.platform.api.job.JobQuery;
import org.colonnade.platform.api.job.JobState;
import org.colonnade.platform.api.store.Work;

/** Jobs as their owners see them: made, read, called off, removed. */
public final class JobRows {

    private static final String ADD =
            "insert into jobs_job (id, kind, title, input, owner, owner_name, permissions, administrator, request_id, priority, turn,"
                    + " state, due_at, run, cancelling, place, created_at, changed_at, change)"
                    + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'QUEUED', ?, 0, false, ?, ?, ?, 1)";
    private static final String ADD_PROGRESS =
            "insert into jobs_progress (job_id, run, attempts, done, changed_at, change) values (?, 0, 0, 0, ?, 0)";
    private static final String FIRST_TURN = "select min(turn) from jobs_job where state = 'QUEUED'";
    private static final String LAST_TURN = "select max(turn) from jobs_job where state = 'QUEUED' and owner = ?";
    private static final String OPEN =
            "select count(*) from jobs_job where state in ('QUEUED', 'RUNNING') and owner = ?";
    private static final String ONE =
            """
            select j.id, j.kind, j.title, j.state, j.priority, j.owner, j.owner_name, j.cancelling, j.failure_code,
                   j.failure_sentence, j.result, j.created_at, j.started_at, j.changed_at, j.ended_at, j.kept_until, j.change,
                   p.done, p.total, p.message, p.changed_at as moved_at, p.change as moves
              from jobs_job j join jobs_progress p on p.job_id = j.id
             where j.id = ?""";
    private static final String ALL =
            """
            select j.id, j.kind, j.title, j.state, j.priority, j.owner, j.owner_name, j.cancelling, j.failure_code,
                   j.failure_sentence, j.result, j.created_at, j.started_at, j.changed_at, j.ended_at, j.kept_until, j.change,
                   p.done, p.total, p.message, p.changed_at as moved_at, p.change as moves
              from jobs_job j join jobs_progress p on p.job_id = j.id
             where j.id < ? and (cast(? as varchar) is null or j.state = ?) and (cast(? as varchar) is null or j.kind = ?)
             order by j.id desc limit ?""";
    private static final String OF_OWNER =
            """
            select j.id, j.kind, j.title, j.state, j.priority, j.owner, j.owner_name, j.cancelling, j.failure_code,
                   j.failure_sentence, j.result, j.created_at, j.started_at, j.changed_at, j.ended_at, j.kept_until, j.change,
                   p.done, p.total, p.message, p.changed_at as moved_at, p.change as moves
              from jobs_job j join jobs_progress p on p.job_id = j.id
             where j.id < ? and (cast(? as varchar) is null or j.state = ?) and (cast(? as varchar) is null or j.kind = ?)
               and j.owner = ?
             order by j.id desc limit ?""";
    private static final String STATE = "select state from jobs_job where id = ? for update";
    private static final String CALL_OFF =
            "update jobs_job set cancelling = true, changed_at = ?, change = change + 1 where id = ? and not cancelling";
    private static final String CANCEL =
            "update jobs_job set state = 'CANCELLED', cancelling = false, run = run + 1, ended_at = ?,"
                    + " kept_until = ?, changed_at = ?, change = change + 1 where id = ?";
    private static final String REMOVE = "delete from jobs_job where id = ?";
    private static final String REMOVE_PROGRESS = "delete from jobs_progress where job_id = ?";

    private JobRows() {}

    /** Stores a job. Its turn is one behind its owner's last, and never before those that wait already: so owners take turns. */
    public static void add(Work work, NewJob job) throws SQLException {
        Connection connection = work.unwrap(Connection.class);
        Actor owner = job.owner().actor();
        long turn = Math.max(
                number(connection, FIRST_TURN, null, 0),
                number(connection, LAST_TURN, owner.ref().toString(), -1) + 1);
        try (PreparedStatement add = connection.prepareStatement(ADD)) {
            add.setLong(1, job.id());
            add.setString(2, job.draft().kind());
            add.setString(3, job.draft().title());
            add.setString(4, job.draft().input());
            add.setString(5, owner.ref().toString());
            add.setString(6, owner.name());
            add.setString(7, String.join("\n", owner.permissions()));
            add.setBoolean(8, owner.administrator());
            add.setString(9, job.owner().requestId());
            add.setInt(10, job.draft().priority().ordinal());
            add.setLong(11, turn);
            Times.set(add, 12, work.now());
            add.setString(13, job.place());
            Times.set(add, 14, work.now());
            Times.set(add, 15, work.now());
            add.executeUpdate();
        }
        try (PreparedStatement add = connection.prepareStatement(ADD_PROGRESS)) {
            add.setLong(1, job.id());
            Times.set(add, 2, work.now());
            add.executeUpdate();
        }
    }

    /** How many of the owner's jobs have not ended. */
    public static long open(Work work, Ref owner) throws SQLException {
        return number(work.unwrap(Connection.class), OPEN, owner.toString(), 0);
    }

    public static Optional<Job> find(Work work, long id) throws SQLException {
        try (PreparedStatement query = work.unwrap(Connection.class).prepareStatement(ONE)) {
            query.setLong(1, id);
            return read(query).stream().findFirst();
        }
    }

    /** Those with a smaller id, newest first. @param owner null for everybody's */
    public static List<Job> before(Work work, long id, JobQuery wanted, Ref owner, int limit) throws SQLException {
        String state = wanted.state() == null ? null : wanted.state().name();
        Connection connection = work.unwrap(Connection.class);
        try (PreparedStatement query =
                owner == null ? connection.prepareStatement(ALL) : connection.prepareStatement(OF_OWNER)) {
            query.setLong(1, id);
            query.setString(2, state);
            query.setString(3, state);
            query.setString(4, wanted.kind());
            query.setString(5, wanted.kind());
            int next = 6;
            if (owner != null) {
                query.setString(next++, owner.toString());
            }
            query.setInt(next, limit);
            return read(query);
        }
    }

    /** Locks the job until the transaction ends. */
    public static Optional<JobState> lock(Work work, long id) throws SQLException {
        try (PreparedStatement query = work.unwrap(Connection.class).prepareStatement(STATE)) {
            query.setLong(1, id);
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? Optional.of(JobState.valueOf(row.getString(1))) : Optional.empty();
            }
        }
    }

    /** One that runs is to end. */
    public static void callOff(Work work, long id) throws SQLException {
        try (PreparedStatement change = work.unwrap(Connection.class).prepareStatement(CALL_OFF)) {
            Times.set(change, 1, work.now());
            change.setLong(2, id);
            change.executeUpdate();
        }
    }

    /** One that waits has ended. */
    public static void cancel(Work work, long id, Instant keptUntil) throws SQLException {
        try (PreparedStatement change = work.unwrap(Connection.class).prepareStatement(CANCEL)) {
            Times.set(change, 1, work.now());
            Times.set(change, 2, keptUntil);
            Times.set(change, 3, work.now());
            change.setLong(4, id);
            change.executeUpdate();
        }
    }

    public static void remove(Work work, long id) throws SQLException {
        Connection connection = work.unwrap(Connection.class);
        try (PreparedStatement progress = connection.prepareStatement(REMOVE_PROGRESS);
                PreparedStatement job = connection.prepareStatement(REMOVE)) {
            progress.setLong(1, id);
            progress.executeUpdate();
            job.setLong(1, id);
            job.executeUpdate();
        }
    }

    private static long number(Connection connection, String sql, String owner, long otherwise) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            if (owner != null) {
                query.setString(1, owner);
            }
            try (ResultSet row = query.executeQuery()) {
                row.next();
                long number = row.getLong(1);
                return row.wasNull() ? otherwise : number;
            }
        }
    }

    private static List<Job> read(PreparedStatement query) throws SQLException {
        List<Job> jobs = new ArrayList<>();
        try (ResultSet row = query.executeQuery()) {
            while (row.next()) {
                jobs.add(job(row));
            }
        }
        return jobs;
    }

    private static Job job(ResultSet row) throws SQLException {
        long total = row.getLong("total");
        boolean known = !row.wasNull();
        String code = row.getString("failure_code");
        Instant changed = Times.get(row, "changed_at");
        Instant moved = Times.get(row, "moved_at");
        return new Job(
                Tsid.text(row.getLong("id")),
                row.getString("kind"),
                row.getString("title"),
                JobState.valueOf(row.getString("state")),
                JobPriority.values()[row.getInt("priority")],
                Ref.parse(row.getString("owner")),
                row.getString("owner_name"),
                row.getLong("done"),
                known ? Long.valueOf(total) : null,
                row.getString("message"),
                null,
                row.getBoolean("cancelling"),
                code == null ? null : new Job.Failure(code, row.getString("failure_sentence")),
                row.getString("result"),
                List.of(),
                Times.get(row, "created_at"),
                Times.get(row, "started_at"),
                moved.isAfter(changed) ? moved : changed,
                Times.get(row, "ended_at"),
                Times.get(row, "kept_until"),
                row.getLong("change") + row.getLong("moves"));
    }
}
