package org.colonnade.platform.store.internal.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.colonnade.platform.api.Ref;

/** Reads rows of the audit with what lies apart. */
final class Rows {

    private static final String WHOLE = "select a.id, a.company, a.position, a.at, a.actor, a.request_id, a.action,"
            + " a.subject, a.version, a.payload_digest, a.chain, a.principal, p.salt, p.before_text, p.after_text"
            + " from platform_audit a left join platform_audit_payload p on p.id = a.id";
    private static final String IN_CHAIN =
            WHOLE + " where a.company = ? and a.position > ? order by a.position limit ?";
    private static final String OF_SUBJECT = WHOLE + " where a.subject = ? and a.id < ? order by a.id desc limit ?";
    private static final String OF_VERSION =
            WHOLE + " where a.subject = ? and a.version = ? and p.after_text is not null order by a.id desc limit 1";
    private static final String ONE = WHOLE + " where a.id = ?";
    private static final String CHAIN = "select chain from platform_audit where company = ? and position = ?";

    private Rows() {}

    /** The next rows of a chain. */
    static List<StoredRow> after(Connection connection, long company, long position, int limit) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(IN_CHAIN)) {
            statement.setLong(1, company);
            statement.setLong(2, position);
            statement.setInt(3, limit);
            return read(statement);
        }
    }

    /** What was written down of a record, newest first. */
    static List<StoredRow> of(Connection connection, Ref subject, long before, int limit) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(OF_SUBJECT)) {
            statement.setString(1, subject.toString());
            statement.setLong(2, before);
            statement.setInt(3, limit);
            return read(statement);
        }
    }

    /** What one version left behind. */
    static Optional<String> snapshot(Connection connection, String subject, long version) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(OF_VERSION)) {
            statement.setString(1, subject);
            statement.setLong(2, version);
            return read(statement).stream().findFirst().map(StoredRow::after);
        }
    }

    static Optional<StoredRow> find(Connection connection, long id) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ONE)) {
            statement.setLong(1, id);
            return read(statement).stream().findFirst();
        }
    }

    /** The chain value at a position, or null. */
    static byte[] chain(Connection connection, long company, long position) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(CHAIN)) {
            statement.setLong(1, company);
            statement.setLong(2, position);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? row.getBytes(1) : null;
            }
        }
    }

    private static List<StoredRow> read(PreparedStatement statement) throws SQLException {
        List<StoredRow> rows = new ArrayList<>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                rows.add(StoredRow.of(row));
            }
        }
        return rows;
    }
}
