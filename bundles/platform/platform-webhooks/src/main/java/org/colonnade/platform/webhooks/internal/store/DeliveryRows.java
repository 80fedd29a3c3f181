package org.colonnade.platform.webhooks.internal.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.colonnade.platform.api.event.EventLog.Entry;
import org.colonnade.platform.api.store.Work;
import org.colonnade.platform.webhooks.internal.domain.DeliveryState;

/** The rows of webhooks_delivery. */
public final class DeliveryRows {

    private static final String ADD =
            "insert into webhooks_delivery (id, subscriber_id, position, event_id, type, subject, state,"
                    + " by_hand, attempts, made_at, next_at) values (?, ?, ?, ?, ?, ?, 'PENDING', false, 0, ?, ?)";
    private static final String PENDING =
            "select id, subscriber_id, position, event_id, type, subject, state, by_hand, attempts, made_at, first_at, last_at,"
                    + " next_at, status, millis, failure from webhooks_delivery"
                    + " where subscriber_id = ? and state = 'PENDING' order by position, id limit ?";
    private static final String PAGE =
            "select id, subscriber_id, position, event_id, type, subject, state, by_hand, attempts, made_at, first_at, last_at,"
                    + " next_at, status, millis, failure from webhooks_delivery"
                    + " where subscriber_id = ? and id < ? order by id desc limit ?";
    private static final String PAGE_OF_STATE =
            "select id, subscriber_id, position, event_id, type, subject, state, by_hand, attempts, made_at, first_at, last_at,"
                    + " next_at, status, millis, failure from webhooks_delivery"
                    + " where subscriber_id = ? and state = ? and id < ? order by id desc limit ?";
    private static final String ONE =
            "select id, subscriber_id, position, event_id, type, subject, state, by_hand, attempts, made_at, first_at, last_at,"
                    + " next_at, status, millis, failure from webhooks_delivery where id = ? and subscriber_id = ?";
    private static final String COUNT =
            "select count(*) from webhooks_delivery where subscriber_id = ? and state = 'PENDING'";
    private static final String SENT =
            "update webhooks_delivery set state = ?, attempts = ?, first_at = ?, last_at = ?,"
                    + " next_at = ?, status = ?, millis = ?, failure = ? where id = ? and state = 'PENDING'";
    private static final String WITHHOLD =
            "update webhooks_delivery set state = 'WITHHELD', last_at = ? where id = ? and state = 'PENDING'";
    private static final String HURRY = "update webhooks_delivery set next_at = ?"
            + " where subscriber_id = ? and state = 'PENDING' and next_at > ?";
    private static final String AGAIN = "update webhooks_delivery set state = 'PENDING', by_hand = true, attempts = 0,"
            + " first_at = null, next_at = ? where id = ?";
    private static final String TAKE_BACK =
            "delete from webhooks_delivery where subscriber_id = ? and state = 'PENDING' and position > ?";
    private static final String SWEEP =
            "delete from webhooks_delivery where state in ('DELIVERED', 'FAILED', 'WITHHELD') and last_at < ?";

    private DeliveryRows() {}

    /** The turn of these events has come. */
    public static void add(Work work, long subscriber, List<Entry> events, Instant now) throws SQLException {
        try (PreparedStatement statement = work.unwrap(Connection.class).prepareStatement(ADD)) {
            for (Entry event : events) {
                statement.setLong(1, work.newId());
                statement.setLong(2, subscriber);
                statement.setLong(3, event.position());
                statement.setString(4, event.id());
                statement.setString(5, event.type());
                statement.setString(6, event.subject());
                Times.set(statement, 7, now);
                Times.set(statement, 8, now);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    /** Those that were not taken yet, in the log's order. */
    public static List<Delivery> pending(Work work, long subscriber, int limit) throws SQLException {
        try (PreparedStatement statement = work.unwrap(Connection.class).prepareStatement(PENDING)) {
            statement.setLong(1, subscriber);
            statement.setInt(2, limit);
            return read(statement);
        }
    }

    /** Newest first, with an id below this one; of every state if none is named. */
    public static List<Delivery> page(Work work, long subscriber, DeliveryState state, long below, int limit)
            throws SQLException {
        try (PreparedStatement statement =
                work.unwrap(Connection.class).prepareStatement(state == null ? PAGE : PAGE_OF_STATE)) {
            int next = 1;
            statement.setLong(next++, subscriber);
            if (state != null) {
                statement.setString(next++, state.name());
            }
            statement.setLong(next++, below);
            statement.setInt(next, limit);
            return read(statement);
        }
    }

    /** One of a subscriber's. */
    public static Optional<Delivery> find(Work work, long subscriber, long id) throws SQLException {
        try (PreparedStatement statement = work.unwrap(Connection.class).prepareStatement(ONE)) {
            statement.setLong(1, id);
            statement.setLong(2, subscriber);
            return read(statement).stream().findFirst();
        }
    }

    /** How many wait. */
    public static long waiting(Work work, long subscriber) throws SQLException {
        try (PreparedStatement statement = work.unwrap(Connection.class).prepareStatement(COUNT)) {
            statement.setLong(1, subscriber);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    /** How an attempt went; nothing if the delivery waits no more. */
    public static void sent(Work work, Delivery after) throws SQLException {
        try (PreparedStatement statement = work.unwrap(Connection.class).prepareStatement(SENT)) {
            statement.setString(1, after.state().name());
            statement.setInt(2, after.attempts());
            Times.set(statement, 3, after.firstAt());
            Times.set(statement, 4, after.lastAt());
            Times.set(statement, 5, after.nextAt());
            if (after.status() == null) {
                statement.setNull(6, Types.INTEGER);
            } else {
                statement.setInt(6, after.status());
            }
            statement.setLong(7, after.millis());
            statement.setString(8, after.failure());
            statement.setLong(9, after.id());
            statement.executeUpdate();
        }
    }

    /** These are not sent. */
    public static void withhold(Work work, List<Delivery> some, Instant now) throws SQLException {
        try (PreparedStatement statement = work.unwrap(Connection.class).prepareStatement(WITHHOLD)) {
            for (Delivery one : some) {
                Times.set(statement, 1, now);
                statement.setLong(2, one.id());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    /** The receiver is back: what waits is sent now. */
    public static void hurry(Work work, long subscriber, Instant now) throws SQLException {
        try (PreparedStatement statement = work.unwrap(Connection.class).prepareStatement(HURRY)) {
            Times.set(statement, 1, now);
            statement.setLong(2, subscriber);
            Times.set(statement, 3, now);
            statement.executeUpdate();
        }
    }

    /** It is sent once more. */
    public static void again(Work work, long id, Instant now) throws SQLException {
        try (PreparedStatement statement = work.unwrap(Connection.class).prepareStatement(AGAIN)) {
            Times.set(statement, 1, now);
            statement.setLong(2, id);
            statement.executeUpdate();
        }
    }

    /** What waits behind a position comes anew from there. */
    public static void takeBack(Work work, long subscriber, long position) throws SQLException {
        try (PreparedStatement statement = work.unwrap(Connection.class).prepareStatement(TAKE_BACK)) {
            statement.setLong(1, subscriber);
            statement.setLong(2, position);
            statement.executeUpdate();
        }
    }

    /** Those that ended before a moment need not be kept. */
    public static int sweep(Work work, Instant before) throws SQLException {
        try (PreparedStatement statement = work.unwrap(Connection.class).prepareStatement(SWEEP)) {
            Times.set(statement, 1, before);
            return statement.executeUpdate();
        }
    }

    private static List<Delivery> read(PreparedStatement statement) throws SQLException {
        List<Delivery> found = new ArrayList<>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                found.add(read(row));
            }
        }
        return found;
    }

    private static Delivery read(ResultSet row) throws SQLException {
        return new Delivery(
                row.getLong("id"),
                row.getLong("subscriber_id"),
                row.getLong("position"),
                row.getString("event_id"),
                row.getString("type"),
                row.getString("subject"),
                DeliveryState.valueOf(row.getString("state")),
                row.getBoolean("by_hand"),
                row.getInt("attempts"),
                Times.get(row, "made_at"),
                Times.get(row, "first_at"),
                Times.get(row, "last_at"),
                Times.get(row, "next_at"),
                row.getObject("status", Integer.class),
                row.getObject("millis", Long.class),
                row.getString("failure"));
    }
}
