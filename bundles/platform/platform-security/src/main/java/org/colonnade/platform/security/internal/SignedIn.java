package org.colonnade.platform.security.internal;

import java.time.Instant;
import org.colonnade.platform.api.security.Accounts;

/**
 * The answer to a sign-in.
 *
 * @param token the bearer token; shown only now
 * @param expiresAt when it ends, UTC
 * @param user who signed in
 */
public record SignedIn(String token, Instant expiresAt, Accounts.User user) {}
