package org.colonnade.crm.internal.domain.lead;

import java.time.Instant;

/**
 * A condition held for a lead.
 *
 * @param rule the rule's id
 * @param edition which of its conditions
 * @param since from when on
 * @param until until just before then; null if it still holds
 */
public record Held(String rule, long edition, Instant since, Instant until) {

    boolean at(Instant moment) {
        return !moment.isBefore(since) && (until == null || moment.isBefore(until));
    }
}
