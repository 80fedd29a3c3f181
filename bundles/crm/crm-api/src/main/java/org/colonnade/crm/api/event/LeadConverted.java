package org.colonnade.crm.api.event;

import org.colonnade.crm.api.lead.OpportunityWish;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.event.EventType;

/**
 * A lead has become a party.
 *
 * @param lead the lead
 * @param party the party
 * @param opportunity the sale that came of it, or null
 * @param wish the sale that was wished for, or null
 */
@EventType("crm.lead.converted")
public record LeadConverted(Ref lead, Ref party, Ref opportunity, OpportunityWish wish) implements LeadEvent {}
