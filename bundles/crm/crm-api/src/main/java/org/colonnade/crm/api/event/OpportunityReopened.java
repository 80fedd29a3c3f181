package org.colonnade.crm.api.event;

import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.event.EventType;

/**
 * An opportunity that was won or lost is open again.
 *
 * @param opportunity the opportunity
 * @param party who may buy, or null
 * @param pipeline its pipeline
 * @param stage where it stands now
 */
@EventType("crm.opportunity.reopened")
public record OpportunityReopened(Ref opportunity, Ref party, Ref pipeline, String stage)
        implements OpportunityEvent {}
