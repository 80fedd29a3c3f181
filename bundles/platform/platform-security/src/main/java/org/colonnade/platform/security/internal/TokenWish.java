package org.colonnade.platform.security.internal;

import java.util.Set;

/**
 * An API token to be.
 *
 * @param name what its owner calls it
 * @param days how long it lives, 1 to 365
 * @param permissions the only ones that it shall carry; left out for all that its owner has at each moment
 */
public record TokenWish(String name, Integer days, Set<String> permissions) {}
