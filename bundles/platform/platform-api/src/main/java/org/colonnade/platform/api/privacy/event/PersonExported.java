package org.colonnade.platform.api.privacy.event;

import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.event.DomainEvent;
import org.colonnade.platform.api.event.EventType;

/**
 * Everything about a person was written into a bundle.
 *
 * @param person the record that stands for the person
 * @param request {@code platform:privacy-case:…}
 */
@EventType("platform.person.exported")
public record PersonExported(Ref person, Ref request) implements DomainEvent {

    @Override
    public Ref subject() {
        return person;
    }
}
