package org.colonnade.platform.calendar.internal.domain;

import java.time.LocalDate;

/**
 * A window of a single day. A day that has any is open then and only then, whatever the week, holidays and closures say.
 *
 * @param day the day
 * @param from local time, {@code HH:mm}
 * @param to local time just behind it, {@code HH:mm} or {@code 24:00}
 * @param name why; may be missing
 */
public record Opening(LocalDate day, String from, String to, String name) {}
