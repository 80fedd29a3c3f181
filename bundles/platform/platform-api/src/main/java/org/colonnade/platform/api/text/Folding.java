package org.colonnade.platform.api.text;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Makes texts comparable as people compare them: without case, without accents, with one kind of space, quote and dash. Thai stays as
 * it is written, but each spelling of the same sight becomes one.
 */
public final class Folding {

    /** Letters that Unicode does not take apart. */
    private static final Map<Character, String> LETTERS = Map.ofEntries(
            Map.entry('ø', "o"),
            Map.entry('ł', "l"),
            Map.entry('đ', "d"),
            Map.entry('ð', "d"),
            Map.entry('þ', "th"),
            Map.entry('æ', "ae"),
            Map.entry('œ', "oe"),
            Map.entry('ħ', "h"),
            Map.entry('ŋ', "n"),
            Map.entry('ŧ', "t"),
            Map.entry('ı', "i"),
            Map.entry('ĸ', "k"),
            Map.entry('ƒ', "f"),
            Map.entry('ς', "σ"),
            Map.entry('ə', "e"),
            Map.entry('’', "'"),
            Map.entry('‘', "'"),
            Map.entry('ʼ', "'"),
            Map.entry('´', "'"),
            Map.entry('`', "'"),
            Map.entry('‐', "-"),
            Map.entry('‑', "-"),
            Map.entry('‒', "-"),
            Map.entry('–', "-"),
            Map.entry('—', "-"),
            Map.entry('−', "-"),
            Map.entry('“', "\""),
            Map.entry('”', "\""),
            Map.entry('„', "\""));

    /** A tone mark typed before the vowel that stands under it on the same consonant. */
    private static final Pattern TONE_FIRST = Pattern.compile("([\u0e48-\u0e4c])([\u0e31\u0e34-\u0e39\u0e47\u0e4d])");

    private static final Pattern TONES = Pattern.compile("[\u0e48-\u0e4b]");
    private static final Pattern SPACES = Pattern.compile(" {2,}");

    private Folding() {}

    /** The text as it is compared; empty for null. */
    public static String fold(String text) {
        if (text == null || text.isEmpty()) {
            return "";
        }
        String plain = plain(text);
        return plain == null ? foldAny(text) : plain;
    }

    /** The same for a text of ASCII alone, which most are, in one walk; null for any other. */
    private static String plain(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        boolean space = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 127) {
                return null;
            }
            if (c <= ' ') {
                space = folded.length() > 0;
                continue;
            }
            if (space) {
                folded.append(' ');
                space = false;
            }
            folded.append(c == '`' ? '\'' : c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c);
        }
        return folded.toString();
    }

    private static String foldAny(String text) {
        String lower = bare(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT);
        StringBuilder folded = new StringBuilder(lower.length());
        for (int i = 0; i < lower.length(); i++) {
            char c = lower.charAt(i);
            String other = c < 128 && c != '`' ? null : LETTERS.get(c);
            folded.append(other == null ? String.valueOf(c) : other);
        }
        return SPACES.matcher(thai(Normalizer.normalize(folded, Normalizer.Form.NFC)))
                .replaceAll(" ")
                .strip();
    }

    /** The folded text without Thai tone marks, for those who leave them out. */
    public static String toneless(String folded) {
        return anyThai(folded) ? TONES.matcher(folded).replaceAll("") : folded;
    }

    /** Whether the text is in a script that writes no spaces between words. */
    public static boolean unspaced(String text) {
        return text.codePoints().anyMatch(c -> switch (Character.UnicodeScript.of(c)) {
            case THAI, LAO, KHMER, MYANMAR, HAN, HIRAGANA, KATAKANA, HANGUL -> true;
            default -> false;
        });
    }

    private static String bare(String decomposed) {
        StringBuilder bare = new StringBuilder(decomposed.length());
        decomposed.codePoints().forEach(c -> {
            if (c < 128) {
                bare.append(c <= 32 || c == 127 ? ' ' : (char) c);
            } else if (Character.isWhitespace(c)
                    || Character.isSpaceChar(c)
                    || Character.getType(c) == Character.CONTROL) {
                bare.append(' ');
            } else if (!accent(c) && !invisible(c)) {
                bare.appendCodePoint(c);
            }
        });
        return bare.toString();
    }

    /** Marks that people leave out when they search; the vowels of Thai and its neighbours are none. */
    private static boolean accent(int c) {
        return c >= 0x300 && c <= 0x36f
                || c >= 0x1ab0 && c <= 0x1aff
                || c >= 0x1dc0 && c <= 0x1dff
                || c >= 0x20d0 && c <= 0x20ff
                || c >= 0xfe20 && c <= 0xfe2f
                || c >= 0x591 && c <= 0x5bd
                || c >= 0x64b && c <= 0x65f
                || c == 0x670;
    }

    private static boolean invisible(int c) {
        int type = Character.getType(c);
        return type == Character.FORMAT || type == Character.SURROGATE || c >= 0xfe00 && c <= 0xfe0f;
    }

    private static String thai(String text) {
        if (!anyThai(text)) {
            return text;
        }
        return TONE_FIRST.matcher(text.replace("\u0e40\u0e40", "\u0e41")).replaceAll("$2$1");
    }

    private static boolean anyThai(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0xe00 && text.charAt(i) <= 0xe7f) {
                return true;
            }
        }
        return false;
    }
}
