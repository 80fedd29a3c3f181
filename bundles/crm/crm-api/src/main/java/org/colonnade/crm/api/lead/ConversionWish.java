package org.colonnade.crm.api.lead;

/**
 * What shall become of a lead.
 *
 * @param party the id of the party that it is; null to add one
 * @param opportunity the sale that shall come of it, or null for none
 */
public record ConversionWish(String party, OpportunityWish opportunity) {}
