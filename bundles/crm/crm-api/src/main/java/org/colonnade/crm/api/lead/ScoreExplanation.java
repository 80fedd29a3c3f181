package org.colonnade.crm.api.lead;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * Why a lead has, or had, its score.
 *
 * @param lead the lead's id
 * @param at the moment, UTC
 * @param score the exact sum, rounded half up to a whole number
 * @param sum what all rules added, with two decimals
 * @param lines every rule that was in force, those that count most first
 */
public record ScoreExplanation(String lead, Instant at, int score, BigDecimal sum, List<ScoreLine> lines) {

    public ScoreExplanation {
        lines = List.copyOf(lines);
    }
}
