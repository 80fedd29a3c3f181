package org.colonnade.crm.api.deal;

import java.time.LocalDate;

/**
 * How an opportunity ended.
 *
 * @param on the day, not in the future; today (UTC) if missing
 * @param reason why it was lost: one of the pipeline's reasons if it has any; null for a sale
 */
public record Closing(LocalDate on, String reason) {}
