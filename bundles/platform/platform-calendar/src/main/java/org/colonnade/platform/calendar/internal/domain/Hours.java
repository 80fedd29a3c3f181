package org.colonnade.platform.calendar.internal.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.regex.Pattern;

/**
 * A window of a day on the clock of the wall.
 *
 * @param from its first minute of the day, from 0
 * @param to the minute behind its last one, at most 1,440
 */
public record Hours(int from, int to) {

    private static final Pattern TIME = Pattern.compile("([01]\\d|2[0-3]):[0-5]\\d|24:00");
    private static final int DAY = 24 * 60;
    private static final int MINUTE = 60;
    private static final long DAY_SECONDS = 86_400;

    /** Reads {@code HH:mm} twice; both were found to be {@link #time times}. */
    static Hours of(String from, String to) {
        return new Hours(minute(from), minute(to));
    }

    /** Whether a text is {@code HH:mm}, from 00:00 to 24:00. */
    static boolean time(String text) {
        return text != null && TIME.matcher(text).matches();
    }

    private static int minute(String time) {
        return time.equals("24:00") ? DAY : LocalTime.parse(time).toSecondOfDay() / MINUTE;
    }

    boolean holds(LocalTime time) {
        int minute = time.toSecondOfDay() / MINUTE;
        return from <= minute && minute < to;
    }

    boolean meets(Hours other) {
        return from < other.to && other.from < to;
    }

    Instant start(LocalDate day, ZoneOffset offset) {
        return at(day, from, offset);
    }

    Instant end(LocalDate day, ZoneOffset offset) {
        return at(day, to, offset);
    }

    private static Instant at(LocalDate day, int minute, ZoneOffset offset) {
        return Instant.ofEpochSecond(
                day.toEpochDay() * DAY_SECONDS + (long) minute * MINUTE - offset.getTotalSeconds());
    }
}
