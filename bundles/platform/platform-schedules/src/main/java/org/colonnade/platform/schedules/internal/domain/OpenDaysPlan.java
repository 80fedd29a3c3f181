package org.colonnade.platform.schedules.internal.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * A plan whose instants on closed days do not come. The days are those of the zone's wall clock. What does not fall on an open day within
 * ten years does not come any more.
 */
public final class OpenDaysPlan implements Plan {

    private static final Duration TEN_YEARS = Duration.ofDays(3660);

    private final Plan plan;
    private final ZoneId zone;
    private final OpenDays days;

    public OpenDaysPlan(Plan plan, ZoneId zone, OpenDays days) {
        this.plan = plan;
        this.zone = zone;
        this.days = days;
    }

    @Override
    public Instant after(Instant moment) {
        Instant next = plan.after(moment);
        Instant end = moment.plus(TEN_YEARS);
        while (next != null && !days.isOpen(day(next))) {
            if (next.isAfter(end)) {
                return null;
            }
            LocalDate open = days.after(day(next));
            next = open == null
                    ? null
                    : plan.after(WallClock.instant(open.atStartOfDay(), zone).minusNanos(1));
        }
        return next;
    }

    private LocalDate day(Instant instant) {
        return instant.atZone(zone).toLocalDate();
    }
}
