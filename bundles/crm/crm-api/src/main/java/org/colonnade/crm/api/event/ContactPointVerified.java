package org.colonnade.crm.api.event;

import org.colonnade.crm.api.ContactType;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.event.EventType;

/**
 * A party was reached by a contact point for sure.
 *
 * @param party the party
 * @param point the contact point's id within its party
 * @param type by which way
 * @param by who said so
 */
@EventType("crm.contactpoint.verified")
public record ContactPointVerified(Ref party, String point, ContactType type, Ref by) implements ContactPointEvent {}
