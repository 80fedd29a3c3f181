package org.colonnade.platform.schedules.internal.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** A plan whose instants on closed days do not come. The days are those of the zone's wall clock. */
public final class OpenDaysPlan implements Plan {

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
        while (next != null && !days.isOpen(day(next))) {
            LocalDate open = days.after(day(next));
            next = open == null ? null : plan.after(WallClock.instant(open.atStartOfDay(), zone).minusNanos(1));
        }
        return next;
    }

    private LocalDate day(Instant instant) {
        return instant.atZone(zone).toLocalDate();
    }
}
