package org.colonnade.crm.api.event;

import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.event.EventType;

/**
 * A lead leads nowhere.
 *
 * @param lead the lead
 * @param reason why
 */
@EventType("crm.lead.disqualified")
public record LeadDisqualified(Ref lead, String reason) implements LeadEvent {}
