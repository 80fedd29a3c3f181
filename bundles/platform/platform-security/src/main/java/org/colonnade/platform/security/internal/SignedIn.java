package org.colonnade.platform.security.internal;

import java.time.Instant;
import org.colonnade.platform.api.security.Accounts;

/**
 * The answer to a sign-in.
 *
 * @param token the bearer token; shown only now
 * @param expiresAt when it ends, UTC
 * @param user who signed in
 * @param secondFactor {@code enrol} where one of the user's roles needs a second factor that is not there yet: the token does nothing but
 *     set one up; null otherwise
 */
public record SignedIn(String token, Instant expiresAt, Accounts.User user, String secondFactor) {}
