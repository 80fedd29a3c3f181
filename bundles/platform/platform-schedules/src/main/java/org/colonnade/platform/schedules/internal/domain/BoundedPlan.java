package org.colonnade.platform.schedules.internal.domain;

import java.time.Instant;

/** A plan from one instant until another, both included. @param from null for no bound @param until null for no bound */
public record BoundedPlan(Plan plan, Instant from, Instant until) implements Plan {

    @Override
    public Instant after(Instant moment) {
        boolean early = from != null && moment.isBefore(from);
        Instant next = plan.after(early ? from.minusNanos(1) : moment);
        return next == null || until != null && next.isAfter(until) ? null : next;
    }
}
