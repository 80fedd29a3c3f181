package org.colonnade.crm.internal.store;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Plain SQL on the transaction's connection. Statements are constants; lists go in as one array. */
public final class Sql {

    /** The statement is not valid because a unique index has the value already. */
    public static final String UNIQUE = "23505";

    private Sql() {}

    /** Makes something of one row. */
    @FunctionalInterface
    public interface Reader<T> {
        /** Reads it; the row stays where it is. */
        T read(ResultSet row) throws SQLException;
    }

    /** All rows of a query. */
    public static <T> List<T> query(Connection connection, String constant, Reader<T> reader, Object... parameters)
            throws SQLException {
        try (PreparedStatement statement = prepared(connection, constant, parameters);
                ResultSet rows = statement.executeQuery()) {
            List<T> all = new ArrayList<>();
            while (rows.next()) {
                all.add(reader.read(rows));
            }
            return all;
        }
    }

    /** Changes rows and tells how many. */
    public static int update(Connection connection, String constant, Object... parameters) throws SQLException {
        try (PreparedStatement statement = prepared(connection, constant, parameters)) {
            return statement.executeUpdate();
        }
    }

    /** Ids as a parameter of {@code = any (?)}. */
    public static Array ids(Connection connection, Collection<Long> ids) throws SQLException {
        return connection.createArrayOf("bigint", ids.toArray());
    }

    /** Texts as a parameter of {@code = any (?)}. */
    public static Array texts(Connection connection, Collection<String> texts) throws SQLException {
        return connection.createArrayOf("varchar", texts.toArray());
    }

    /**
     * Sets parameters one after the other. A null is one of a text column: with a type of its own the database plans a statement that
     * comes with and without it only once.
     *
     * @return the place behind the last one
     */
    static int set(PreparedStatement statement, int from, Object... values) throws SQLException {
        int place = from;
        for (Object value : values) {
            if (value == null) {
                statement.setNull(place, Types.VARCHAR);
            } else {
                statement.setObject(place, value);
            }
            place++;
        }
        return place;
    }

    /** Whether the database takes several statements, with their parameters, in one go. */
    static boolean takesSeveral(Connection connection) throws SQLException {
        return connection.getMetaData().getDatabaseProductName().equals("PostgreSQL");
    }

    private static PreparedStatement prepared(Connection connection, String constant, Object... parameters)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(constant);
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
        return statement;
    }
}
