package org.colonnade.crm.api.event;

import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.event.EventType;

/**
 * A party was put away.
 *
 * @param party the party
 */
@EventType("crm.party.archived")
public record PartyArchived(Ref party) implements PartyEvent {}
