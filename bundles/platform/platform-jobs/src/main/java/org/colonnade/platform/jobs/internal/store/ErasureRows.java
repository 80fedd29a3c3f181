package org.colonnade.platform.jobs.internal.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.colonnade.platform.api.store.Work;

/** Which files of jobs hold a person that was erased: those that are gone, and those that go when their job has ended. */
public final class ErasureRows {

    private static final String ADD =
            "insert into jobs_erasure (case_id, job_id, name, asked_at, erased_at) values (?, ?, ?, ?, ?)";
    private static final String REMOVE = "delete from jobs_erasure where case_id = ? and job_id = ? and name = ?";
    private static final String REMOVE_ALL = "delete from jobs_erasure where job_id = ?";
    private static final String OF_CASE =
            "select job_id, name, erased_at from jobs_erasure where case_id = ? order by job_id, name";
    private static final String ERASED =
            "select 1 from jobs_erasure where job_id = ? and name = ? and erased_at is not null";
    private static final String CASES =
            "select distinct case_id from jobs_erasure where job_id = ? and erased_at is null order by case_id";
    private static final String CLOSE =
            "update jobs_erasure set erased_at = ? where case_id = ? and job_id = ? and erased_at is null";
    private static final String DUE = "select distinct e.job_id from jobs_erasure e join jobs_job j on j.id = e.job_id"
            + " where e.erased_at is null and j.state in ('DONE', 'FAILED', 'CANCELLED') and j.place = ? order by e.job_id limit 500";
    private static final String TOUCH = "update jobs_job set changed_at = ?, change = change + 1 where id = ?";

    private ErasureRows() {}

    /**
     * A file that holds the person.
     *
     * @param at when it was removed; null for not yet
     */
    public record Found(long job, String name, Instant at) {}

    /** Writes down what became of a file. @param erasedAt null where it goes only when its job has ended */
    public static void put(Work work, String caseId, long job, String name, Instant erasedAt) throws SQLException {
        Connection connection = work.unwrap(Connection.class);
        try (PreparedStatement remove = connection.prepareStatement(REMOVE);
                PreparedStatement add = connection.prepareStatement(ADD)) {
            remove.setString(1, caseId);
            remove.setLong(2, job);
            remove.setString(3, name);
            remove.executeUpdate();
            add.setString(1, caseId);
            add.setLong(2, job);
            add.setString(3, name);
            Times.set(add, 4, work.now());
            Times.set(add, 5, erasedAt);
            add.executeUpdate();
        }
        if (erasedAt != null) {
            touch(connection, work.now(), job);
        }
    }

    /** What waited for the end of a job is done. */
    public static void close(Work work, String caseId, long job) throws SQLException {
        Connection connection = work.unwrap(Connection.class);
        try (PreparedStatement close = connection.prepareStatement(CLOSE)) {
            Times.set(close, 1, work.now());
            close.setString(2, caseId);
            close.setLong(3, job);
            close.executeUpdate();
        }
        touch(connection, work.now(), job);
    }

    /** Nothing of a job is remembered any more. */
    public static void removeAll(Work work, long job) throws SQLException {
        try (PreparedStatement remove = work.unwrap(Connection.class).prepareStatement(REMOVE_ALL)) {
            remove.setLong(1, job);
            remove.executeUpdate();
        }
    }

    /** What was found for a case before. */
    public static List<Found> of(Work work, String caseId) throws SQLException {
        try (PreparedStatement query = work.unwrap(Connection.class).prepareStatement(OF_CASE)) {
            query.setString(1, caseId);
            return found(query);
        }
    }

    /** Whether a file was removed because it held somebody. */
    public static boolean erased(Work work, long job, String name) throws SQLException {
        try (PreparedStatement query = work.unwrap(Connection.class).prepareStatement(ERASED)) {
            query.setLong(1, job);
            query.setString(2, name);
            try (ResultSet row = query.executeQuery()) {
                return row.next();
            }
        }
    }

    /** The cases that wait for the end of a job. */
    public static List<String> cases(Work work, long job) throws SQLException {
        List<String> cases = new ArrayList<>();
        try (PreparedStatement query = work.unwrap(Connection.class).prepareStatement(CASES)) {
            query.setLong(1, job);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    cases.add(row.getString(1));
                }
            }
        }
        return cases;
    }

    /** Jobs with files in this data folder that have ended since one of their files was to go. */
    public static List<Long> due(Work work, String place) throws SQLException {
        List<Long> jobs = new ArrayList<>();
        try (PreparedStatement query = work.unwrap(Connection.class).prepareStatement(DUE)) {
            query.setString(1, place);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    jobs.add(row.getLong(1));
                }
            }
        }
        return jobs;
    }

    private static void touch(Connection connection, Instant now, long job) throws SQLException {
        try (PreparedStatement touch = connection.prepareStatement(TOUCH)) {
            Times.set(touch, 1, now);
            touch.setLong(2, job);
            touch.executeUpdate();
        }
    }

    private static List<Found> found(PreparedStatement query) throws SQLException {
        List<Found> found = new ArrayList<>();
        try (ResultSet row = query.executeQuery()) {
            while (row.next()) {
                found.add(new Found(row.getLong("job_id"), row.getString("name"), Times.get(row, "erased_at")));
            }
        }
        return found;
    }
}
