package org.colonnade.crm.api.event;

import org.colonnade.crm.api.ContactType;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.event.EventType;

/**
 * Something sent to a contact point came back.
 *
 * @param party the party
 * @param point the contact point's id within its party
 * @param type by which way
 * @param permanent whether it will come back for ever; then the point is not to be used any more
 * @param bounces how often something came back since it was verified, this time included
 */
@EventType("crm.contactpoint.bounced")
public record ContactPointBounced(Ref party, String point, ContactType type, boolean permanent, int bounces)
        implements ContactPointEvent {}
