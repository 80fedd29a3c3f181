package org.colonnade.crm.api.event;

import org.colonnade.crm.api.PartyKind;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.event.EventType;
import org.colonnade.platform.api.privacy.Personal;

/**
 * A party was added.
 *
 * @param party the party
 * @param displayName what people call it now
 * @param kind person or organisation
 */
@EventType("crm.party.created")
public record PartyCreated(Ref party, @Personal String displayName, PartyKind kind) implements PartyEvent {}
