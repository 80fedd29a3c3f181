package org.colonnade.platform.api.privacy.event;

import java.util.Set;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.event.DomainEvent;
import org.colonnade.platform.api.event.EventType;

/**
 * Every function has forgotten a person, except for what a hold keeps. Told again when kept data was erased later.
 *
 * @param person the record that stands for the person
 * @param request {@code platform:privacy-case:…}
 * @param records all records that stood for the person
 * @param kept how many records are still kept
 */
@EventType("platform.person.erased")
public record PersonErased(Ref person, Ref request, Set<Ref> records, int kept) implements DomainEvent {

    @Override
    public Ref subject() {
        return person;
    }
}
