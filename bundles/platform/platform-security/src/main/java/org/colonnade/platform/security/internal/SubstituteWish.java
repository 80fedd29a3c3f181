package org.colonnade.platform.security.internal;

import java.util.Set;

/**
 * A substitute to be.
 *
 * @param substitute the sign-in name of who stands in
 * @param from an instant, or a day in the zone; left out for now
 * @param until an instant, or the last day in the zone
 * @param zone in which days begin, such as {@code Asia/Bangkok}; only for days
 * @param permissions the only ones that are lent; left out for all that the principal has at each moment
 */
public record SubstituteWish(String substitute, String from, String until, String zone, Set<String> permissions) {}
