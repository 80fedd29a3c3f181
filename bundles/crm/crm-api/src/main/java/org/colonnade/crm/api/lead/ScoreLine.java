package org.colonnade.crm.api.lead;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * What one rule adds to a score.
 *
 * @param rule the rule's id
 * @param name what people called it then
 * @param version which version of it was in force
 * @param condition what it asked
 * @param holds whether it held for the lead
 * @param points what it counts while it is fresh
 * @param since from when on it held, UTC; null if it did not
 * @param ageDays how long that was ago, in days
 * @param halfLifeDays after so many days it counts half; null if it does not fade
 * @param decay which part of the points was left: 1 is all
 * @param counted what it added
 */
public record ScoreLine(
        String rule,
        String name,
        long version,
        String condition,
        boolean holds,
        int points,
        Instant since,
        BigDecimal ageDays,
        Integer halfLifeDays,
        BigDecimal decay,
        BigDecimal counted) {}
