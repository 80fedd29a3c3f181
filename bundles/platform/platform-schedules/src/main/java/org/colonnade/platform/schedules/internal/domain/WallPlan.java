package org.colonnade.platform.schedules.internal.domain;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.function.UnaryOperator;

/**
 * Times on the wall clock of a zone. When the clock is put forward, what would fall into the gap comes together at its end, once; when it
 * is put back, each time comes the first time that the clock shows it.
 */
public final class WallPlan implements Plan {

    private final UnaryOperator<LocalDateTime> next;
    private final ZoneId zone;

    /** @param next the first local time after the given one; null if there is none */
    public WallPlan(UnaryOperator<LocalDateTime> next, ZoneId zone) {
        this.next = next;
        this.zone = zone;
    }

    @Override
    public Instant after(Instant moment) {
        LocalDateTime local = next.apply(LocalDateTime.ofInstant(moment, zone));
        while (local != null) {
            Instant instant = WallClock.instant(local, zone);
            if (instant.isAfter(moment)) {
                return instant;
            }
            local = next.apply(local);
        }
        return null;
    }
}
