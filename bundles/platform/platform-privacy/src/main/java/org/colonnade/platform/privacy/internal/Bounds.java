package org.colonnade.platform.privacy.internal;

/** Brings configured values back to what they may be. */
public final class Bounds {

    private Bounds() {}

    public static int within(int value, int least, int most) {
        return Math.max(least, Math.min(most, value));
    }
}
