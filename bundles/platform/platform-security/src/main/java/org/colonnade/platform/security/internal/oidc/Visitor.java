package org.colonnade.platform.security.internal.oidc;

import java.time.Instant;
import java.util.Set;

/**
 * Whom a token of an issuer names.
 *
 * @param issuer who says so
 * @param subject who it is at the issuer
 * @param user the sign-in name that the issuer gives
 * @param displayName what people see; null if the token does not say
 * @param issuedAt when the token was made
 * @param until the first instant at which it is taken no more
 * @param permissions the only ones that it carries, or null
 * @param makeUser whether somebody unknown becomes a user
 */
public record Visitor(
        String issuer,
        String subject,
        String user,
        String displayName,
        Instant issuedAt,
        Instant until,
        Set<String> permissions,
        boolean makeUser) {}
