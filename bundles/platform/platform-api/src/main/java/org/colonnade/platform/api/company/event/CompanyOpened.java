package org.colonnade.platform.api.company.event;

import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.event.DomainEvent;
import org.colonnade.platform.api.event.EventType;

/**
 * There is another company. The event happens in it: who reacts works in the new company, and gives it what it needs to begin with.
 *
 * @param subject {@code platform:company:<code>}
 * @param id what the platform calls it
 * @param code what people call it
 */
@EventType("platform.company.opened")
public record CompanyOpened(Ref subject, long id, String code) implements DomainEvent {}
