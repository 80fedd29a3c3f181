package org.colonnade.platform.dossier.internal.store;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.store.Work;

/** Plain SQL on the connection of the transaction, whichever function's it is. Statements are constants; lists go in as one array. */
final class Sql {

    private static final String UNIQUE = "23505";
    private static final String REPEAT = "40001";

    private Sql() {}

    /** Makes something of one row. */
    @FunctionalInterface
    interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** All rows of a query. */
    static <T> List<T> query(Work work, String constant, Reader<T> reader, Object... parameters) throws SQLException {
        try (PreparedStatement statement = prepared(work, constant, parameters);
                ResultSet rows = statement.executeQuery()) {
            List<T> all = new ArrayList<>();
            while (rows.next()) {
                all.add(reader.read(rows));
            }
            return all;
        }
    }

    /** The only row of a query. */
    static <T> Optional<T> one(Work work, String constant, Reader<T> reader, Object... parameters) throws SQLException {
        return query(work, constant, reader, parameters).stream().findFirst();
    }

    /** Changes rows and tells how many. */
    static int update(Work work, String constant, Object... parameters) throws SQLException {
        try (PreparedStatement statement = prepared(work, constant, parameters)) {
            return statement.executeUpdate();
        } catch (SQLException failure) {
            throw again(failure);
        }
    }

    /** Changes rows with one statement for many sets of parameters. */
    static void batch(Work work, String constant, Collection<Object[]> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = work.unwrap(Connection.class).prepareStatement(constant)) {
            for (Object[] row : rows) {
                bind(statement, row);
                statement.addBatch();
            }
            statement.executeBatch();
        } catch (SQLException failure) {
            throw again(failure);
        }
    }

    /**
     * Somebody else wrote the same row at the same moment: done once more from the beginning, the work will find it there. So unique
     * indexes are for races only; what a caller may do wrong is looked for before.
     */
    private static SQLException again(SQLException failure) {
        for (SQLException e = failure; e != null; e = e.getNextException()) {
            if (UNIQUE.equals(e.getSQLState())) {
                return new SQLException("Another transaction wrote the same row", REPEAT, failure);
            }
        }
        return failure;
    }

    /** Ids as a parameter of {@code = any (?)}. */
    static Array ids(Work work, Collection<Long> ids) throws SQLException {
        return work.unwrap(Connection.class).createArrayOf("bigint", ids.toArray());
    }

    /** Texts as a parameter of {@code = any (?)}. */
    static Array texts(Work work, Collection<String> texts) throws SQLException {
        return work.unwrap(Connection.class).createArrayOf("varchar", texts.toArray());
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    static Ref ref(ResultSet row, String column) throws SQLException {
        return Ref.parse(row.getString(column));
    }

    private static PreparedStatement prepared(Work work, String constant, Object... parameters) throws SQLException {
        PreparedStatement statement = work.unwrap(Connection.class).prepareStatement(constant);
        bind(statement, parameters);
        return statement;
    }

    private static void bind(PreparedStatement statement, Object[] parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, column(parameters[i]));
        }
    }

    private static Object column(Object value) {
        if (value instanceof Instant instant) {
            return instant.atOffset(ZoneOffset.UTC);
        }
        if (value instanceof Ref || value instanceof Enum<?>) {
            return value.toString();
        }
        return value;
    }
}
