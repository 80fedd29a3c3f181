package org.colonnade.platform.series.internal.domain;

import java.time.LocalDate;
import org.colonnade.platform.api.series.Reset;

/**
 * In which period of a series a document's date lies.
 *
 * @param key {@code 2026}, {@code 2026-04}, or empty
 * @param year what {@code {year}} stands for
 * @param endYear the year in which its fiscal year ends
 * @param month the date's month
 */
public record Period(String key, int year, int endYear, int month) {

    /** The first year of dates. */
    public static final int FIRST_YEAR = 1900;
    /** The last year of dates. */
    public static final int LAST_YEAR = 9998;

    /** @param yearStart the month with which a fiscal year begins */
    public static Period of(Reset reset, int yearStart, LocalDate date) {
        int month = date.getMonthValue();
        int begins = month >= yearStart ? date.getYear() : date.getYear() - 1;
        int ends = yearStart == 1 ? begins : begins + 1;
        return switch (reset) {
            case NEVER -> new Period("", date.getYear(), ends, month);
            case YEARLY -> new Period(Integer.toString(begins), begins, ends, month);
            case MONTHLY -> new Period("%04d-%02d".formatted(date.getYear(), month), date.getYear(), ends, month);
        };
    }

    /** Whether a document may have the date. */
    public static boolean holds(LocalDate date) {
        return date != null && date.getYear() >= FIRST_YEAR && date.getYear() <= LAST_YEAR;
    }
}
