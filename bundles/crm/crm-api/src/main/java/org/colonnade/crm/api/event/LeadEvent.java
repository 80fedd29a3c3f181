package org.colonnade.crm.api.event;

import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.event.DomainEvent;

/** Something happened to a lead. */
public sealed interface LeadEvent extends DomainEvent
        permits LeadCreated, LeadScored, LeadAssigned, LeadConverted, LeadDisqualified, LeadCaptured {

    /** The lead. */
    Ref lead();

    @Override
    default Ref subject() {
        return lead();
    }
}
