package org.colonnade.platform.api.schedule.event;

import java.time.Instant;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.event.DomainEvent;
import org.colonnade.platform.api.event.EventType;

/**
 * Planned instants make no job: nothing could fire them in time, an earlier job had not ended, or the job was refused.
 *
 * @param schedule {@code schedule:plan:<id>}
 * @param kind what kind of job it would have been
 * @param outcome {@code MISSED}, {@code OVERLAPPED} or {@code REFUSED}
 * @param from the first of them, UTC
 * @param until the last of them, UTC
 * @param count how many
 * @param code why it was refused; null otherwise
 */
@EventType("platform.schedule.missed")
public record ScheduleMissed(
        Ref schedule, String kind, String outcome, Instant from, Instant until, long count, String code)
        implements DomainEvent {

    @Override
    public Ref subject() {
        return schedule;
    }
}
