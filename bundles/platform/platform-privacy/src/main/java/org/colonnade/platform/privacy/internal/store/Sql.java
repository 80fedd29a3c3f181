package org.colonnade.platform.privacy.internal.store;

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
import org.colonnade.platform.api.Page;
import org.colonnade.platform.api.PageRequest;
import org.colonnade.platform.api.Tsid;
import org.colonnade.platform.api.store.Work;

/** Plain SQL on the transaction's connection. Statements are constants. */
final class Sql {

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

    /** The first row of a query. */
    static <T> Optional<T> one(Work work, String constant, Reader<T> reader, Object... parameters) throws SQLException {
        return query(work, constant, reader, parameters).stream().findFirst();
    }

    /** Changes rows and tells how many. */
    static int update(Work work, String constant, Object... parameters) throws SQLException {
        try (PreparedStatement statement = prepared(work, constant, parameters)) {
            return statement.executeUpdate();
        }
    }

    /** A moment of a row, or null. */
    static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    /** The id below which the page's items lie, newest first. */
    static long before(PageRequest page) {
        List<String> keys = page.keys(1);
        return keys.isEmpty() ? Long.MAX_VALUE : Tsid.parse(keys.get(0));
    }

    /** A page of rows of which one more than wanted was read. */
    static <T> Page<T> page(List<T> read, PageRequest page, java.util.function.Function<T, String> id) {
        boolean more = read.size() > page.limit();
        List<T> shown = more ? read.subList(0, page.limit()) : read;
        return new Page<>(shown, more ? PageRequest.cursor(id.apply(shown.get(shown.size() - 1))) : null);
    }

    private static PreparedStatement prepared(Work work, String constant, Object... parameters) throws SQLException {
        PreparedStatement statement = work.unwrap(Connection.class).prepareStatement(constant);
        for (int i = 0; i < parameters.length; i++) {
            Object value = parameters[i];
            statement.setObject(i + 1, value instanceof Instant time ? time.atOffset(ZoneOffset.UTC) : value);
        }
        return statement;
    }
}
