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
import org.colonnade.platform.api.Tsid;
import org.colonnade.platform.api.event.EventLog;

/** Events that a reaction could not take: the rows of platform_dead_letter. */
final class DeadLetters {

    private static final String ADD =
            "insert into platform_dead_letter (id, reaction, event_id, at, failure) values (?, ?, ?, ?, ?)";
    private static final String PAGE = "select l.id as letter, l.reaction, l.at as set_aside, l.failure,"
            + " e.id, e.company, e.position, e.type, e.subject, e.at, e.actor, e.request_id, e.data"
            + " from platform_dead_letter l join platform_event e on e.id = l.event_id where l.id < ? order by l.id desc limit ?";
    private static final String ONE = "select l.id as letter, l.reaction, l.at as set_aside, l.failure,"
            + " e.id, e.company, e.position, e.type, e.subject, e.at, e.actor, e.request_id, e.data"
            + " from platform_dead_letter l join platform_event e on e.id = l.event_id where l.id = ?";
    private static final String CLAIM = "select id from platform_dead_letter where id = ? for update";
    private static final String COUNT = "select count(*) from platform_dead_letter where reaction = ?";
    private static final String REMOVE = "delete from platform_dead_letter where id = ?";
    private static final String FAIL_AGAIN = "update platform_dead_letter set at = ?, failure = ? where id = ?";

    private DeadLetters() {}

    /** A letter with its event. */
    record Letter(long id, String reaction, Instant at, String failure, LoggedEvent event) {

        private static Letter of(ResultSet row) throws SQLException {
            return new Letter(
                    row.getLong("letter"),
                    row.getString("reaction"),
                    row.getObject("set_aside", OffsetDateTime.class).toInstant(),
                    row.getString("failure"),
                    LoggedEvent.of(row));
        }

        EventLog.DeadLetter view() {
            return new EventLog.DeadLetter(Tsid.text(id), reaction, event.entry(), at, failure);
        }
    }

    static void add(Connection connection, Letter letter) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ADD)) {
            statement.setLong(1, letter.id());
            statement.setString(2, letter.reaction());
            statement.setLong(3, letter.event().id());
            statement.setObject(4, letter.at().atOffset(ZoneOffset.UTC));
            statement.setString(5, letter.failure());
            statement.executeUpdate();
        }
    }

    /** Those with a smaller id, newest first. */
    static List<Letter> before(Connection connection, long id, int limit) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(PAGE)) {
            statement.setLong(1, id);
            statement.setInt(2, limit);
            return read(statement);
        }
    }

    static Optional<Letter> find(Connection connection, long id) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ONE)) {
            statement.setLong(1, id);
            return read(statement).stream().findFirst();
        }
    }

    /** Locks the letter until the transaction ends; false if somebody else has dealt with it. */
    static boolean claim(Connection connection, long id) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(CLAIM)) {
            statement.setLong(1, id);
            try (ResultSet row = statement.executeQuery()) {
                return row.next();
            }
        }
    }

    static long count(Connection connection, String reaction) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(COUNT)) {
            statement.setString(1, reaction);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    static void remove(Connection connection, long id) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(REMOVE)) {
            statement.setLong(1, id);
            statement.executeUpdate();
        }
    }

    static void failAgain(Connection connection, long id, Instant at, String failure) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(FAIL_AGAIN)) {
            statement.setObject(1, at.atOffset(ZoneOffset.UTC));
            statement.setString(2, failure);
            statement.setLong(3, id);
            statement.executeUpdate();
        }
    }

    private static List<Letter> read(PreparedStatement statement) throws SQLException {
        List<Letter> letters = new ArrayList<>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                letters.add(Letter.of(row));
            }
        }
        return letters;
    }
}
