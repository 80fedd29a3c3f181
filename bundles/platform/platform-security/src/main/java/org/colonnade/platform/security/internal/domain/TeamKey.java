package org.colonnade.platform.security.internal.domain;

import java.util.Locale;
import java.util.regex.Pattern;

/** What a team is called where it is named; ASCII for the same reason as {@link SignInName}, with single spaces within. */
public final class TeamKey {

    /** What is wrong with a name that does not fit. */
    public static final String RULE =
            "has 2 to 64 of the letters a to z, digits and . _ - &, and single spaces between";

    private static final Pattern ALPHABET = Pattern.compile("[A-Za-z0-9&]+(?:[ ._-][A-Za-z0-9&]+)*");
    private static final int LONGEST = 64;

    private TeamKey() {}

    public static boolean fits(String name) {
        return name != null
                && name.length() >= 2
                && name.length() <= LONGEST
                && ALPHABET.matcher(name).matches();
    }

    /** The form by which names are compared and found. */
    public static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
