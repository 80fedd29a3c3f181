package org.colonnade.platform.security.internal.domain;

import java.time.Instant;

/**
 * That one user lends its permissions to another for a while.
 *
 * @param principal who lends
 * @param substitute who stands in
 * @param from the first instant
 * @param until the first instant after it
 */
public record Span(long principal, long substitute, Instant from, Instant until) {

    boolean holdsAt(Instant at) {
        return !at.isBefore(from) && at.isBefore(until);
    }

    /** Whether there is an instant at which both hold. */
    public boolean meets(Span other) {
        return from.isBefore(other.until) && other.from.isBefore(until);
    }
}
