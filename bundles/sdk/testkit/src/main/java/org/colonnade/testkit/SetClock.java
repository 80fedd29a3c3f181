package org.colonnade.testkit;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;

/** Goes by another clock, which can still be chosen when everything that asks for the time is there already. */
final class SetClock extends Clock {

    private volatile Clock clock;

    SetClock(Clock clock) {
        this.clock = clock;
    }

    void set(Clock chosen) {
        clock = chosen;
    }

    @Override
    public ZoneId getZone() {
        return clock.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return clock.withZone(zone);
    }

    @Override
    public Instant instant() {
        return clock.instant();
    }

    @Override
    public long millis() {
        return clock.millis();
    }
}
