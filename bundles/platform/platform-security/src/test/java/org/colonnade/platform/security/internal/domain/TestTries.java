package org.colonnade.platform.security.internal.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Counts in memory what the nodes of an installation count in their database. */
final class TestTries implements WrongTries {

    private final Map<String, Mark> marks = new HashMap<>();

    @Override
    public synchronized Map<String, Mark> look(Collection<String> keys) {
        Map<String, Mark> found = new HashMap<>(marks);
        found.keySet().retainAll(keys);
        return found;
    }

    @Override
    public synchronized void charge(Map<String, Duration> prices, Instant now) {
        prices.forEach((key, price) -> {
            Mark before = marks.getOrDefault(key, Mark.NONE);
            Instant from = before.paidAt().isAfter(now) ? before.paidAt() : now;
            marks.put(key, new Mark(from.plus(price), before.familiarUntil()));
        });
    }

    @Override
    public synchronized void settle(String key, Mark mark) {
        marks.put(key, mark);
    }
}
