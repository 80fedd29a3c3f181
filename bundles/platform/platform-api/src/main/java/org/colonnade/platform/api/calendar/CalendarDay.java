package org.colonnade.platform.api.calendar;

import java.time.LocalDate;

/**
 * An event of whole days.
 *
 * @param uid its name in the file, the same for ever
 * @param from the first day
 * @param until the last day
 * @param name what it is called
 */
public record CalendarDay(String uid, LocalDate from, LocalDate until, String name) {}
