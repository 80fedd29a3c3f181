package org.colonnade.crm.api.event;

import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.event.EventType;

/**
 * A lead was added.
 *
 * @param lead the lead
 * @param source where it comes from, or null
 * @param campaign what made them come, or null
 * @param score what it is worth looking at
 */
@EventType("crm.lead.created")
public record LeadCreated(Ref lead, String source, String campaign, int score) implements LeadEvent {}
