package org.colonnade.platform.security.internal.hash;

/**
 * What one guess shall cost. Never below what OWASP and trust.md ask for, whatever a configuration says.
 *
 * @param memoryKib at least 19 MiB
 * @param passes at least 2
 * @param lanes at least 1
 */
public record Argon2Cost(int memoryKib, int passes, int lanes) {

    /** The least, and the default. */
    public static final Argon2Cost LEAST = new Argon2Cost(19 * 1024, 2, 1);

    /** The most memory that one hash may take, so that a slip of the configuration cannot stop every sign-in. */
    private static final int MOST_MEMORY_KIB = 1024 * 1024;

    /** The cost as configured, lifted to the least where it is lower. */
    public static Argon2Cost atLeast(int memoryKib, int passes, int lanes) {
        return new Argon2Cost(
                Math.min(MOST_MEMORY_KIB, Math.max(LEAST.memoryKib, memoryKib)),
                Math.min(64, Math.max(LEAST.passes, passes)),
                Math.min(16, Math.max(LEAST.lanes, lanes)));
    }
}
