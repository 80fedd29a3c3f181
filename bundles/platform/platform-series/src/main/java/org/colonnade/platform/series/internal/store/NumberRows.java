package org.colonnade.platform.series.internal.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.series.GivenNumber;
import org.colonnade.platform.api.store.Work;

/** The numbers that were given. */
public final class NumberRows {

    private static final String COLUMNS =
            "select s.code, n.period, n.number, n.number_text, n.subject, n.dated, n.claimed_by, n.given_at"
                    + " from series_number n join series_series s on s.id = n.series";
    private static final String OF_RECORD = COLUMNS + " where n.series = ? and n.subject = ?";
    private static final String ALL_OF_RECORD =
            COLUMNS + " where n.subject = ? order by s.code, n.period, n.number limit 100";
    private static final String BY_TEXT =
            COLUMNS + " where n.number_text = ? order by s.code, n.period, n.number limit 100";
    private static final String FIRST_PAGE =
            COLUMNS + " where n.series = ? order by n.period desc, n.number desc limit ?";
    private static final String PAGE =
            COLUMNS + " where n.series = ? and (n.period < ? or n.period = ? and n.number < ?)"
                    + " order by n.period desc, n.number desc limit ?";
    private static final String AFTER =
            COLUMNS + " where n.series = ? and n.period = ? and n.number > ? order by n.number limit ?";
    private static final String ADD =
            "insert into series_number (series, period, number, number_text, subject, dated, claimed_by, given_at)"
                    + " values (?, ?, ?, ?, ?, ?, ?, ?)";

    private NumberRows() {}

    /** Stores new ones of one series. */
    public static void add(Work work, long series, List<GivenNumber> numbers) throws SQLException {
        try (PreparedStatement insert = SeriesTable.statement(work, ADD)) {
            for (GivenNumber number : numbers) {
                insert.setLong(1, series);
                insert.setString(2, number.period());
                insert.setLong(3, number.number());
                insert.setString(4, number.text());
                insert.setString(5, number.record().toString());
                insert.setObject(6, number.date());
                insert.setString(7, number.claimedBy());
                insert.setObject(8, number.givenAt().atOffset(ZoneOffset.UTC));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** The number of a record in a series. */
    public static Optional<GivenNumber> of(Work work, long series, String subject) throws SQLException {
        try (PreparedStatement query = SeriesTable.statement(work, OF_RECORD)) {
            query.setLong(1, series);
            query.setString(2, subject);
            return rows(query).stream().findFirst();
        }
    }

    /** The numbers of a record in all series; a hundred at most. */
    public static List<GivenNumber> ofRecord(Work work, String subject) throws SQLException {
        try (PreparedStatement query = SeriesTable.statement(work, ALL_OF_RECORD)) {
            query.setString(1, subject);
            return rows(query);
        }
    }

    /** What reads so; a hundred at most. */
    public static List<GivenNumber> byText(Work work, String text) throws SQLException {
        try (PreparedStatement query = SeriesTable.statement(work, BY_TEXT)) {
            query.setString(1, text);
            return rows(query);
        }
    }

    /** Those of a series before one, the latest first. @param period null for the latest of all */
    public static List<GivenNumber> page(Work work, long series, String period, long before, int limit)
            throws SQLException {
        try (PreparedStatement query = SeriesTable.statement(work, period == null ? FIRST_PAGE : PAGE)) {
            query.setLong(1, series);
            if (period == null) {
                query.setInt(2, limit);
            } else {
                query.setString(2, period);
                query.setString(3, period);
                query.setLong(4, before);
                query.setInt(5, limit);
            }
            return rows(query);
        }
    }

    /** Those of a period after one, in order. */
    public static List<GivenNumber> after(Work work, long series, String period, long number, int limit)
            throws SQLException {
        try (PreparedStatement query = SeriesTable.statement(work, AFTER)) {
            query.setLong(1, series);
            query.setString(2, period);
            query.setLong(3, number);
            query.setInt(4, limit);
            return rows(query);
        }
    }

    private static List<GivenNumber> rows(PreparedStatement query) throws SQLException {
        List<GivenNumber> numbers = new ArrayList<>();
        try (ResultSet row = query.executeQuery()) {
            while (row.next()) {
                numbers.add(new GivenNumber(
                        row.getString(1),
                        row.getString(2),
                        row.getLong(3),
                        row.getString(4),
                        Ref.parse(row.getString(5)),
                        row.getObject(6, LocalDate.class),
                        row.getString(7),
                        row.getObject(8, OffsetDateTime.class).toInstant()));
            }
        }
        return numbers;
    }
}
