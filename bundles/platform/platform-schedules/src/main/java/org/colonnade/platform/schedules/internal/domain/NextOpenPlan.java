package org.colonnade.platform.schedules.internal.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * A plan whose instants on closed days come on the next open day, at the same time of day. The days are those of the zone's wall clock.
 * What was planned more than {@value #LONGEST} closed days before an open day does not come.
 */
public final class NextOpenPlan implements Plan {

    private static final int LONGEST = 31;

    private final Plan plan;
    private final ZoneId zone;
    private final OpenDays days;

    public NextOpenPlan(Plan plan, ZoneId zone, OpenDays days) {
        this.plan = plan;
        this.zone = zone;
        this.days = days;
    }

    @Override
    public Instant after(Instant moment) {
        LocalDate open = openFrom(moment.atZone(zone).toLocalDate());
        while (open != null) {
            Instant found = on(open, moment);
            if (found != null) {
                return found;
            }
            Instant later = plan.after(start(open.plusDays(1)).minusNanos(1));
            open = later == null ? null : openFrom(later.atZone(zone).toLocalDate());
        }
        return null;
    }

    /** The first instant after the moment that comes on this open day: one of its own, or of the closed days before it. */
    private Instant on(LocalDate open, Instant moment) {
        LocalDate before = days.before(open);
        LocalDate earliest = open.minusDays(LONGEST);
        LocalDate from = before == null || before.isBefore(earliest) ? earliest : before.plusDays(1);
        Instant end = start(open.plusDays(1));
        Instant found = null;
        Instant planned = plan.after(start(from).minusNanos(1));
        while (planned != null && planned.isBefore(end)) {
            Instant moved = moved(planned, open);
            if (moved.isAfter(moment) && (found == null || moved.isBefore(found))) {
                found = moved;
            }
            planned = plan.after(planned);
        }
        return found;
    }

    private Instant moved(Instant planned, LocalDate open) {
        ZonedDateTime local = planned.atZone(zone);
        return local.toLocalDate().equals(open) ? planned : WallClock.instant(open.atTime(local.toLocalTime()), zone);
    }

    private LocalDate openFrom(LocalDate day) {
        return days.isOpen(day) ? day : days.after(day);
    }

    private Instant start(LocalDate day) {
        return WallClock.instant(day.atStartOfDay(), zone);
    }
}
