package org.colonnade.crm.api.event;

import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.event.EventType;

/**
 * Somebody else looks after a lead.
 *
 * @param lead the lead
 * @param owner the sign-in name of who does from now on
 * @param before the sign-in name of who did until now, or null
 */
@EventType("crm.lead.assigned")
public record LeadAssigned(Ref lead, String owner, String before) implements LeadEvent {}
