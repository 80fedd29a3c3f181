package org.colonnade.platform.api.job.event;

import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.event.DomainEvent;
import org.colonnade.platform.api.event.EventType;

/**
 * A job has done its work.
 *
 * @param job {@code platform:job:<id>}
 * @param kind what kind of work it was
 * @param owner the account on whose behalf it ran
 */
@EventType("platform.job.done")
public record JobDone(Ref job, String kind, Ref owner) implements DomainEvent {

    @Override
    public Ref subject() {
        return job;
    }
}
