package org.colonnade.platform.api;

import java.util.ArrayList;
import java.util.List;
import org.colonnade.platform.api.problem.Rejected;

/**
 * Collects what is wrong with an input's fields, so that a caller hears of all of it at once. Field names are JSON paths
 * ({@code contactPoints[2].value}).
 */
public final class Fields {

    private final List<Rejected.Field> wrong = new ArrayList<>();

    /** Notes one fault; the same one is noted once. */
    public Fields wrong(String field, String sentence) {
        Rejected.Field fault = new Rejected.Field(field, sentence);
        if (!wrong.contains(fault)) {
            wrong.add(fault);
        }
        return this;
    }

    /** A text that must be there: not blank, storable, at most {@code max} characters (Unicode code points). */
    public Fields required(String field, String value, int max) {
        if (value == null || value.isBlank()) {
            return wrong(field, "is required");
        }
        return optional(field, value, max);
    }

    /** A text that may be missing: storable, at most {@code max} characters (Unicode code points). */
    public Fields optional(String field, String value, int max) {
        if (value == null) {
            return this;
        }
        if (!storable(value)) {
            return wrong(field, "holds U+0000 or half of a surrogate pair, which is not text");
        }
        if (value.length() > max && value.codePointCount(0, value.length()) > max) {
            return wrong(field, "has more than " + max + " characters");
        }
        return this;
    }

    /** Whether every database of the platform can keep the text: no U+0000, no unpaired surrogate. */
    public static boolean storable(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == 0 || Character.isLowSurrogate(c)) {
                return false;
            }
            if (Character.isHighSurrogate(c) && (++i == value.length() || !Character.isLowSurrogate(value.charAt(i)))) {
                return false;
            }
        }
        return true;
    }

    /** @throws Rejected with this code, if any fault was noted */
    public void orReject(String code) {
        if (!wrong.isEmpty()) {
            throw new Rejected(
                    code,
                    wrong.size() == 1 ? "One field is not right." : wrong.size() + " fields are not right.",
                    wrong);
        }
    }

    /** What was noted so far. */
    public List<Rejected.Field> faults() {
        return List.copyOf(wrong);
    }
}
