package org.colonnade.platform.api.audit;

import java.time.Instant;

/**
 * Which rows of the audit; what is null does not narrow it.
 *
 * @param subject the record's reference
 * @param actor who did it, as a reference
 * @param action what was done
 * @param from not before this instant
 * @param to before this instant
 */
public record Filter(String subject, String actor, String action, Instant from, Instant to) {

    /** Every row. */
    public static final Filter ALL = new Filter(null, null, null, null, null);
}
