package org.colonnade.platform.api.privacy.event;

import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.event.DomainEvent;
import org.colonnade.platform.api.event.EventType;

/**
 * The processing of a person's data was restricted, or is free again.
 *
 * @param person the record that stands for the person
 * @param restricted whether it is restricted from now on
 */
@EventType("platform.person.restricted")
public record PersonRestricted(Ref person, boolean restricted) implements DomainEvent {

    @Override
    public Ref subject() {
        return person;
    }
}
