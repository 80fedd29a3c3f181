package org.colonnade.platform.store.internal.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Where the chains end: the rows of platform_audit_head. */
final class Heads {

    private static final String ALL = "select company, position, chain from platform_audit_head order by company";
    private static final String ONE = "select company, position, chain from platform_audit_head where company = ?";
    private static final String LOCK =
            "select company, position, chain from platform_audit_head where company = ? for update";
    private static final String MOVE = "update platform_audit_head set position = ?, chain = ? where company = ?";

    private Heads() {}

    /** The end of one chain; no chain value before the first row. */
    record Head(long company, long position, byte[] chain) {}

    static List<Head> all(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ALL)) {
            return read(statement);
        }
    }

    static Head of(Connection connection, long company) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ONE)) {
            return one(statement, company);
        }
    }

    /** Until the transaction's end nobody else moves it. */
    static Head locked(Connection connection, long company) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LOCK)) {
            return one(statement, company);
        }
    }

    static void move(Connection connection, Head to) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(MOVE)) {
            statement.setLong(1, to.position());
            statement.setBytes(2, to.chain());
            statement.setLong(3, to.company());
            statement.executeUpdate();
        }
    }

    private static Head one(PreparedStatement statement, long company) throws SQLException {
        statement.setLong(1, company);
        List<Head> found = read(statement);
        if (found.isEmpty()) {
            throw new SQLException("The audit of company " + company + " has no head");
        }
        return found.get(0);
    }

    private static List<Head> read(PreparedStatement statement) throws SQLException {
        List<Head> heads = new ArrayList<>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                heads.add(new Head(row.getLong(1), row.getLong(2), row.getBytes(3)));
            }
        }
        return heads;
    }
}
