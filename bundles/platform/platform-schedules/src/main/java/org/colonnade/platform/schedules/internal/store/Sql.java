package org.colonnade.platform.schedules.internal.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.store.Work;

/** Statements with their values, and rows as what they stand for. */
final class Sql {

    private Sql() {}

    static int update(Work work, String text, Object... values) throws SQLException {
        try (PreparedStatement statement = work.unwrap(Connection.class).prepareStatement(text)) {
            bind(statement, values);
            return statement.executeUpdate();
        }
    }

    static <T> List<T> list(Work work, String text, Row<T> row, Object... values) throws SQLException {
        try (PreparedStatement statement = work.unwrap(Connection.class).prepareStatement(text)) {
            bind(statement, values);
            try (ResultSet rows = statement.executeQuery()) {
                List<T> all = new ArrayList<>();
                while (rows.next()) {
                    all.add(row.of(rows));
                }
                return all;
            }
        }
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    static Ref ref(ResultSet row, String column) throws SQLException {
        String text = row.getString(column);
        return text == null ? null : Ref.parse(text);
    }

    private static void bind(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            Object value = values[i];
            if (value instanceof Instant instant) {
                statement.setObject(i + 1, instant.atOffset(ZoneOffset.UTC));
            } else if (value instanceof Ref || value instanceof Enum<?>) {
                statement.setString(i + 1, value.toString());
            } else if (value == null) {
                statement.setNull(i + 1, Types.NULL);
            } else {
                statement.setObject(i + 1, value);
            }
        }
    }

    /** What a row stands for. */
    @FunctionalInterface
    interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }
}
