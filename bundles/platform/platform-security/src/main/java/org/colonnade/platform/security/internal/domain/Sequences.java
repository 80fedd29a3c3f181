package org.colonnade.platform.security.internal.domain;

import java.text.Normalizer;
import java.util.List;
import java.util.stream.Stream;

/** Finds what fingers type by themselves: runs along the alphabet, the digits or a keyboard row, and one word over and over. */
final class Sequences {

    private static final int LONGEST_WORD = 8;
    private static final int SHORTEST_RUN = 4;
    private static final List<String> ROWS = normalised(
            "abcdefghijklmnopqrstuvwxyz",
            "01234567890",
            "`1234567890-=",
            "~!@#$%^&*()_+",
            "qwertyuiop[]\\",
            "asdfghjkl;'",
            "zxcvbnm,./",
            "qwertzuiopü",
            "yxcvbnm",
            "azertyuiop",
            "qsdfghjklm",
            "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p",
            "qazwsxedcrfvtgbyhnujmikolp",
            "ๅภถุึคตจขช",
            "ๆไำพะัีรนยบลฃ",
            "ฟหกดเ้่าสวง",
            "ผปแอิืทมใฝ");

    private Sequences() {}

    /** Whether the text is one word of at most eight characters, repeated, perhaps cut off or followed by up to four others. */
    static boolean repeatsOneWord(String text) {
        for (int period = 1; period <= LONGEST_WORD; period++) {
            int same = period;
            while (same < text.length() && text.charAt(same) == text.charAt(same - period)) {
                same++;
            }
            if (same >= 2 * period && same >= text.length() - SHORTEST_RUN) {
                return true;
            }
        }
        return false;
    }

    /** Whether at least two thirds of the text lie in runs of four and more neighbours. */
    static boolean isMostlyOneRun(String text) {
        int inRuns = 0;
        int at = 0;
        while (at < text.length()) {
            int run = longestRunAt(text, at);
            inRuns += run >= SHORTEST_RUN ? run : 0;
            at += Math.max(1, run >= SHORTEST_RUN ? run : 1);
        }
        return inRuns * 3 >= text.length() * 2;
    }

    /** In the form in which passwords come here: Thai Sara Am is two characters in it. */
    private static List<String> normalised(String... rows) {
        return Stream.of(rows)
                .map(row -> Normalizer.normalize(row, Normalizer.Form.NFKC))
                .toList();
    }

    private static int longestRunAt(String text, int at) {
        int longest = 1;
        for (String row : ROWS) {
            longest = Math.max(longest, Math.max(runAlong(row, text, at, 1), runAlong(row, text, at, -1)));
        }
        return longest;
    }

    private static int runAlong(String row, String text, int at, int step) {
        int place = row.indexOf(text.charAt(at));
        int length = 0;
        while (place >= 0
                && place < row.length()
                && at + length < text.length()
                && row.charAt(place) == text.charAt(at + length)) {
            length++;
            place += step;
        }
        return length;
    }
}
