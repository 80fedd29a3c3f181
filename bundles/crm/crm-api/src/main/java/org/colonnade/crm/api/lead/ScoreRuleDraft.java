package org.colonnade.crm.api.lead;

import java.time.Instant;

/**
 * A rule of scoring as somebody wants it.
 *
 * @param name what people call it
 * @param condition FIQL over a lead's own fields: {@code source==fair;value.amount=gt=1000}
 * @param points what it counts while it is fresh; may be negative
 * @param halfLifeDays after so many days it counts half; null for one that does not fade
 * @param validFrom it counts from then on, UTC; null for ever
 * @param validUntil it counts until just before, UTC; null for ever
 * @param active whether it counts at all; true if missing
 */
public record ScoreRuleDraft(
        String name,
        String condition,
        int points,
        Integer halfLifeDays,
        Instant validFrom,
        Instant validUntil,
        Boolean active) {}
