package org.colonnade.crm.internal.domain.match;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/** How alike two values are, from 0 to 1. */
final class Likeness {

    private static final JaroWinklerSimilarity JARO_WINKLER = new JaroWinklerSimilarity();
    private static final double SAME_SOUND = 0.93;
    private static final double SHORT_FORM = 0.95;
    private static final double INITIAL = 0.85;

    private Likeness() {}

    /** Two words by Jaro and Winkler. */
    static double text(String one, String other) {
        return one.equals(other) ? 1 : JARO_WINKLER.apply(one, other);
    }

    /** Two names, each of one or several words: the better of the whole and of the best of their words. */
    static double name(String one, String other) {
        if (one.equals(other)) {
            return 1;
        }
        double best = word(one.replace(" ", ""), other.replace(" ", ""));
        if (one.indexOf(' ') >= 0 || other.indexOf(' ') >= 0) {
            best = Math.max(best, 0.98 * tokens(one, other));
            best = Math.max(best, 0.95 * word(first(one), first(other)));
        }
        return best;
    }

    private static double word(String one, String other) {
        if (one.isEmpty() || other.isEmpty()) {
            return 0;
        }
        double alike = text(one, other);
        if (alike < 1 && Nicknames.same(one, other)) {
            return SHORT_FORM;
        }
        if (Math.min(one.length(), other.length()) == 1 && one.charAt(0) == other.charAt(0)) {
            return INITIAL;
        }
        return alike > 0.7 && alike < SAME_SOUND && Sound.same(one, other) ? SAME_SOUND : alike;
    }

    private static String first(String words) {
        int end = words.indexOf(' ');
        return end < 0 ? words : words.substring(0, end);
    }

    /** Two sets of words: each finds its likest; what is left over counts against it, weighed by length. */
    static double tokens(String one, String other) {
        if (one.equals(other)) {
            return 1;
        }
        List<String> left = new ArrayList<>(List.of(other.split(" ")));
        String[] words = one.split(" ");
        double matched = 0;
        for (String word : words) {
            int best = -1;
            double most = 0.84;
            for (int i = 0; i < left.size(); i++) {
                double alike = text(word, left.get(i));
                if (alike > most) {
                    most = alike;
                    best = i;
                }
            }
            if (best >= 0) {
                matched += most * (word.length() + left.remove(best).length());
            }
        }
        return matched / (one.replace(" ", "").length() + other.replace(" ", "").length());
    }

    /** Two e-mail addresses; of two at different domains the local part still says something. */
    static double email(String one, String other) {
        if (one.equals(other)) {
            return 1;
        }
        String here = one.substring(0, one.lastIndexOf('@'));
        String there = other.substring(0, other.lastIndexOf('@'));
        boolean sameDomain = one.substring(here.length()).equals(other.substring(there.length()));
        if (here.equals(there)) {
            return here.length() < 5 ? 0.5 : 0.75;
        }
        return sameDomain && oneSlip(here, there) && here.length() > 4 ? 0.6 : 0;
    }

    /** Two telephone numbers; one wrong digit, or two exchanged, are likely a slip. */
    static double phone(String one, String other) {
        if (one.equals(other)) {
            return 1;
        }
        int tail = Math.min(one.length(), other.length()) - 1;
        if (tail >= 7 && one.regionMatches(one.length() - tail, other, other.length() - tail, tail)) {
            return 0.9;
        }
        return oneSlip(one, other) ? 0.8 : 0;
    }

    /** Two codes of digits and letters. */
    static double code(String one, String other) {
        return one.equals(other) ? 1 : oneSlip(one, other) ? 0.6 : 0;
    }

    /** Two dates of birth, of which parts may be unknown. */
    static double birthday(String one, String other) {
        if (one.equals(other)) {
            return Facts.date(one) == null ? 0.85 : 1;
        }
        LocalDate here = Facts.date(one);
        LocalDate there = Facts.date(other);
        if (oneSlip(one, other)) {
            return 0.88;
        }
        if (here == null || there == null) {
            return partly(one, other);
        }
        if (here.getYear() == there.getYear()
                && here.getMonthValue() == there.getDayOfMonth()
                && here.getDayOfMonth() == there.getMonthValue()) {
            return 0.93;
        }
        boolean sameDay = here.getMonth() == there.getMonth() && here.getDayOfMonth() == there.getDayOfMonth();
        if (sameDay && Math.abs(here.getYear() - there.getYear()) < 11) {
            return 0.7;
        }
        int shared = 0;
        for (int i = 0; i < one.length(); i++) {
            shared += one.charAt(i) == other.charAt(i) ? 1 : 0;
        }
        return here.getYear() == there.getYear() && shared >= 8 ? 0.6 : 0;
    }

    private static double partly(String one, String other) {
        String longer = one.length() >= other.length() ? one : other;
        String shorter = longer.equals(one) ? other : one;
        String pattern = shorter.startsWith("--") ? shorter.substring(1) : shorter;
        return longer.startsWith(pattern) || longer.endsWith(pattern) ? 0.85 : 0;
    }

    /** Whether one character is other, missing or too much, or two beside each other are exchanged. */
    static boolean oneSlip(String one, String other) {
        if (Math.abs(one.length() - other.length()) > 1) {
            return false;
        }
        int start = 0;
        int end = Math.min(one.length(), other.length());
        while (start < end && one.charAt(start) == other.charAt(start)) {
            start++;
        }
        String a = one.substring(start);
        String b = other.substring(start);
        if (a.length() == b.length()) {
            return a.isEmpty()
                    || a.substring(1).equals(b.substring(1))
                    || a.length() > 1
                            && a.charAt(0) == b.charAt(1)
                            && a.charAt(1) == b.charAt(0)
                            && a.substring(2).equals(b.substring(2));
        }
        return a.length() > b.length()
                ? a.substring(1).equals(b)
                : b.substring(1).equals(a);
    }
}
