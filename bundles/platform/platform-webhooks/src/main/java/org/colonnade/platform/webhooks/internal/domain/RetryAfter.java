package org.colonnade.platform.webhooks.internal.domain;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/** What a receiver says about when it is worth asking again (RFC 9110): seconds or a date. */
public final class RetryAfter {

    private static final Duration MOST = Duration.ofHours(24);

    private RetryAfter() {}

    /**
     * The moment, at most a day ahead.
     *
     * @return null where nothing is said, or nothing that can be read
     */
    public static Instant of(String header, Instant now) {
        if (header == null) {
            return null;
        }
        String text = header.strip();
        Instant then;
        if (text.matches("\\d{1,9}")) {
            then = now.plusSeconds(Long.parseLong(text));
        } else {
            try {
                then = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                        .toInstant();
            } catch (DateTimeException unreadable) {
                return null;
            }
        }
        return then.isAfter(now.plus(MOST)) ? now.plus(MOST) : then;
    }
}
