package org.colonnade.crm.api.lead;

import org.colonnade.platform.api.Money;

/**
 * The sale that shall come of a lead.
 *
 * @param name what people call it; the lead's name if missing
 * @param amount what it may bring; the lead's value if missing
 * @param pipeline the id of a pipeline; the company's usual one if missing
 */
public record OpportunityWish(String name, Money amount, String pipeline) {}
