package org.colonnade.platform.schedules.internal.domain;

import java.time.Duration;
import java.time.Instant;

/** A steady beat on a stop watch, whatever clocks on walls do. @param first the first instant @param every the pause */
public record IntervalPlan(Instant first, Duration every) implements Plan {

    @Override
    public Instant after(Instant moment) {
        if (moment.isBefore(first)) {
            return first;
        }
        long passed = Duration.between(first, moment).dividedBy(every);
        return first.plus(every.multipliedBy(passed + 1));
    }
}
