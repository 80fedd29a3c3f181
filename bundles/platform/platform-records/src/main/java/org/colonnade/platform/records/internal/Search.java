package org.colonnade.platform.records.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.colonnade.platform.api.problem.Rejected;
import org.colonnade.platform.api.record.RecordField;
import org.colonnade.platform.api.record.RecordIndex;
import org.colonnade.platform.api.text.Folding;
import org.colonnade.platform.api.text.IndexText;
import org.colonnade.platform.records.internal.shape.Plan;

/**
 * What words somebody looks for, in the fields that they see. The search text of a record is one for all of its fields; so where one is
 * withheld, what is found there is looked at once more in the others, and nothing of a record tells what the withheld one says.
 *
 * @param patterns for {@code LIKE} over the search text; all must hold
 * @param holds whether a record has the words in what is seen of it; null where all of its search text is
 */
record Search<V extends Record>(List<String> patterns, Predicate<V> holds) {

    private static final int LONGEST = 500;
    private static final int MOST_WORDS = 8;

    /** The words of {@code q}. @throws Rejected {@code platform.search.too-long}, {@code platform.search.unavailable} */
    static <V extends Record> Search<V> of(Plan<V, ?> plan, String typed, Sight sight) {
        if (typed == null || typed.isEmpty()) {
            return new Search<>(List.of(), null);
        }
        if (typed.codePointCount(0, typed.length()) > LONGEST) {
            throw wrong("platform.search.too-long", "has more than " + LONGEST + " characters");
        }
        if (!plan.searched()) {
            throw wrong("platform.search.unavailable", "these records are not searched by words");
        }
        List<RecordField> searched =
                plan.kind().fields().stream().filter(RecordField::searched).toList();
        List<RecordField> seen =
                searched.stream().filter(field -> sight.plain(field.name())).toList();
        RecordIndex.Words<V> words = plan.kind().index().words();
        boolean partly = seen.size() < searched.size();
        if (partly && (seen.isEmpty() || words != null && words.seen() == null)) {
            throw wrong("platform.search.unavailable", "reads fields that you may not see; use a filter");
        }
        if (!partly) {
            return new Search<>(
                    words == null ? patterns(typed) : words.patterns().apply(typed), null);
        }
        List<String> all = words == null ? patterns(typed) : words.patterns().apply(typed);
        List<String> pieces = all.stream().map(Search::piece).toList();
        // the last may hold several words, and those stand side by side only in what is seen
        List<String> sure = all.size() < MOST_WORDS ? all : all.subList(0, MOST_WORDS - 1);
        return new Search<>(sure, value -> {
            String text = words == null
                    ? plan.searchText(value, seen::contains)
                    : words.seen().apply(value, sight::plain);
            return pieces.stream().allMatch(text::contains);
        });
    }

    private static List<String> patterns(String typed) {
        String folded = Folding.fold(typed);
        if (folded.isEmpty()) {
            return List.of();
        }
        List<String> words = Arrays.asList(folded.split(" "));
        List<String> terms = new ArrayList<>(words.subList(0, Math.min(words.size(), MOST_WORDS - 1)));
        if (words.size() >= MOST_WORDS) {
            terms.add(String.join(" ", words.subList(MOST_WORDS - 1, words.size())));
        }
        return terms.stream().map(IndexText::pattern).toList();
    }

    /** What a pattern asks for, without what stands for any characters and what keeps signs from doing so. */
    private static String piece(String pattern) {
        return pattern.substring(1, pattern.length() - 1).replaceAll("!(.)", "$1");
    }

    private static Rejected wrong(String code, String fault) {
        return new Rejected(code, "A parameter of the list is not right.").field("q", fault);
    }
}
