package org.colonnade.platform.jobs.internal.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.colonnade.platform.api.store.Work;

/** Jobs whose time is over, and how all of them do. */
public final class SweepRows {

    private static final String OVER = "select id from jobs_job where kept_until < ? and (place is null or place = ?"
            + " or kept_until < ?) order by kept_until limit 500";
    private static final String EXISTS = "select id from jobs_job where id = ?";
    private static final String DEFECTS = "select count(*) from jobs_job where state = 'FAILED' and ended_at > ?"
            + " and failure_code in ('platform.job.failed', 'platform.job.interrupted')";
    private static final String STUCK = "select count(*) from jobs_job where state = 'RUNNING' and held_until < ?";
    private static final String WAITING =
            "select count(*) from jobs_job where state = 'QUEUED' and kind = ? and due_at < ?";
    private static final String LOST =
            "select count(*) from jobs_job where state = 'QUEUED' and due_at < ? and place <> ?";

    private SweepRows() {}

    /** Jobs that need not be kept any longer; those of another data folder when nobody there has removed them in time. */
    public static List<Long> over(Work work, String place, Instant lost) throws SQLException {
        List<Long> ids = new ArrayList<>();
        try (PreparedStatement query = work.unwrap(Connection.class).prepareStatement(OVER)) {
            Times.set(query, 1, work.now());
            query.setString(2, place);
            Times.set(query, 3, lost);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    ids.add(row.getLong(1));
                }
            }
        }
        return ids;
    }

    public static boolean exists(Work work, long id) throws SQLException {
        try (PreparedStatement query = work.unwrap(Connection.class).prepareStatement(EXISTS)) {
            query.setLong(1, id);
            try (ResultSet row = query.executeQuery()) {
                return row.next();
            }
        }
    }

    /** How many failed since then for no reason of their owners'. */
    public static long defects(Work work, Instant since) throws SQLException {
        try (PreparedStatement query = work.unwrap(Connection.class).prepareStatement(DEFECTS)) {
            Times.set(query, 1, since);
            return count(query);
        }
    }

    /** How many have been without a sign of life since then, and nobody has taken them over. */
    public static long stuck(Work work, Instant since) throws SQLException {
        try (PreparedStatement query = work.unwrap(Connection.class).prepareStatement(STUCK)) {
            Times.set(query, 1, since);
            return count(query);
        }
    }

    /** How many of the kind have waited since then. */
    public static long waiting(Work work, String kind, Instant since) throws SQLException {
        try (PreparedStatement query = work.unwrap(Connection.class).prepareStatement(WAITING)) {
            query.setString(1, kind);
            Times.set(query, 2, since);
            return count(query);
        }
    }

    /** How many have waited since then for a node with another data folder. */
    public static long elsewhere(Work work, String place, Instant since) throws SQLException {
        try (PreparedStatement query = work.unwrap(Connection.class).prepareStatement(LOST)) {
            Times.set(query, 1, since);
            query.setString(2, place);
            return count(query);
        }
    }

    private static long count(PreparedStatement query) throws SQLException {
        try (ResultSet row = query.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }
}
