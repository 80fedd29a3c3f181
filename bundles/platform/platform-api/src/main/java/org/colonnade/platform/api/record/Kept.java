package org.colonnade.platform.api.record;

import java.time.Instant;

/**
 * A record with what the platform keeps of every one.
 *
 * @param id its id, a TSID in 13 characters
 * @param version rises by one with each change; the {@code ETag}
 * @param archived whether it was put away
 * @param createdAt UTC
 * @param createdBy who, as a reference
 * @param changedAt UTC
 * @param changedBy who, as a reference
 * @param value what the function says about it
 */
public record Kept<V extends Record>(
        String id,
        long version,
        boolean archived,
        Instant createdAt,
        String createdBy,
        Instant changedAt,
        String changedBy,
        V value) {

    /** The same record saying something else. */
    public Kept<V> with(V other) {
        return new Kept<>(id, version, archived, createdAt, createdBy, changedAt, changedBy, other);
    }
}
