package org.colonnade.platform.events.kafka.internal.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.colonnade.platform.api.store.Work;

/** The rows of events_kafka_cursor: one for each company, seen by its transactions alone. */
public final class CursorRows {

    private static final String COLUMNS =
            "position, holder, held_until, failures, failing_since, retry_at, success_at, failure";
    private static final String ADD = "insert into events_kafka_cursor (position, failures) values (0, 0)";
    private static final String ONE = "select " + COLUMNS + " from events_kafka_cursor";
    private static final String LOCK = ONE + " for update";
    private static final String TRY = ONE + " for update skip locked";
    private static final String STORE =
            "update events_kafka_cursor set position = ?, holder = ?, held_until = ?, failures = ?,"
                    + " failing_since = ?, retry_at = ?, success_at = ?, failure = ?";
    private static final String RELEASE =
            "update events_kafka_cursor set holder = null, held_until = null where holder = ?";

    private CursorRows() {}

    /** The company begins with the first event of the log. */
    public static void add(Work work) throws SQLException {
        try (PreparedStatement statement = work.unwrap(Connection.class).prepareStatement(ADD)) {
            statement.executeUpdate();
        }
    }

    /** As it stands; empty before the first. */
    public static Optional<Cursor> find(Work work) throws SQLException {
        return one(work, ONE);
    }

    /** Kept from change by others until the transaction ends. */
    public static Optional<Cursor> lock(Work work) throws SQLException {
        return one(work, LOCK);
    }

    /** The same; empty also where another node is at it. */
    public static Optional<Cursor> tryLock(Work work) throws SQLException {
        return one(work, TRY);
    }

    /** This node sends until then. */
    public static void hold(Work work, Cursor cursor, String node, Instant until) throws SQLException {
        store(
                work,
                new Cursor(
                        cursor.position(),
                        node,
                        until,
                        cursor.failures(),
                        cursor.failingSince(),
                        cursor.retryAt(),
                        cursor.successAt(),
                        cursor.failure()));
    }

    /** As it is now. */
    public static void store(Work work, Cursor cursor) throws SQLException {
        try (PreparedStatement statement = work.unwrap(Connection.class).prepareStatement(STORE)) {
            statement.setLong(1, cursor.position());
            statement.setString(2, cursor.holder());
            set(statement, 3, cursor.heldUntil());
            statement.setInt(4, cursor.failures());
            set(statement, 5, cursor.failingSince());
            set(statement, 6, cursor.retryAt());
            set(statement, 7, cursor.successAt());
            statement.setString(8, cursor.failure());
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

    private static Optional<Cursor> one(Work work, String sql) throws SQLException {
        try (PreparedStatement statement = work.unwrap(Connection.class).prepareStatement(sql);
                ResultSet row = statement.executeQuery()) {
            return row.next()
                    ? Optional.of(new Cursor(
                            row.getLong(1),
                            row.getString(2),
                            get(row, 3),
                            row.getInt(4),
                            get(row, 5),
                            get(row, 6),
                            get(row, 7),
                            row.getString(8)))
                    : Optional.empty();
        }
    }

    private static void set(PreparedStatement statement, int index, Instant moment) throws SQLException {
        if (moment == null) {
            statement.setNull(index, Types.TIMESTAMP_WITH_TIMEZONE);
        } else {
            statement.setObject(index, moment.atOffset(ZoneOffset.UTC));
        }
    }

    private static Instant get(ResultSet row, int index) throws SQLException {
        OffsetDateTime moment = row.getObject(index, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }
}
