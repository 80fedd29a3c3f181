package org.colonnade.crm.internal.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.colonnade.platform.api.problem.Rejected;
import org.colonnade.platform.api.text.Folding;
import org.colonnade.platform.api.text.IndexText;

/**
 * What somebody typed into the search, as patterns for {@code LIKE … ESCAPE '!'} that must all hold over {@link SearchText}.
 *
 * @param patterns none if nothing was typed; at most {@value #MOST}
 */
public record SearchTerms(List<String> patterns) {

    /** How many patterns there are at most; what is typed beyond them counts as one phrase. */
    public static final int MOST = 8;

    private static final int LONGEST = 500;
    private static final Pattern PHONE_LIKE = Pattern.compile("[+(]*\\d[\\d()./-]*");
    private static final Pattern TRUNK_ZERO = Pattern.compile("\\(0\\)");
    private static final Pattern NO_DIGIT = Pattern.compile("\\D+");

    /** @throws Rejected {@code crm.search.too-long} */
    public static SearchTerms of(String typed, PhoneRule phones) {
        if (typed != null && typed.codePointCount(0, typed.length()) > LONGEST) {
            throw new Rejected("crm.search.too-long", "A search has at most " + LONGEST + " characters.")
                    .field("q", "has more than " + LONGEST + " characters");
        }
        String folded = Folding.fold(typed);
        if (folded.isEmpty()) {
            return new SearchTerms(List.of());
        }
        List<String> words = phonesJoined(List.of(folded.split(" ")), phones);
        List<String> terms = words.size() <= MOST ? words : new ArrayList<>(words.subList(0, MOST - 1));
        if (words.size() > MOST) {
            terms.add(String.join(" ", words.subList(MOST - 1, words.size())));
        }
        return new SearchTerms(terms.stream().map(IndexText::pattern).toList());
    }

    /** A phone number may be typed with spaces in it. */
    private static List<String> phonesJoined(List<String> words, PhoneRule phones) {
        List<String> joined = new ArrayList<>();
        for (int i = 0; i < words.size(); ) {
            int end = i;
            while (end < words.size() && PHONE_LIKE.matcher(words.get(end)).matches()) {
                end++;
            }
            if (end == i) {
                joined.add(words.get(i++));
            } else {
                joined.addAll(phone(words.subList(i, end), phones));
                i = end;
            }
        }
        return joined;
    }

    private static List<String> phone(List<String> words, PhoneRule phones) {
        String typed = String.join(" ", words);
        String digits =
                NO_DIGIT.matcher(TRUNK_ZERO.matcher(typed).replaceAll("")).replaceAll("");
        boolean international = typed.startsWith("+") || typed.startsWith("00");
        boolean number = international || typed.startsWith("0") || typed.startsWith("(") || digits.length() >= 9;
        if (!number || digits.length() < 3 || isAmount(typed, phones)) {
            return words;
        }
        if (!international) {
            return List.of(digits);
        }
        String plus = "+" + (typed.startsWith("+") ? digits : digits.substring(2));
        String e164 = phones.e164(plus);
        return List.of(e164 == null ? plus : e164);
    }

    /** 0.00, 0.0/0.0 and 1 000 000.00 are typed like phone numbers, and looked for as they are written. */
    private static boolean isAmount(String typed, PhoneRule phones) {
        boolean marked = typed.indexOf('.') >= 0 || typed.indexOf('/') >= 0;
        return marked && !typed.startsWith("+") && phones.e164(typed) == null;
    }
}
