package org.colonnade.platform.measures.internal.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.colonnade.platform.api.Tsid;
import org.colonnade.platform.api.currency.RateType;
import org.colonnade.platform.api.store.Work;
import org.colonnade.platform.measures.internal.domain.KnownRate;
import org.colonnade.platform.measures.internal.domain.Rate;

/** Which rate was the last one. A rate that was put away is known from when it was told until then. */
public final class RateTable {

    private static final String LAST =
            "select id, base, quote, rate_type, rate_date, rate, per_units, source, remark, created_at"
                    + " from measures_rate where base = ? and quote = ? and rate_type = ? and rate_date <= ? and created_at <= ?"
                    + " and (archived = false or changed_at > ?) order by rate_date desc, created_at desc, id desc limit 1";
    private static final String NOW =
            "select id, base, quote, rate_type, rate_date, rate, per_units, source, remark, created_at"
                    + " from measures_rate where base = ? and rate_type = ? and rate_date >= ? and rate_date <= ?"
                    + " and archived = false order by created_at, id";

    private static final String NEWEST = "select max(rate_date) from measures_rate where archived = false";

    private RateTable() {}

    /**
     * The last one on or before a day, as known at a moment; of those of one day the one that was told last.
     *
     * @return null if there is none
     */
    public static KnownRate last(Work work, String base, String quote, RateType type, LocalDate on, Instant asKnown)
            throws SQLException {
        OffsetDateTime moment = asKnown.atOffset(ZoneOffset.UTC);
        try (PreparedStatement select = work.unwrap(Connection.class).prepareStatement(LAST)) {
            select.setString(1, base);
            select.setString(2, quote);
            select.setString(3, type.name());
            select.setObject(4, on);
            select.setObject(5, moment);
            select.setObject(6, moment);
            List<KnownRate> found = read(select);
            return found.isEmpty() ? null : found.get(0);
        }
    }

    /** Those of a base currency that hold now, in the order in which they were told. @param until the last day */
    public static List<KnownRate> now(Work work, String base, RateType type, LocalDate from, LocalDate until)
            throws SQLException {
        try (PreparedStatement select = work.unwrap(Connection.class).prepareStatement(NOW)) {
            select.setString(1, base);
            select.setString(2, type.name());
            select.setObject(3, from);
            select.setObject(4, until);
            return read(select);
        }
    }

    /** The day of the newest that holds, of whatever currencies; null if there is none. */
    public static LocalDate newest(Work work) throws SQLException {
        try (PreparedStatement select = work.unwrap(Connection.class).prepareStatement(NEWEST);
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getObject(1, LocalDate.class);
        }
    }

    private static List<KnownRate> read(PreparedStatement select) throws SQLException {
        List<KnownRate> rates = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                Rate rate = new Rate(
                        row.getString(2),
                        row.getString(3),
                        RateType.valueOf(row.getString(4)),
                        row.getObject(5, LocalDate.class),
                        row.getBigDecimal(6),
                        row.getLong(7),
                        row.getString(8),
                        row.getString(9));
                Instant known = row.getObject(10, OffsetDateTime.class).toInstant();
                rates.add(new KnownRate(Tsid.text(row.getLong(1)), rate, known));
            }
        }
        return rates;
    }
}
