package org.colonnade.platform.store.internal.event;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.colonnade.platform.api.event.EventFilter;
import org.colonnade.platform.api.event.EventLog;

/** Reads the events that have their place. */
final class Log {

    private static final String ALL =
            "select id, company, position, type, subject, at, actor, request_id, data from platform_event"
                    + " where position > ? order by position limit ?";
    private static final String OF_TYPE =
            "select id, company, position, type, subject, at, actor, request_id, data from platform_event"
                    + " where type = ? and position > ? order by position limit ?";
    private static final String COUNT =
            "select count(*) from platform_event where type = ? and (position > ? or position is null)";

    private static final String NEWEST =
            "select at from platform_event where type = ? and position > (select position - 1000 from platform_event_head"
                    + " where id = 1) order by position desc limit 1";

    private static final String HEAD = "select position from platform_event_head where id = 1";
    private static final String NAMES =
            "select position, type from platform_event where position > ? and position <= ? order by position";
    private static final String AT =
            "select id, company, position, type, subject, at, actor, request_id, data from platform_event"
                    + " where position = any (?) order by position";

    /** By the ids, which are ordered by time and have an index; transactions that overlap mix them a little. */
    private static final String FIRST_SINCE = "select min(position) from"
            + " (select position from platform_event where id >= ? order by id limit 1000) since";

    private static final int STRETCH = 2_000;

    /** The last position that was given. */
    static long head(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(HEAD);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    /** The position before the first event since an id; the head if there is none. */
    static long before(Connection connection, long id) throws SQLException {
        long head = head(connection);
        try (PreparedStatement statement = connection.prepareStatement(FIRST_SINCE)) {
            statement.setLong(1, id);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                long first = row.getLong(1);
                return row.wasNull() ? head : first - 1;
            }
        }
    }

    /** The events at these positions. */
    static List<LoggedEvent> at(Connection connection, Collection<Long> positions) throws SQLException {
        if (positions.isEmpty()) {
            return List.of();
        }
        try (PreparedStatement statement = connection.prepareStatement(AT)) {
            statement.setArray(1, connection.createArrayOf("bigint", positions.toArray()));
            return read(statement);
        }
    }

    /** The next events that a filter wants: their names are looked through for a stretch, and those that fit are read. */
    static EventLog.Slice slice(Connection connection, long position, EventFilter filter, int most)
            throws SQLException {
        // first, so that everything up to it is there
        long head = head(connection);
        if (filter.all()) {
            List<LoggedEvent> found = after(connection, position, most);
            return slice(found, found.size() < most ? Math.max(position, head) : 0);
        }
        long through = Math.min(head, position + STRETCH);
        List<Long> wanted = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(NAMES)) {
            statement.setLong(1, position);
            statement.setLong(2, through);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next() && wanted.size() < most) {
                    if (filter.matches(row.getString(2))) {
                        wanted.add(row.getLong(1));
                    }
                }
            }
        }
        return slice(at(connection, wanted), wanted.size() < most ? Math.max(position, through) : 0);
    }

    /** @param through how far was looked beyond the last event */
    private static EventLog.Slice slice(List<LoggedEvent> found, long through) {
        long last = found.isEmpty() ? 0 : found.get(found.size() - 1).position();
        return new EventLog.Slice(found.stream().map(LoggedEvent::entry).toList(), Math.max(last, through));
    }

    private static final String UNPLACED =
            "select at from platform_event where position is null order by entered limit 1";

    private Log() {}

    /** When the oldest event happened that has no place yet; null if all have one. */
    static Instant unplaced(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(UNPLACED);
                ResultSet row = statement.executeQuery()) {
            return row.next() ? row.getObject(1, OffsetDateTime.class).toInstant() : null;
        }
    }

    /** The next events of any type. */
    static List<LoggedEvent> after(Connection connection, long position, int limit) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ALL)) {
            statement.setLong(1, position);
            statement.setInt(2, limit);
            return read(statement);
        }
    }

    /** The next events of one type. */
    static List<LoggedEvent> after(Connection connection, String type, long position, int limit) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(OF_TYPE)) {
            statement.setString(1, type);
            statement.setLong(2, position);
            statement.setInt(3, limit);
            return read(statement);
        }
    }

    /** The next events of these types in the log's order; each type goes by its own index, so others cost nothing. */
    static List<LoggedEvent> after(Connection connection, List<String> types, long position, int limit)
            throws SQLException {
        List<LoggedEvent> merged = new ArrayList<>();
        for (String type : types) {
            merged.addAll(after(connection, type, position, limit));
        }
        merged.sort(Comparator.comparingLong(LoggedEvent::position));
        return merged.subList(0, Math.min(limit, merged.size()));
    }

    /** How many events of these types lie behind the position. */
    static long count(Connection connection, List<String> types, long position) throws SQLException {
        long all = 0;
        try (PreparedStatement statement = connection.prepareStatement(COUNT)) {
            for (String type : types) {
                statement.setString(1, type);
                statement.setLong(2, position);
                try (ResultSet row = statement.executeQuery()) {
                    row.next();
                    all += row.getLong(1);
                }
            }
        }
        return all;
    }

    /** When the last event of these types happened; the epoch if there is none among the last thousand of the log. */
    static Instant newest(Connection connection, Collection<String> types) throws SQLException {
        Instant newest = Instant.EPOCH;
        try (PreparedStatement statement = connection.prepareStatement(NEWEST)) {
            for (String type : types) {
                statement.setString(1, type);
                try (ResultSet row = statement.executeQuery()) {
                    if (row.next()) {
                        Instant at = row.getObject(1, OffsetDateTime.class).toInstant();
                        newest = newest.isAfter(at) ? newest : at;
                    }
                }
            }
        }
        return newest;
    }

    private static List<LoggedEvent> read(PreparedStatement statement) throws SQLException {
        List<LoggedEvent> events = new ArrayList<>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                events.add(LoggedEvent.of(row));
            }
        }
        return events;
    }
}
