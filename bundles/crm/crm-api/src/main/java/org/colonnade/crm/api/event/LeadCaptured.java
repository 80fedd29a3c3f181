package org.colonnade.crm.api.event;

import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.event.EventType;

/**
 * Somebody has confirmed what they sent from a web page, and is a lead now.
 *
 * @param lead the lead
 * @param form the form
 * @param consentVersion which text they agreed to
 */
@EventType("crm.lead.captured")
public record LeadCaptured(Ref lead, Ref form, String consentVersion) implements LeadEvent {}
