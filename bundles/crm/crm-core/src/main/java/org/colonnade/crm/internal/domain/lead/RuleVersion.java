package org.colonnade.crm.internal.domain.lead;

import java.time.Instant;

/**
 * A score rule as it was from some moment on, until its next version.
 *
 * @param rule the rule's id
 * @param version which version
 * @param since from when on it was in force
 * @param name what people called it
 * @param condition what it asked
 * @param edition which of its conditions
 * @param editionSince from when on it asked that
 * @param points what it counted
 * @param halfLifeDays after so many days it counted half, or null
 * @param validFrom it counted from then on, or null
 * @param validUntil it counted until just before, or null
 * @param active whether it counted at all
 */
public record RuleVersion(
        String rule,
        long version,
        Instant since,
        String name,
        String condition,
        long edition,
        Instant editionSince,
        int points,
        Integer halfLifeDays,
        Instant validFrom,
        Instant validUntil,
        boolean active) {

    /** Whether it counts at the moment. */
    public boolean counts(Instant at) {
        return active && (validFrom == null || !at.isBefore(validFrom)) && (validUntil == null || at.isBefore(validUntil));
    }

    /** Whether what it counts changes by itself. */
    public boolean moves() {
        return active && (halfLifeDays != null || validFrom != null || validUntil != null);
    }
}
