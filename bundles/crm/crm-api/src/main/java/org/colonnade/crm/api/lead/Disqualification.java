package org.colonnade.crm.api.lead;

/**
 * A lead leads nowhere.
 *
 * @param reason why; at most 500 characters
 */
public record Disqualification(String reason) {}
