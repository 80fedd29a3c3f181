package org.colonnade.crm.api.lead;

/**
 * Who shall look after a lead.
 *
 * @param owner the sign-in name; null to let the rules choose
 * @param reason why, for the decision that is kept; or null
 */
public record AssignmentWish(String owner, String reason) {}
