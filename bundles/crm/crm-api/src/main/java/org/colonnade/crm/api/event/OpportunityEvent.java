package org.colonnade.crm.api.event;

import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.event.DomainEvent;

/** Something happened to an opportunity. */
public sealed interface OpportunityEvent extends DomainEvent
        permits OpportunityCreated, OpportunityStageChanged, OpportunityWon, OpportunityLost, OpportunityReopened {

    /** The opportunity. */
    Ref opportunity();

    @Override
    default Ref subject() {
        return opportunity();
    }
}
