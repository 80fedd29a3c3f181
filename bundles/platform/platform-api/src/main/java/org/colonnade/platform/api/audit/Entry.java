package org.colonnade.platform.api.audit;

import java.time.Instant;

/**
 * One row of the audit.
 *
 * @param id the row's id
 * @param position its place in the chain of its company, counted from 1; null in the moment before it is chained
 * @param at when its transaction began, UTC
 * @param actor who, as a reference
 * @param requestId the request that did it
 * @param action what was done, see {@link Change}
 * @param subject the record's reference
 * @param version the record's version after it, or 0
 * @param before the record as JSON text before; null where there was none or it was not asked for
 * @param after the record as JSON text after; null where there is none or it was not asked for
 * @param principal for whom a substitute did it, as a reference; null where the actor did it for itself
 */
public record Entry(
        String id,
        Long position,
        Instant at,
        String actor,
        String requestId,
        String action,
        String subject,
        long version,
        String before,
        String after,
        String principal) {

    /** What somebody did for itself. */
    public Entry(
            String id,
            Long position,
            Instant at,
            String actor,
            String requestId,
            String action,
            String subject,
            long version,
            String before,
            String after) {
        this(id, position, at, actor, requestId, action, subject, version, before, after, null);
    }
}
