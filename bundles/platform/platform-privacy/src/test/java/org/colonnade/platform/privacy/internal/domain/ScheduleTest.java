package org.colonnade.platform.privacy.internal.domain;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.Test;

public class ScheduleTest {

    private static final Instant NOON = Instant.parse("2026-03-10T12:00:00Z");

    @Test
    public void everyNightIsTheNextOneInItsZone() {
        assertEquals(
                Instant.parse("2026-03-10T20:00:00Z"), daily("Asia/Bangkok").after(NOON));
        assertEquals(
                Instant.parse("2026-03-11T20:00:00Z"),
                daily("Asia/Bangkok").after(Instant.parse("2026-03-10T20:00:00Z")));
    }

    @Test
    public void anHourThatTheChangeOfClocksLeavesOutStillComes() {
        Schedule schedule =
                new Schedule(Schedule.Kind.DAILY, LocalTime.of(2, 30), ZoneId.of("Europe/Berlin"), Duration.ofHours(1));
        assertEquals(Instant.parse("2026-03-29T01:30:00Z"), schedule.after(Instant.parse("2026-03-28T12:00:00Z")));
    }

    @Test
    public void whatWasMissedIsDue() {
        assertTrue(daily("UTC").due(NOON, NOON.plus(Duration.ofDays(3))));
        assertFalse(daily("UTC").due(NOON, NOON.plus(Duration.ofHours(1))));
    }

    @Test
    public void anIntervalAndNothingAtAll() {
        Schedule hourly =
                new Schedule(Schedule.Kind.INTERVAL, LocalTime.MIDNIGHT, ZoneId.of("UTC"), Duration.ofHours(1));
        assertEquals(NOON.plus(Duration.ofHours(1)), hourly.after(NOON));
        Schedule off = new Schedule(Schedule.Kind.OFF, LocalTime.MIDNIGHT, ZoneId.of("UTC"), Duration.ofHours(1));
        assertNull(off.after(NOON));
        assertFalse(off.due(NOON, NOON.plus(Duration.ofDays(100))));
    }

    @Test
    public void thePauseDoublesUntilItIsLongest() {
        Backoff backoff = new Backoff(Duration.ofSeconds(5), Duration.ofHours(1));
        assertEquals(Duration.ofSeconds(5), backoff.after(0));
        assertEquals(Duration.ofSeconds(5), backoff.after(1));
        assertEquals(Duration.ofSeconds(20), backoff.after(3));
        assertEquals(Duration.ofHours(1), backoff.after(1000));
    }

    private static Schedule daily(String zone) {
        return new Schedule(Schedule.Kind.DAILY, LocalTime.of(3, 0), ZoneId.of(zone), Duration.ofHours(1));
    }
}
