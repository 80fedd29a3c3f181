package org.colonnade.platform.dossier.internal.calendar;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A time of a calendar.
 *
 * @param local on the clock of the zone
 * @param zone the zone
 * @param date whether only the date is meant
 */
record When(LocalDateTime local, ZoneId zone, boolean date) {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuuMMdd");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss");
    private static final int DATE_LENGTH = 8;
    private static final Pattern DURATION = Pattern.compile(
            "([+-]?)P(?:(\\d{1,6})W)?(?:(\\d{1,6})D)?(?:T(?:(\\d{1,6})H)?(?:(\\d{1,8})M)?(?:(\\d{1,9})S)?)?");

    /**
     * Reads a DATE or DATE-TIME.
     *
     * @param floating the zone of times that name none
     * @throws ComponentReader.Unreadable if it is neither
     */
    static When of(Component.Line line, Zones zones, ZoneId floating) {
        String text = line.value().strip();
        try {
            if (text.length() == DATE_LENGTH) {
                return new When(LocalDate.parse(text, DATE).atStartOfDay(), floating, true);
            }
            boolean utc = text.endsWith("Z");
            LocalDateTime local = LocalDateTime.parse(utc ? text.substring(0, text.length() - 1) : text, TIME);
            Optional<ZoneId> named = zones.of(line.parameters().get("TZID"), local);
            return new When(local, utc ? ZoneOffset.UTC : named.orElse(floating), false);
        } catch (DateTimeException notOne) {
            throw new ComponentReader.Unreadable("has a " + line.name() + " that is neither a date nor a time");
        }
    }

    /** The same moment on the clock of another zone. */
    LocalDateTime in(ZoneId other) {
        return date || zone.equals(other)
                ? local
                : local.atZone(zone).withZoneSameInstant(other).toLocalDateTime();
    }

    /** Reads a DURATION; empty if it is none. */
    static Optional<Duration> duration(String text) {
        Matcher parts = DURATION.matcher(text.strip());
        if (!parts.matches()) {
            return Optional.empty();
        }
        Duration duration = Duration.ofDays(7 * number(parts, 2) + number(parts, 3))
                .plusHours(number(parts, 4))
                .plusMinutes(number(parts, 5))
                .plusSeconds(number(parts, 6));
        return Optional.of(parts.group(1).equals("-") ? duration.negated() : duration);
    }

    private static long number(Matcher parts, int group) {
        return parts.group(group) == null ? 0 : Long.parseLong(parts.group(group));
    }
}
