package org.colonnade.platform.calendar.internal.domain;

import java.time.LocalDate;
import java.util.Map;

/** Knows public holidays by set. */
public interface HolidaySource {

    /** Whether there is such a set: {@code DE}, {@code DE-BY}. */
    boolean knows(String set);

    /** The holidays of a known set in a year, with their names in English. */
    Map<LocalDate, String> of(String set, int year);
}
