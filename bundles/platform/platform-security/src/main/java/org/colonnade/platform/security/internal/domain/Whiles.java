package org.colonnade.platform.security.internal.domain;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.colonnade.platform.api.Fields;

/**
 * From when until when, as people say it: two instants, or two whole days in a zone, the last one included.
 *
 * @param from the first instant
 * @param until the first instant after it
 */
public record Whiles(Instant from, Instant until) {

    /** The longest time that somebody may be stood in for at once. */
    public static final Duration LONGEST = Duration.ofDays(366);

    /**
     * Reads both; what is wrong goes into the fields, and then the answer means nothing.
     *
     * @param from an instant such as {@code 2026-12-24T00:00:00Z}, or a day such as {@code 2026-12-24}; null for now;
     *     what is past means now
     * @param until likewise; a day is included
     * @param zone in which days begin, such as {@code Asia/Bangkok}; needed for days, refused for instants
     */
    public static Whiles read(String from, String until, String zone, Instant now, Fields fields) {
        ZoneId where = zone(zone, fields);
        Instant begin = from == null ? now : moment("from", from, where, 0, fields);
        Instant end = until == null ? null : moment("until", until, where, 1, fields);
        if (until == null) {
            fields.wrong("until", "is required");
        }
        if (begin != null && end != null) {
            if (!begin.isBefore(end) || !end.isAfter(now)) {
                fields.wrong("until", "is not after the beginning, or over already");
            } else if (Duration.between(begin, end).compareTo(LONGEST) > 0) {
                fields.wrong("until", "is more than " + LONGEST.toDays() + " days after the beginning");
            }
        }
        return new Whiles(begin == null || begin.isBefore(now) ? now : begin, end);
    }

    private static ZoneId zone(String zone, Fields fields) {
        try {
            return zone == null ? null : ZoneId.of(zone);
        } catch (DateTimeException unknown) {
            fields.wrong("zone", "is no time zone such as Asia/Bangkok");
            return null;
        }
    }

    private static Instant moment(String field, String text, ZoneId zone, int days, Fields fields) {
        try {
            if (text.length() > "2026-12-24".length()) {
                return Instant.parse(text).truncatedTo(ChronoUnit.MICROS);
            }
            LocalDate day = LocalDate.parse(text).plusDays(days);
            if (zone != null) {
                return day.atStartOfDay(zone).toInstant();
            }
            fields.wrong("zone", "is needed to know when a day begins");
        } catch (DateTimeException wrong) {
            fields.wrong(field, "is neither an instant such as 2026-12-24T00:00:00Z nor a day such as 2026-12-24");
        }
        return null;
    }
}
