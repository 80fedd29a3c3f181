package org.colonnade.crm.api.event;

import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.event.EventType;

/**
 * An archived party is back.
 *
 * @param party the party
 */
@EventType("crm.party.restored")
public record PartyRestored(Ref party) implements PartyEvent {}
