package org.colonnade.crm.internal.timeline;

import org.colonnade.platform.api.Ref;

/** Small things that contributors share. */
final class Told {

    private static final int LONGEST = 200;

    private Told() {}

    /** Who, as a reference; null for what is none. */
    static Ref who(String text) {
        try {
            return text == null ? null : Ref.parse(text);
        } catch (IllegalArgumentException none) {
            return null;
        }
    }

    /** The first line of a text, as far as it fits. */
    static String line(String text) {
        String first = text.strip().lines().findFirst().orElse("");
        int end = first.codePointCount(0, first.length()) <= LONGEST
                ? first.length()
                : first.offsetByCodePoints(0, LONGEST);
        return end == first.length() ? first : first.substring(0, end) + '…';
    }
}
