package org.colonnade.platform.series.internal.domain;

import java.time.LocalDate;
import org.colonnade.platform.api.series.Reset;

/**
 * A series as numbers are given in it.
 *
 * @param id of the series
 * @param code what functions call it by
 * @param pattern how its numbers read
 * @param reset when it begins again
 * @param yearStart the month with which a fiscal year begins
 */
public record Line(long id, String code, NumberPattern pattern, Reset reset, int yearStart) {

    /** The period of a document's date. */
    public Period period(LocalDate date) {
        return Period.of(reset, yearStart, date);
    }
}
