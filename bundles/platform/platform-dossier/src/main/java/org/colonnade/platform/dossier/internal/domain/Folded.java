package org.colonnade.platform.dossier.internal.domain;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** A text as it is compared: without regard to case, width and the spaces around it. */
public final class Folded {

    private static final Pattern SPACES = Pattern.compile("[\\p{Z}\\s]+");
    private static final int LONGEST = 200;

    private Folded() {}

    /** The whole text, folded. */
    public static String text(String text) {
        String one = Normalizer.normalize(text, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
        String folded = Normalizer.normalize(one.toLowerCase(Locale.ROOT), Normalizer.Form.NFKC);
        return SPACES.matcher(folded).replaceAll(" ").strip();
    }

    /** Its first {@value #LONGEST} characters (code points): what an index holds. */
    public static String key(String text) {
        return cut(text(text), LONGEST);
    }

    /** At most so many code points of a text. */
    public static String cut(String text, int longest) {
        return text.codePointCount(0, text.length()) <= longest
                ? text
                : text.substring(0, text.offsetByCodePoints(0, longest));
    }
}
