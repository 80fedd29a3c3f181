package org.colonnade.platform.privacy.internal.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Objects;

/**
 * When something comes by itself. What was missed because nobody was there is made up for, once.
 *
 * @param kind how it is given
 * @param at the time of day, for {@link Kind#DAILY}
 * @param zone where that time of day is meant
 * @param every the pause, for {@link Kind#INTERVAL}
 */
public record Schedule(Kind kind, LocalTime at, ZoneId zone, Duration every) {

    public Schedule {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(zone, "zone");
        Objects.requireNonNull(every, "every");
    }

    /** How a schedule is given. */
    public enum Kind {
        DAILY,
        INTERVAL,
        OFF
    }

    /** When it comes next after it came last; null if never. */
    public Instant after(Instant last) {
        return switch (kind) {
            case OFF -> null;
            case INTERVAL -> last.plus(every);
            case DAILY -> nextDay(last);
        };
    }

    /** Whether it is time. */
    public boolean due(Instant last, Instant now) {
        Instant next = after(last);
        return next != null && !now.isBefore(next);
    }

    /** An hour that a change of clocks leaves out is the next one that there is. */
    private Instant nextDay(Instant last) {
        ZonedDateTime local = last.atZone(zone);
        ZonedDateTime sameDay = ZonedDateTime.of(local.toLocalDate(), at, zone);
        ZonedDateTime next = sameDay.toInstant().isAfter(last)
                ? sameDay
                : ZonedDateTime.of(local.toLocalDate().plusDays(1), at, zone);
        return next.toInstant();
    }
}
