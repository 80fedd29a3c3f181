package org.colonnade.platform.api.text;

/**
 * Writes folded text in plain ASCII, so that a trigram index takes Thai, Greek and Chinese as well as Latin whatever the database's
 * locale is (with the locale C, PostgreSQL's trigrams skip every letter beyond ASCII). Folded text has no capitals; so a capital Z begins
 * three more for a character, a capital Y five more, and a piece of text can only be found where characters begin.
 */
public final class IndexText {

    private static final int BASE = 24;
    private static final int SHORT = BASE * BASE * BASE;

    private IndexText() {}

    /** Folded text in its ASCII spelling. */
    public static String encode(String folded) {
        StringBuilder text = new StringBuilder(folded.length() + 16);
        folded.codePoints().forEach(c -> {
            if (c < 128) {
                text.append((char) c);
            } else {
                digits(text.append(c < SHORT ? 'Z' : 'Y'), c, c < SHORT ? 3 : 5);
            }
        });
        return text.toString();
    }

    /**
     * A folded word as a pattern for {@code LIKE … ESCAPE '!'} over encoded text. One or two letters find beginnings of words, more are
     * found anywhere; scripts without spaces know no beginnings.
     */
    public static String pattern(String word) {
        boolean beginning = word.codePointCount(0, word.length()) <= 2 && !Folding.unspaced(word);
        String text = encode(word).replace("!", "!!").replace("%", "!%").replace("_", "!_");
        return (beginning ? "% " : "%") + text + '%';
    }

    private static void digits(StringBuilder text, int number, int count) {
        if (count > 0) {
            digits(text, number / BASE, count - 1);
            text.append((char) ('A' + number % BASE));
        }
    }
}
