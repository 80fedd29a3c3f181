package org.colonnade.platform.series.internal.domain;

import java.util.regex.Pattern;
import org.colonnade.platform.api.Fields;

/** What a series must look like. */
public final class SeriesRule {

    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9-]*(\\.[a-z0-9][a-z0-9-]*)+");
    private static final int MONTHS = 12;

    private SeriesRule() {}

    /** The input as it is kept. */
    public static SeriesDraft complete(SeriesDraft draft) {
        return new SeriesDraft(
                strip(draft.code()), strip(draft.name()), strip(draft.pattern()), draft.reset(), draft.yearStart());
    }

    private static String strip(String text) {
        return text == null ? null : text.strip();
    }

    /** Notes what is wrong. @param before null for a new one */
    public static void check(Fields faults, SeriesDraft draft, Series before) {
        if (draft.code() != null && !CODE.matcher(draft.code()).matches()) {
            faults.wrong("code", "reads like finance.invoice");
        }
        if (before != null && !before.code().equals(draft.code())) {
            faults.wrong("code", "never changes, for functions call the series by it");
        }
        if (draft.yearStart() < 1 || draft.yearStart() > MONTHS) {
            faults.wrong("yearStart", "is a month, 1 to 12");
        }
        pattern(faults, draft);
    }

    private static void pattern(Fields faults, SeriesDraft draft) {
        if (draft.pattern() == null || draft.pattern().isEmpty()) {
            return;
        }
        try {
            if (!NumberPattern.of(draft.pattern()).tells(draft.reset())) {
                faults.wrong(
                        "pattern",
                        "must show the period in which the number counts: {year}, {year2} or {endyear} in a yearly series, "
                                + "{month} too in a monthly one");
            }
        } catch (IllegalArgumentException wrong) {
            faults.wrong("pattern", wrong.getMessage());
        }
    }
}
