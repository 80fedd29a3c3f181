package org.colonnade.platform.security.internal.domain;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The name that a person types to sign in. ASCII on purpose: two names that look the same are the same, so nobody can be mistaken for
 * somebody else in a list; what people are called in their own script is the display name.
 */
public final class SignInName {

    /** What is wrong with a name that does not fit. */
    public static final String RULE =
            "has 2 to 64 of the letters a to z, digits and . _ - @, and begins with a letter or digit";

    private static final Pattern ALPHABET = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@-]{1,63}");

    private SignInName() {}

    public static boolean fits(String name) {
        return name != null && ALPHABET.matcher(name).matches();
    }

    /** The form by which names are compared and found. */
    public static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
