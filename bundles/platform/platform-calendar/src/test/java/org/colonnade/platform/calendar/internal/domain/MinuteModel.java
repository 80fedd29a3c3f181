package org.colonnade.platform.calendar.internal.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** Working time as anybody would count it: minute by minute, looking at the clock on the wall. Offsets have whole minutes here. */
final class MinuteModel {

    private final ZoneId zone;
    private final DayPlan plan;

    MinuteModel(ZoneId zone, DayPlan plan) {
        this.zone = zone;
        this.plan = plan;
    }

    boolean isOpen(Instant moment) {
        LocalDateTime wall = LocalDateTime.ofInstant(moment, zone);
        int minute = wall.getHour() * 60 + wall.getMinute();
        return plan.on(wall.toLocalDate()).stream().anyMatch(window -> window.from() <= minute && minute < window.to());
    }

    Duration between(Instant from, Instant until) {
        long minutes = 0;
        for (Instant at = from; at.isBefore(until); at = at.plus(1, ChronoUnit.MINUTES)) {
            minutes += isOpen(at) ? 1 : 0;
        }
        return Duration.ofMinutes(minutes);
    }

    /** Null if there is none before the end. */
    Instant nextOpen(Instant moment, Instant end) {
        for (Instant at = moment; at.isBefore(end); at = at.plus(1, ChronoUnit.MINUTES)) {
            if (isOpen(at)) {
                return at;
            }
        }
        return null;
    }

    /** Where this many open minutes have passed; null if that is not before the end. */
    Instant add(Instant moment, long minutes, Instant end) {
        long left = minutes;
        Instant at = moment;
        while (left > 0 && at.isBefore(end)) {
            left -= isOpen(at) ? 1 : 0;
            at = at.plus(1, ChronoUnit.MINUTES);
        }
        return left > 0 ? null : at;
    }
}
