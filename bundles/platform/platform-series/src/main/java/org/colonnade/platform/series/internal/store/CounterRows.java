package org.colonnade.platform.series.internal.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.colonnade.platform.api.store.Work;

/** How far each series has come in each period. Changed only by who holds the series' row. */
public final class CounterRows {

    private static final String COLUMNS = "select series, period, beginning, latest, told from series_counter";
    private static final String ONE = COLUMNS + " where series = ? and period = ?";
    private static final String OF_SERIES = COLUMNS + " where series = ? order by period desc";
    private static final String BEHIND = COLUMNS + " where told < latest order by series, period";
    private static final String ADD =
            "insert into series_counter (series, period, beginning, latest, told) values (?, ?, ?, ?, ?)";
    private static final String MOVE = "update series_counter set latest = ?, told = ? where series = ? and period = ?";

    private CounterRows() {}

    /**
     * How far a series has come.
     *
     * @param beginning the first number of the period
     * @param latest the last one that was given
     * @param told up to which number those who write numbers down know them
     */
    public record Counter(long series, String period, long beginning, long latest, long told) {

        /** Nothing was given yet. */
        public static Counter fresh(long series, String period, long beginning) {
            return new Counter(series, period, beginning, beginning - 1, beginning - 1);
        }

        /** The same after so many further numbers. */
        public Counter at(long nowLatest, long nowTold) {
            return new Counter(series, period, beginning, nowLatest, nowTold);
        }
    }

    /** How far it is; empty before the period's first number. */
    public static Optional<Counter> find(Work work, long series, String period) throws SQLException {
        try (PreparedStatement query = SeriesTable.statement(work, ONE)) {
            query.setLong(1, series);
            query.setString(2, period);
            return rows(query).stream().findFirst();
        }
    }

    /** All periods of a series, the latest first. */
    public static List<Counter> of(Work work, long series) throws SQLException {
        try (PreparedStatement query = SeriesTable.statement(work, OF_SERIES)) {
            query.setLong(1, series);
            return rows(query);
        }
    }

    /** Where numbers have not been written down by those who do. */
    public static List<Counter> behind(Work work) throws SQLException {
        try (PreparedStatement query = SeriesTable.statement(work, BEHIND)) {
            return rows(query);
        }
    }

    private static List<Counter> rows(PreparedStatement query) throws SQLException {
        List<Counter> counters = new ArrayList<>();
        try (ResultSet row = query.executeQuery()) {
            while (row.next()) {
                counters.add(
                        new Counter(row.getLong(1), row.getString(2), row.getLong(3), row.getLong(4), row.getLong(5)));
            }
        }
        return counters;
    }

    /** A period begins. */
    public static void add(Work work, Counter counter) throws SQLException {
        try (PreparedStatement insert = SeriesTable.statement(work, ADD)) {
            insert.setLong(1, counter.series());
            insert.setString(2, counter.period());
            insert.setLong(3, counter.beginning());
            insert.setLong(4, counter.latest());
            insert.setLong(5, counter.told());
            insert.executeUpdate();
        }
    }

    /** It has come further. */
    public static void move(Work work, Counter counter) throws SQLException {
        try (PreparedStatement update = SeriesTable.statement(work, MOVE)) {
            update.setLong(1, counter.latest());
            update.setLong(2, counter.told());
            update.setLong(3, counter.series());
            update.setString(4, counter.period());
            update.executeUpdate();
        }
    }
}
