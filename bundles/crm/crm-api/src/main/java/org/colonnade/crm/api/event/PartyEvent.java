package org.colonnade.crm.api.event;

import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.event.DomainEvent;

/** Something happened to a party. */
public sealed interface PartyEvent extends DomainEvent
        permits PartyCreated, PartyChanged, PartyArchived, PartyRestored, PartyErased, PartyMerged, PartyUnmerged {

    /** The party. */
    Ref party();

    @Override
    default Ref subject() {
        return party();
    }
}
