package org.colonnade.crm.internal.domain.match;

import org.apache.commons.codec.language.ColognePhonetic;
import org.apache.commons.codec.language.DoubleMetaphone;

/** How a word sounds: by Double Metaphone for the languages around English, by the Cologne procedure for German. */
final class Sound {

    private static final DoubleMetaphone METAPHONE = new DoubleMetaphone();
    private static final ColognePhonetic COLOGNE = new ColognePhonetic();

    private Sound() {}

    /** Double Metaphone's first code, at most four letters; empty for a word of another script. */
    static String metaphone(String word) {
        String code = METAPHONE.doubleMetaphone(word);
        return code == null ? "" : code;
    }

    /** The Cologne code; empty for a word of another script. */
    static String cologne(String word) {
        return COLOGNE.colognePhonetic(word);
    }

    /** Whether two words of Latin letters sound the same in one of the two ways. */
    static boolean same(String one, String other) {
        return latin(one)
                && latin(other)
                && (!metaphone(one).isEmpty() && metaphone(one).equals(metaphone(other))
                        || !cologne(one).isEmpty() && cologne(one).equals(cologne(other)));
    }

    /** Whether there is a Latin letter in it, after folding. */
    static boolean latin(String folded) {
        return folded.chars().anyMatch(c -> c >= 'a' && c <= 'z');
    }
}
