package org.colonnade.platform.store.internal.event;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where the reactions stand: the rows of platform_reaction. */
final class Cursors {

    private static final String ADD =
            "insert into platform_reaction (module, types, name, position, tries) values (?, ?, ?, ?, 0)";
    private static final String RENEW = "update platform_reaction set module = ?, types = ? where name = ?";
    private static final String HEAD = "select position from platform_event_head where id = 1";
    private static final String ONE =
            "select name, types, position, tries, next_try, failure from platform_reaction where name = ?";
    private static final String ALL =
            "select name, types, position, tries, next_try, failure from platform_reaction order by name";
    private static final String CLAIM = "select position from platform_reaction where name = ? for update skip locked";
    private static final String ADVANCE =
            "update platform_reaction set position = ?, tries = 0, next_try = null, failure = null where name = ?";
    private static final String WAIT =
            "update platform_reaction set tries = ?, next_try = ?, failure = ? where name = ?";

    private Cursors() {}

    /** Where one reaction stands. */
    record Cursor(String name, List<String> types, long position, int tries, Instant nextTry, String failure) {

        private static Cursor of(ResultSet row) throws SQLException {
            OffsetDateTime next = row.getObject("next_try", OffsetDateTime.class);
            return new Cursor(
                    row.getString("name"),
                    List.of(row.getString("types").split(",")),
                    row.getLong("position"),
                    row.getInt("tries"),
                    next == null ? null : next.toInstant(),
                    row.getString("failure"));
        }
    }

    /** Makes the row of a reaction that is new, and notes what the reaction waits for now. */
    static void enrol(Connection connection, String name, String module, List<String> types, boolean fromTheBeginning)
            throws SQLException {
        String joined = String.join(",", types);
        if (enter(connection, RENEW, name, module, joined, null) == 0) {
            enter(connection, ADD, name, module, joined, fromTheBeginning ? 0 : head(connection));
        }
    }

    private static int enter(Connection connection, String sql, String name, String module, String types, Long position)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, module);
            statement.setString(2, types);
            statement.setString(3, name);
            if (position != null) {
                statement.setLong(4, position);
            }
            return statement.executeUpdate();
        }
    }

    static Cursor find(Connection connection, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ONE)) {
            statement.setString(1, name);
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    throw new SQLException("The reaction '" + name + "' has no cursor");
                }
                return Cursor.of(row);
            }
        }
    }

    static List<Cursor> all(Connection connection) throws SQLException {
        List<Cursor> cursors = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(ALL);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                cursors.add(Cursor.of(row));
            }
        }
        return cursors;
    }

    /** Locks the row until the transaction ends; empty if another node has it. */
    static Optional<Long> claim(Connection connection, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(CLAIM)) {
            statement.setString(1, name);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(row.getLong(1)) : Optional.empty();
            }
        }
    }

    static void advance(Connection connection, String name, long position) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ADVANCE)) {
            statement.setLong(1, position);
            statement.setString(2, name);
            statement.executeUpdate();
        }
    }

    static void await(Connection connection, String name, int tries, Instant until, String failure)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(WAIT)) {
            statement.setInt(1, tries);
            statement.setObject(2, until.atOffset(ZoneOffset.UTC));
            statement.setString(3, failure);
            statement.setString(4, name);
            statement.executeUpdate();
        }
    }

    private static long head(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(HEAD);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }
}
