package org.colonnade.platform.webhooks.internal.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.colonnade.platform.api.store.Work;

/** The rows of webhooks_cursor. */
public final class CursorRows {

    private static final String ADD =
            "insert into webhooks_cursor (subscriber_id, position, failures) values (?, ?, 0)";
    private static final String ONE =
            "select subscriber_id, position, holder, held_until, paused_code, paused_at, failures, failing_since, retry_at,"
                    + " success_at, failure_at, failure from webhooks_cursor where subscriber_id = ?";
    private static final String LOCK =
            "select subscriber_id, position, holder, held_until, paused_code, paused_at, failures, failing_since, retry_at,"
                    + " success_at, failure_at, failure from webhooks_cursor where subscriber_id = ? for update";
    private static final String TRY =
            "select subscriber_id, position, holder, held_until, paused_code, paused_at, failures, failing_since, retry_at,"
                    + " success_at, failure_at, failure from webhooks_cursor where subscriber_id = ? for update skip locked";
    private static final String ALL =
            "select subscriber_id from webhooks_cursor where paused_code is null order by subscriber_id";
    private static final String TROUBLED = "select c.subscriber_id from webhooks_cursor c join webhooks_subscriber s"
            + " on s.id = c.subscriber_id where s.active = true and s.archived = false"
            + " and (c.paused_code is not null or c.failing_since < ?) order by c.subscriber_id limit 20";
    private static final String HOLD = "update webhooks_cursor set holder = ?, held_until = ? where subscriber_id = ?";
    private static final String RELEASE =
            "update webhooks_cursor set holder = null, held_until = null where holder = ?";
    private static final String MOVE = "update webhooks_cursor set position = ? where subscriber_id = ?";
    private static final String PAUSE =
            "update webhooks_cursor set paused_code = ?, paused_at = ? where subscriber_id = ?";
    private static final String SUCCESS =
            "update webhooks_cursor set failures = 0, failing_since = null, retry_at = null,"
                    + " success_at = ? where subscriber_id = ?";
    private static final String ANEW = "update webhooks_cursor set failures = 0, failing_since = null, retry_at = null"
            + " where subscriber_id = ?";
    private static final String FAILURE = "update webhooks_cursor set failures = ?, failing_since = ?, retry_at = ?,"
            + " failure_at = ?, failure = ? where subscriber_id = ?";

    private CursorRows() {}

    /** A new subscriber hears of what happens behind this position. */
    public static void add(Work work, long subscriber, long position) throws SQLException {
        try (PreparedStatement statement = work.unwrap(Connection.class).prepareStatement(ADD)) {
            statement.setLong(1, subscriber);
            statement.setLong(2, position);
            statement.executeUpdate();
        }
    }

    /** As it stands. */
    public static Optional<Cursor> find(Work work, long subscriber) throws SQLException {
        return one(work, ONE, subscriber);
    }

    /** Kept from change by others until the transaction ends. */
    public static Optional<Cursor> lock(Work work, long subscriber) throws SQLException {
        return one(work, LOCK, subscriber);
    }

    /** The same; empty where another node is at it. */
    public static Optional<Cursor> tryLock(Work work, long subscriber) throws SQLException {
        return one(work, TRY, subscriber);
    }

    /** Those for whom something could be sent. */
    public static List<Long> open(Work work) throws SQLException {
        try (PreparedStatement statement = work.unwrap(Connection.class).prepareStatement(ALL)) {
            return ids(statement);
        }
    }

    /** Some of those that are paused, or have taken nothing since a moment. */
    public static List<Long> troubled(Work work, Instant since) throws SQLException {
        try (PreparedStatement statement = work.unwrap(Connection.class).prepareStatement(TROUBLED)) {
            Times.set(statement, 1, since);
            return ids(statement);
        }
    }

    /** This node sends until then. */
    public static void hold(Work work, long subscriber, String node, Instant until) throws SQLException {
        try (PreparedStatement statement = work.unwrap(Connection.class).prepareStatement(HOLD)) {
            statement.setString(1, node);
            Times.set(statement, 2, until);
            statement.setLong(3, subscriber);
            statement.executeUpdate();
        }
    }

    /** This node sends nothing more. */
    public static void release(Work work, String node) throws SQLException {
        try (PreparedStatement statement = work.unwrap(Connection.class).prepareStatement(RELEASE)) {
            statement.setString(1, node);
            statement.executeUpdate();
        }
    }

    /** Everything up to there was looked at. */
    public static void move(Work work, long subscriber, long position) throws SQLException {
        try (PreparedStatement statement = work.unwrap(Connection.class).prepareStatement(MOVE)) {
            statement.setLong(1, position);
            statement.setLong(2, subscriber);
            statement.executeUpdate();
        }
    }

    /** Nothing is sent until somebody says so; with null something is again. */
    public static void pause(Work work, long subscriber, String code, Instant at) throws SQLException {
        try (PreparedStatement statement = work.unwrap(Connection.class).prepareStatement(PAUSE)) {
            statement.setString(1, code);
            Times.set(statement, 2, at);
            statement.setLong(3, subscriber);
            statement.executeUpdate();
        }
    }

    /** What failed is forgotten: it is tried as if nothing had been. */
    public static void anew(Work work, long subscriber) throws SQLException {
        try (PreparedStatement statement = work.unwrap(Connection.class).prepareStatement(ANEW)) {
            statement.setLong(1, subscriber);
            statement.executeUpdate();
        }
    }

    /** Something was taken. */
    public static void success(Work work, long subscriber, Instant at) throws SQLException {
        try (PreparedStatement statement = work.unwrap(Connection.class).prepareStatement(SUCCESS)) {
            Times.set(statement, 1, at);
            statement.setLong(2, subscriber);
            statement.executeUpdate();
        }
    }

    /** Something was not taken. */
    public static void failure(Work work, Cursor failed) throws SQLException {
        try (PreparedStatement statement = work.unwrap(Connection.class).prepareStatement(FAILURE)) {
            statement.setInt(1, failed.failures());
            Times.set(statement, 2, failed.failingSince());
            Times.set(statement, 3, failed.retryAt());
            Times.set(statement, 4, failed.failureAt());
            statement.setString(5, failed.failure());
            statement.setLong(6, failed.subscriber());
            statement.executeUpdate();
        }
    }

    private static Optional<Cursor> one(Work work, String sql, long subscriber) throws SQLException {
        try (PreparedStatement statement = work.unwrap(Connection.class).prepareStatement(sql)) {
            statement.setLong(1, subscriber);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(read(row)) : Optional.empty();
            }
        }
    }

    private static Cursor read(ResultSet row) throws SQLException {
        return new Cursor(
                row.getLong("subscriber_id"),
                row.getLong("position"),
                row.getString("holder"),
                Times.get(row, "held_until"),
                row.getString("paused_code"),
                Times.get(row, "paused_at"),
                row.getInt("failures"),
                Times.get(row, "failing_since"),
                Times.get(row, "retry_at"),
                Times.get(row, "success_at"),
                Times.get(row, "failure_at"),
                row.getString("failure"));
    }

    private static List<Long> ids(PreparedStatement statement) throws SQLException {
        List<Long> ids = new ArrayList<>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                ids.add(row.getLong(1));
            }
        }
        return ids;
    }
}
