package org.colonnade.platform.api.job.event;

import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.event.DomainEvent;
import org.colonnade.platform.api.event.EventType;

/**
 * A job was given up.
 *
 * @param job {@code platform:job:<id>}
 * @param kind what kind of work it was
 * @param owner the account on whose behalf it ran
 * @param code the reason, for programs
 * @param sentence the reason, for people
 */
@EventType("platform.job.failed")
public record JobFailed(Ref job, String kind, Ref owner, String code, String sentence) implements DomainEvent {

    @Override
    public Ref subject() {
        return job;
    }
}
