package org.colonnade.platform.calendar.internal.domain;

import java.time.DayOfWeek;

/**
 * A window of each week.
 *
 * @param day the day of the week
 * @param from local time, {@code HH:mm}
 * @param to local time just behind it, {@code HH:mm} or {@code 24:00}; a night is two windows
 */
public record WeekWindow(DayOfWeek day, String from, String to) {}
