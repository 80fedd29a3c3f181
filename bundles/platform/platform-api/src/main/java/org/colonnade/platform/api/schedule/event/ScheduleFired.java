package org.colonnade.platform.api.schedule.event;

import java.time.Instant;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.event.DomainEvent;
import org.colonnade.platform.api.event.EventType;

/**
 * A planned instant has made its job, or somebody has fired the schedule by hand.
 *
 * @param schedule {@code schedule:plan:<id>}
 * @param kind what kind of job it is
 * @param plannedAt the planned instant, UTC; the moment of the request where it was fired by hand
 * @param outcome {@code FIRED} in time, {@code CAUGHT_UP} later, {@code ASKED} by hand
 * @param job {@code platform:job:<id>}
 */
@EventType("platform.schedule.fired")
public record ScheduleFired(Ref schedule, String kind, Instant plannedAt, String outcome, Ref job)
        implements DomainEvent {

    @Override
    public Ref subject() {
        return schedule;
    }
}
