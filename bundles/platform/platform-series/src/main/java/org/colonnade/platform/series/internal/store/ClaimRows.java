package org.colonnade.platform.series.internal.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.colonnade.platform.api.store.Work;

/** Who waits for a number. */
public final class ClaimRows {

    private static final String ADD =
            "insert into series_claim (series, subject, dated, claimed_by, claimed_at) values (?, ?, ?, ?, ?)";
    private static final String NEXT = "select entered, subject, dated, claimed_by from series_claim where series = ?"
            + " order by entered limit ?";
    private static final String REMOVE = "delete from series_claim where series = ? and entered = ?";
    private static final String SERIES = "select distinct series from series_claim";
    private static final String OLDEST = "select min(claimed_at) from series_claim";

    private ClaimRows() {}

    /**
     * One who waits.
     *
     * @param entered the place in the line
     * @param subject the record
     * @param date the document's date
     * @param claimedBy who posted
     */
    public record Claim(long entered, String subject, LocalDate date, String claimedBy) {}

    /** Takes the next place in the line. */
    public static void add(Work work, long series, Claim claim) throws SQLException {
        try (PreparedStatement insert = SeriesTable.statement(work, ADD)) {
            insert.setLong(1, series);
            insert.setString(2, claim.subject());
            insert.setObject(3, claim.date());
            insert.setString(4, claim.claimedBy());
            insert.setObject(5, work.now().atOffset(ZoneOffset.UTC));
            insert.executeUpdate();
        }
    }

    /** Those who wait longest in a series, in their order. */
    public static List<Claim> next(Work work, long series, int limit) throws SQLException {
        List<Claim> claims = new ArrayList<>();
        try (PreparedStatement query = SeriesTable.statement(work, NEXT)) {
            query.setLong(1, series);
            query.setInt(2, limit);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    claims.add(new Claim(
                            row.getLong(1), row.getString(2), row.getObject(3, LocalDate.class), row.getString(4)));
                }
            }
        }
        return claims;
    }

    /** They wait no more. */
    public static void remove(Work work, long series, List<Claim> claims) throws SQLException {
        try (PreparedStatement delete = SeriesTable.statement(work, REMOVE)) {
            for (Claim claim : claims) {
                delete.setLong(1, series);
                delete.setLong(2, claim.entered());
                delete.addBatch();
            }
            delete.executeBatch();
        }
    }

    /** The series in which somebody waits. */
    public static List<Long> series(Work work) throws SQLException {
        List<Long> series = new ArrayList<>();
        try (PreparedStatement query = SeriesTable.statement(work, SERIES);
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                series.add(row.getLong(1));
            }
        }
        return series;
    }

    /** Since when the one that waits longest does. */
    public static Optional<Instant> oldest(Work work) throws SQLException {
        try (PreparedStatement query = SeriesTable.statement(work, OLDEST);
                ResultSet row = query.executeQuery()) {
            OffsetDateTime oldest = row.next() ? row.getObject(1, OffsetDateTime.class) : null;
            return Optional.ofNullable(oldest).map(OffsetDateTime::toInstant);
        }
    }
}
