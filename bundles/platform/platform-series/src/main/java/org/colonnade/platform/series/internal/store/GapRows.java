package org.colonnade.platform.series.internal.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.colonnade.platform.api.store.Work;

/** Numbers that are not as they must be. */
public final class GapRows {

    private static final String WRONG =
            "select s.code, c.period, c.beginning, c.latest, count(n.number), min(n.number), max(n.number)"
                    + " from series_counter c join series_series s on s.id = c.series"
                    + " left join series_number n on n.series = c.series and n.period = c.period"
                    + " group by s.id, s.code, c.period, c.beginning, c.latest"
                    + " having count(n.number) <> c.latest - c.beginning + 1 or min(n.number) <> c.beginning or max(n.number) <> c.latest"
                    + " order by s.code, c.period limit ?";
    private static final String STRAY =
            "select s.code, n.period, n.number from series_number n join series_series s on s.id = n.series"
                    + " left join series_counter c on c.series = n.series and c.period = n.period"
                    + " where c.series is null order by s.code, n.period, n.number limit ?";
    private static final String ALIKE =
            "select number_text, count(*) from series_number group by company, number_text having count(*) > 1 order by number_text limit ?";

    private GapRows() {}

    /** So many at most, each in a line. */
    public static List<String> find(Work work, int limit) throws SQLException {
        List<String> found = new ArrayList<>();
        collect(
                work,
                WRONG,
                limit,
                found,
                row -> "series " + row.getString(1) + ", period '" + row.getString(2) + "': "
                        + row.getLong(5) + " numbers from " + row.getLong(6) + " to " + row.getLong(7) + " where "
                        + row.getLong(3) + " to " + row.getLong(4) + " were given");
        collect(
                work,
                STRAY,
                limit - found.size(),
                found,
                row -> "series " + row.getString(1) + ": number " + row.getLong(3) + " in the period '"
                        + row.getString(2) + "', which never began");
        collect(
                work,
                ALIKE,
                limit - found.size(),
                found,
                row -> "number " + row.getString(1) + " was given " + row.getLong(2) + " times");
        return found;
    }

    /** Tells of one row. */
    @FunctionalInterface
    private interface Line {
        String of(ResultSet row) throws SQLException;
    }

    private static void collect(Work work, String query, int limit, List<String> found, Line line) throws SQLException {
        if (limit <= 0) {
            return;
        }
        try (PreparedStatement statement = SeriesTable.statement(work, query)) {
            statement.setInt(1, limit);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(line.of(row));
                }
            }
        }
    }
}
