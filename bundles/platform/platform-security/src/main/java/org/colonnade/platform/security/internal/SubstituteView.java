package org.colonnade.platform.security.internal;

import java.time.Instant;
import java.util.Set;

/**
 * That somebody stands in for somebody.
 *
 * @param id to end it by
 * @param principal the sign-in name of who is away
 * @param substitute the sign-in name of who stands in
 * @param from the first instant, UTC
 * @param until the first instant after it, UTC
 * @param permissions the only ones that are lent; null when all are that the principal has
 * @param createdAt UTC
 * @param createdBy who said so, as a reference: the principal or an administrator
 */
public record SubstituteView(
        String id,
        String principal,
        String substitute,
        Instant from,
        Instant until,
        Set<String> permissions,
        Instant createdAt,
        String createdBy) {}
