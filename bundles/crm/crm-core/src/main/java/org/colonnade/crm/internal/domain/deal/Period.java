package org.colonnade.crm.internal.domain.deal;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import org.colonnade.crm.api.deal.ForecastBy;

/**
 * A stretch of the calendar.
 *
 * @param name {@code 2026-W48}, {@code 2026-11}, {@code 2026-Q4}
 * @param begins its first day
 * @param ends its last day
 */
public record Period(String name, LocalDate begins, LocalDate ends) implements Comparable<Period> {

    /** The period in which a day lies. */
    public static Period of(LocalDate day, ForecastBy by) {
        return switch (by) {
            case WEEK -> week(day);
            case MONTH -> new Period(
                    YearMonth.from(day).toString(),
                    day.withDayOfMonth(1),
                    day.with(TemporalAdjusters.lastDayOfMonth()));
            case QUARTER -> quarter(day);
        };
    }

    private static Period week(LocalDate day) {
        LocalDate monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return new Period(
                String.format(
                        Locale.ROOT,
                        "%04d-W%02d",
                        day.get(IsoFields.WEEK_BASED_YEAR),
                        day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR)),
                monday,
                monday.plusDays(6));
    }

    private static Period quarter(LocalDate day) {
        LocalDate first = day.with(IsoFields.DAY_OF_QUARTER, 1);
        return new Period(
                String.format(Locale.ROOT, "%04d-Q%d", day.getYear(), day.get(IsoFields.QUARTER_OF_YEAR)),
                first,
                first.plusMonths(3).minusDays(1));
    }

    @Override
    public int compareTo(Period other) {
        return begins.compareTo(other.begins);
    }
}
