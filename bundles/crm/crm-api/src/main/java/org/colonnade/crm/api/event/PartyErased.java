package org.colonnade.crm.api.event;

import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.event.EventType;

/**
 * A party was made anonymous: its id is all that is left.
 *
 * @param party the party
 */
@EventType("crm.party.erased")
public record PartyErased(Ref party) implements PartyEvent {}
