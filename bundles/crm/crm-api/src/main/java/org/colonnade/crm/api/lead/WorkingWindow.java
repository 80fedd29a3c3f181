package org.colonnade.crm.api.lead;

import java.time.DayOfWeek;

/**
 * A time of the week at which somebody works.
 *
 * @param day the day
 * @param from local time, {@code HH:mm}
 * @param to local time just after it, {@code HH:mm} or {@code 24:00}
 */
public record WorkingWindow(DayOfWeek day, String from, String to) {}
