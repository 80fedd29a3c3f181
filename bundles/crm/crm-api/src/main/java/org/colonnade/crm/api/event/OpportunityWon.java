package org.colonnade.crm.api.event;

import java.time.LocalDate;
import org.colonnade.platform.api.Money;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.event.EventType;

/**
 * A sale was made.
 *
 * @param opportunity the opportunity
 * @param party who buys, or null
 * @param amount what it brings, or null
 * @param on the day
 */
@EventType("crm.opportunity.won")
public record OpportunityWon(Ref opportunity, Ref party, Money amount, LocalDate on) implements OpportunityEvent {}
