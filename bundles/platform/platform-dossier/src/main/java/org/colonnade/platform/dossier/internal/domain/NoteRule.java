package org.colonnade.platform.dossier.internal.domain;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.colonnade.platform.api.Fields;
import org.colonnade.platform.api.dossier.NoteDraft;

/** What a note may be, and whom it mentions. */
public final class NoteRule {

    /** The most characters of a note. */
    public static final int LONGEST = 100_000;

    private static final int MOST_MENTIONS = 50;

    /** A sign-in name behind an at sign that stands by itself, so an e-mail address mentions nobody. */
    private static final Pattern MENTION = Pattern.compile(
            "(?<![\\p{L}\\p{N}._%+@-])@([A-Za-z0-9](?:[A-Za-z0-9._-]{0,62}[A-Za-z0-9]))(?![A-Za-z0-9@])");

    private NoteRule() {}

    public static void check(NoteDraft draft, Fields faults) {
        faults.required("text", draft.text(), LONGEST);
    }

    /** The names that a text mentions, each once in any case, at most {@value #MOST_MENTIONS}. */
    public static List<String> mentions(String text) {
        Set<String> seen = new LinkedHashSet<>();
        Matcher found = MENTION.matcher(text);
        while (found.find() && seen.size() < MOST_MENTIONS) {
            String name = found.group(1);
            if (seen.stream().noneMatch(name::equalsIgnoreCase)) {
                seen.add(name);
            }
        }
        return List.copyOf(seen);
    }
}
