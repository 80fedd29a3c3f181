package org.colonnade.platform.security.internal.domain;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Which passwords are taken, by NIST SP 800-63B-4 section 3.1.1.2: length decides, no rule about kinds of characters, and none that an
 * attacker tries first. Says why not, so that a person can choose a better one.
 */
public final class PasswordRule {

    /** The fewest characters (Unicode code points) without a second factor. */
    public static final int SHORTEST = 15;

    /** The fewest with one. */
    public static final int SHORTEST_OF_TWO = 8;

    /** The most; beyond it only the cost of hashing grows. */
    public static final int LONGEST = 256;

    private static final int FEWEST_DIFFERENT = 5;
    private static final int SHORTEST_OWN_WORD = 3;
    private static final List<String> PRODUCT = List.of("colonnade", "administrator");

    private final KnownPasswords known;

    public PasswordRule(KnownPasswords known) {
        this.known = known;
    }

    /** The form that is hashed: what two keyboards type differently for the same characters becomes the same (NFC). */
    public static String normalised(CharSequence password) {
        return Normalizer.normalize(password, Normalizer.Form.NFC);
    }

    /** Whether it is so short that it is good only with a second factor. @param password in {@link #normalised} form */
    public static boolean isShort(String password) {
        return password.codePointCount(0, password.length()) < SHORTEST;
    }

    /**
     * Judges a password.
     *
     * @param password in {@link #normalised} form
     * @param own what belongs to the user: sign-in name, display name; null entries are skipped
     * @return why it is refused, or empty when it is taken
     */
    public Optional<String> refusal(String password, List<String> own) {
        return refusal(password, own, false);
    }

    /** The same. @param secondFactor whether signing in needs more than the password */
    public Optional<String> refusal(String password, List<String> own, boolean secondFactor) {
        int length = password.codePointCount(0, password.length());
        int shortest = secondFactor ? SHORTEST_OF_TWO : SHORTEST;
        if (length < shortest) {
            return Optional.of("has fewer than " + shortest + " characters; a few words in a row are easy to remember");
        }
        if (length > LONGEST) {
            return Optional.of("has more than " + LONGEST + " characters");
        }
        if (password.chars().anyMatch(c -> c == 0) || !wellFormed(password)) {
            return Optional.of("holds something that is no character");
        }
        return weakness(folded(password), own);
    }

    private Optional<String> weakness(String password, List<String> own) {
        if (password.codePoints().distinct().count() < FEWEST_DIFFERENT) {
            return Optional.of("repeats a few characters");
        }
        if (Sequences.repeatsOneWord(password)) {
            return Optional.of("repeats one word");
        }
        if (Sequences.isMostlyOneRun(password)) {
            return Optional.of("follows the alphabet, the digits or a keyboard row");
        }
        if (known.contains(password)) {
            return Optional.of("is one of the well-known passwords that are tried first");
        }
        return madeOf(password, own) || madeOf(password, PRODUCT)
                ? Optional.of("consists of little more than the name of the user or of this product")
                : Optional.empty();
    }

    /** Whether fewer than half of the shortest length is left when the words are taken out: the rest is what has to be guessed. */
    private static boolean madeOf(String password, List<String> words) {
        String rest = password;
        for (String word : words) {
            if (word != null) {
                for (String part : folded(word).split("[^\\p{L}\\p{N}]+")) {
                    rest = part.length() < SHORTEST_OWN_WORD ? rest : rest.replace(part, "");
                }
            }
        }
        return rest.length() < password.length()
                && rest.replaceAll("[^\\p{L}]", "").length() < SHORTEST / 2;
    }

    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .strip();
    }

    private static boolean wellFormed(String text) {
        return text.codePoints()
                .noneMatch(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
    }
}
