package org.colonnade.crm.internal.domain;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Small words about texts. */
public final class Texts {

    private Texts() {}

    /** Whether there is nothing to read. */
    public static boolean blank(String text) {
        return text == null || text.isBlank();
    }

    /** The text, or null if there is nothing to read. */
    public static String orNull(String text) {
        return blank(text) ? null : text;
    }

    /** Those parts that say something, with the separator between them. */
    public static String join(String separator, String... parts) {
        return Arrays.stream(parts)
                .filter(part -> !blank(part))
                .map(String::strip)
                .collect(Collectors.joining(separator));
    }

    /** At most so many characters (Unicode code points). */
    public static String cut(String text, int longest) {
        return text.length() <= longest || text.codePointCount(0, text.length()) <= longest
                ? text
                : text.substring(0, text.offsetByCodePoints(0, longest));
    }

    /** With one kind of line end. */
    public static String lines(String text) {
        return text == null || text.indexOf('\r') < 0
                ? text
                : text.replace("\r\n", "\n").replace('\r', '\n');
    }
}
