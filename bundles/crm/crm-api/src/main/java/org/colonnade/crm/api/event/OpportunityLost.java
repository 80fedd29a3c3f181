package org.colonnade.crm.api.event;

import java.time.LocalDate;
import org.colonnade.platform.api.Money;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.event.EventType;

/**
 * There will be no sale.
 *
 * @param opportunity the opportunity
 * @param party who would have bought, or null
 * @param amount what it would have brought, or null
 * @param reason why
 * @param on the day
 */
@EventType("crm.opportunity.lost")
public record OpportunityLost(Ref opportunity, Ref party, Money amount, String reason, LocalDate on)
        implements OpportunityEvent {}
