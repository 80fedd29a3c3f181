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
 * @param principal for whom a substitute did it, as a reference
 */
public record Filter(String subject, String actor, String action, Instant from, Instant to, String principal) {

    /** Every row. */
    public static final Filter ALL = new Filter(null, null, null, null, null);

    /** Whoever did it for whom. */
    public Filter(String subject, String actor, String action, Instant from, Instant to) {
        this(subject, actor, action, from, to, null);
    }
}
