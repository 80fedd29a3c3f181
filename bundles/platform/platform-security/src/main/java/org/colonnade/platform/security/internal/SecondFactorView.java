package org.colonnade.platform.security.internal;

import java.time.Instant;

/**
 * How somebody's second factor stands.
 *
 * @param state {@code none}, {@code pending} before a first code was shown, or {@code confirmed}
 * @param since when it was confirmed, UTC; null before
 * @param recoveryCodes how many are left
 * @param required whether one of the user's roles needs it
 */
public record SecondFactorView(String state, Instant since, int recoveryCodes, boolean required) {}
