package org.colonnade.platform.security.internal;

import java.time.Instant;
import java.util.Set;

/**
 * A new API token.
 *
 * @param id to revoke it by
 * @param name what its owner called it
 * @param token the secret; shown only now
 * @param createdAt UTC
 * @param expiresAt UTC
 * @param permissions the only ones that it carries; null when it carries all that its owner has
 */
public record NewToken(
        String id, String name, String token, Instant createdAt, Instant expiresAt, Set<String> permissions) {}
