package org.colonnade.benchmarks;

import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.event.DomainEvent;
import org.colonnade.platform.api.event.EventType;

/**
 * An entry is there.
 *
 * @param entry which one
 * @param nanos when its transaction began, by {@link System#nanoTime} of this process
 */
@EventType("race.entry.posted")
public record EntryPosted(Ref entry, long nanos) implements DomainEvent {

    @Override
    public Ref subject() {
        return entry;
    }
}
