package org.colonnade.crm.api.event;

import org.colonnade.platform.api.Money;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.event.EventType;

/**
 * An opportunity was added.
 *
 * @param opportunity the opportunity
 * @param party who may buy, or null
 * @param pipeline on which way it is
 * @param stage where it begins
 * @param amount what it would bring, or null
 * @param lead the lead that became it, or null
 */
@EventType("crm.opportunity.created")
public record OpportunityCreated(Ref opportunity, Ref party, Ref pipeline, String stage, Money amount, Ref lead)
        implements OpportunityEvent {}
