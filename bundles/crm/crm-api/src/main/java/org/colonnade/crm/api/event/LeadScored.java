package org.colonnade.crm.api.event;

import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.event.EventType;

/**
 * A lead is worth more or less than before: it was changed, the rules were, or its score faded over a multiple of ten.
 *
 * @param lead the lead
 * @param before its score until now
 * @param score its score from now on
 */
@EventType("crm.lead.scored")
public record LeadScored(Ref lead, int before, int score) implements LeadEvent {}
