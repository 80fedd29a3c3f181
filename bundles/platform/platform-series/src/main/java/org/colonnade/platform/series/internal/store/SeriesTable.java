package org.colonnade.platform.series.internal.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.colonnade.platform.api.series.Reset;
import org.colonnade.platform.api.store.Work;
import org.colonnade.platform.series.internal.domain.Line;
import org.colonnade.platform.series.internal.domain.NumberPattern;

/** The series, as numbers are given in them. */
public final class SeriesTable {

    private static final String DOOR = "select id from series_door where id = 1 for update";
    private static final String BY_CODE = "select id, archived from series_series where code = ?";
    private static final String LINE = "select id, code, pattern, reset, year_start from series_series where id = ?";
    private static final String LINE_LOCKED = LINE + " for update";
    private static final String CODES = "select id, code from series_series order by code, id";
    private static final String PATTERNS = "select pattern, series from series_pattern";
    private static final String ADD_PATTERN = "insert into series_pattern (pattern, series) values (?, ?)";
    private static final String KNOWN_TAKER = "select type from series_taker where type = ?";
    private static final String ADD_TAKER = "insert into series_taker (type) values (?)";

    private SeriesTable() {}

    /**
     * A series by its code.
     *
     * @param id of the series
     * @param archived whether it was put away
     */
    public record Found(long id, boolean archived) {}

    /** Lets one transaction in after the other, until it ends: for codes and patterns. */
    public static void door(Work work) throws SQLException {
        try (PreparedStatement statement = statement(work, DOOR);
                ResultSet row = statement.executeQuery()) {
            row.next();
        }
    }

    /** The series that functions call so. */
    public static Optional<Found> byCode(Work work, String code) throws SQLException {
        try (PreparedStatement statement = statement(work, BY_CODE)) {
            statement.setString(1, code);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(new Found(row.getLong(1), row.getBoolean(2))) : Optional.empty();
            }
        }
    }

    /** A series as it stands. */
    public static Optional<Line> line(Work work, long id) throws SQLException {
        return line(work, LINE, id);
    }

    /** A series, kept from others who give numbers in it until the transaction ends. */
    public static Optional<Line> locked(Work work, long id) throws SQLException {
        return line(work, LINE_LOCKED, id);
    }

    private static Optional<Line> line(Work work, String query, long id) throws SQLException {
        try (PreparedStatement statement = statement(work, query)) {
            statement.setLong(1, id);
            try (ResultSet row = statement.executeQuery()) {
                return row.next()
                        ? Optional.of(new Line(
                                row.getLong(1),
                                row.getString(2),
                                NumberPattern.of(row.getString(3)),
                                Reset.valueOf(row.getString(4)),
                                row.getInt(5)))
                        : Optional.empty();
            }
        }
    }

    /** The ids of all series, by code. */
    public static List<Long> all(Work work) throws SQLException {
        List<Long> ids = new ArrayList<>();
        try (PreparedStatement statement = statement(work, CODES);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                ids.add(row.getLong(1));
            }
        }
        return ids;
    }

    /** Every pattern that a series has or had, and which. */
    public static Map<String, Long> patterns(Work work) throws SQLException {
        Map<String, Long> patterns = new LinkedHashMap<>();
        try (PreparedStatement statement = statement(work, PATTERNS);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                patterns.put(row.getString(1), row.getLong(2));
            }
        }
        return patterns;
    }

    /** From now on the pattern is the series' own. */
    public static void addPattern(Work work, String pattern, long series) throws SQLException {
        try (PreparedStatement statement = statement(work, ADD_PATTERN)) {
            statement.setString(1, pattern);
            statement.setLong(2, series);
            statement.executeUpdate();
        }
    }

    /** Whether somebody ever wrote down the numbers of such records. */
    public static boolean knownTaker(Work work, String type) throws SQLException {
        try (PreparedStatement statement = statement(work, KNOWN_TAKER)) {
            statement.setString(1, type);
            try (ResultSet row = statement.executeQuery()) {
                return row.next();
            }
        }
    }

    /** Somebody writes down the numbers of such records from now on. */
    public static void addTaker(Work work, String type) throws SQLException {
        try (PreparedStatement statement = statement(work, ADD_TAKER)) {
            statement.setString(1, type);
            statement.executeUpdate();
        }
    }

    static PreparedStatement statement(Work work, String sql) throws SQLException {
        return work.unwrap(Connection.class).prepareStatement(sql);
    }
}
