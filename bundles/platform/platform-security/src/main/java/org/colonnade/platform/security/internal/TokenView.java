package org.colonnade.platform.security.internal;

import java.time.Instant;
import java.util.Set;

/**
 * A token as its owner sees it in lists; the secret is not among it.
 *
 * @param id to revoke it by
 * @param name what its owner called it
 * @param kind {@code sign-in} or {@code api}
 * @param createdAt UTC
 * @param expiresAt UTC
 * @param lastUsedAt UTC, to within a few minutes; null if never
 * @param permissions the only ones that it carries; null when it carries all that its owner has
 */
public record TokenView(
        String id,
        String name,
        String kind,
        Instant createdAt,
        Instant expiresAt,
        Instant lastUsedAt,
        Set<String> permissions) {}
