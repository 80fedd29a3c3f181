package org.colonnade.platform.schedules.internal.domain;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;

/**
 * What a time on the wall clock of a zone means, so that later times never mean earlier instants: a time that the zone leaves out is the
 * first instant after the gap, and a time that it shows twice is the first of the two.
 */
public final class WallClock {

    private WallClock() {}

    /** The instant of a local time. */
    public static Instant instant(LocalDateTime local, ZoneId zone) {
        ZoneOffsetTransition change = zone.getRules().getTransition(local);
        return change != null && change.isGap()
                ? change.getInstant()
                : local.atZone(zone).toInstant();
    }
}
