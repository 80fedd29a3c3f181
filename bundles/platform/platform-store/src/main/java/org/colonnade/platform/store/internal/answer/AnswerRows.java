package org.colonnade.platform.store.internal.answer;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.colonnade.platform.api.store.KeptAnswer;

/** The rows of platform_kept_answer. */
final class AnswerRows {

    private static final String TAKE = "insert into platform_kept_answer (id, at) values (?, ?)";
    private static final String KEEP =
            "update platform_kept_answer set fingerprint = ?, status = ?, whole = ?, headers = ?, body = ? where id = ?";
    private static final String FIND =
            "select fingerprint, status, whole, headers, body from platform_kept_answer where id = ? and at > ?";
    private static final String REMOVE = "delete from platform_kept_answer where id = ? and at <= ?";
    private static final String SWEEP = "delete from platform_kept_answer where id in"
            + " (select id from platform_kept_answer where at <= ? order by at limit 1000)";

    private AnswerRows() {}

    /** What is kept under a key, and for which request. */
    record Row(String fingerprint, KeptAnswer answer) {}

    /**
     * Makes the key this transaction's own.
     *
     * @param patience for how many seconds to wait for another transaction that has it; 0 for the database's own limit
     */
    static void take(Connection connection, String id, Instant now, int patience) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(TAKE)) {
            if (patience > 0) {
                insert.setQueryTimeout(patience);
            }
            insert.setString(1, id);
            insert.setObject(2, now.atOffset(ZoneOffset.UTC));
            insert.executeUpdate();
        }
    }

    static void keep(Connection connection, String id, Row row) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(KEEP)) {
            update.setString(1, row.fingerprint());
            update.setInt(2, row.answer().status());
            update.setBoolean(3, row.answer().whole());
            update.setString(4, text(row.answer().headers()));
            update.setString(5, row.answer().body());
            update.setString(6, id);
            update.executeUpdate();
        }
    }

    static Optional<Row> find(Connection connection, String id, Instant since) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(FIND)) {
            query.setString(1, id);
            query.setObject(2, since.atOffset(ZoneOffset.UTC));
            try (ResultSet row = query.executeQuery()) {
                return row.next()
                        ? Optional.of(new Row(
                                row.getString(1),
                                new KeptAnswer(
                                        row.getInt(2),
                                        headers(row.getString(4)),
                                        row.getString(5),
                                        row.getBoolean(3),
                                        true)))
                        : Optional.empty();
            }
        }
    }

    static void removeOld(Connection connection, String id, Instant until) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(REMOVE)) {
            delete.setString(1, id);
            delete.setObject(2, until.atOffset(ZoneOffset.UTC));
            delete.executeUpdate();
        }
    }

    /** Removes some of the old ones. @return how many */
    static int sweep(Connection connection, Instant until) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(SWEEP)) {
            delete.setObject(1, until.atOffset(ZoneOffset.UTC));
            return delete.executeUpdate();
        }
    }

    private static String text(Map<String, String> headers) {
        return headers.entrySet().stream()
                .map(header -> header.getKey() + ':' + header.getValue())
                .sorted()
                .collect(Collectors.joining("\n"));
    }

    private static Map<String, String> headers(String text) {
        Map<String, String> headers = new LinkedHashMap<>();
        text.lines()
                .forEach(line ->
                        headers.put(line.substring(0, line.indexOf(':')), line.substring(line.indexOf(':') + 1)));
        return headers;
    }
}
