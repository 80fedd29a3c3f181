package org.colonnade.platform.schedules.internal.domain;

import java.time.Instant;
import java.util.Collection;
import java.util.TreeSet;

/** Single instants. */
public final class TimesPlan implements Plan {

    private final TreeSet<Instant> times;

    public TimesPlan(Collection<Instant> times) {
        this.times = new TreeSet<>(times);
    }

    @Override
    public Instant after(Instant moment) {
        return times.higher(moment);
    }
}
