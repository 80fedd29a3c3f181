package org.colonnade.crm.api.event;

import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.event.EventType;

/**
 * An opportunity moved to another stage.
 *
 * @param opportunity the opportunity
 * @param pipeline its pipeline now
 * @param from the stage before
 * @param to the stage now
 * @param probability how likely it is won now, in per cent
 */
@EventType("crm.opportunity.stage-changed")
public record OpportunityStageChanged(Ref opportunity, Ref pipeline, String from, String to, int probability)
        implements OpportunityEvent {}
