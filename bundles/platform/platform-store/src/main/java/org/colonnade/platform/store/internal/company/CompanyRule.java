package org.colonnade.platform.store.internal.company;

import java.time.DateTimeException;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.Currency;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.colonnade.platform.api.Fields;
import org.colonnade.platform.api.company.CompanyDraft;

/** What a company has to be. */
final class CompanyRule {

    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9-]{0,39}");
    private static final int LONGEST_NAME = 200;

    private CompanyRule() {}

    /**
     * The draft with its gaps filled.
     *
     * @throws org.colonnade.platform.api.problem.Rejected {@code platform.company.invalid}
     */
    static CompanyDraft checked(CompanyDraft draft) {
        CompanyDraft full = new CompanyDraft(
                draft.code(),
                draft.name() == null ? null : draft.name().strip(),
                or(draft.currency(), "EUR"),
                or(draft.zone(), "UTC"),
                or(draft.language(), "en"),
                or(draft.yearStart(), "01-01"),
                draft.active() == null || draft.active());
        Fields fields = new Fields();
        if (full.code() == null || !CODE.matcher(full.code()).matches()) {
            fields.wrong("code", "has 1 to 40 small letters, digits and -, and begins with a letter");
        }
        fields.required("name", full.name(), LONGEST_NAME);
        check(fields, full);
        fields.orReject("platform.company.invalid");
        return full;
    }

    private static void check(Fields fields, CompanyDraft draft) {
        if (!isCurrency(draft.currency())) {
            fields.wrong("currency", "is a code of ISO 4217, such as EUR");
        }
        if (!isZone(draft.zone())) {
            fields.wrong("zone", "is a zone of the tz database, such as Asia/Bangkok");
        }
        if (!isLanguage(draft.language())) {
            fields.wrong("language", "is a language tag of BCP 47, such as th");
        }
        if (!isDay(draft.yearStart())) {
            fields.wrong("yearStart", "is a day of every year as MM-DD, such as 04-01");
        }
    }

    private static boolean isCurrency(String code) {
        try {
            return Currency.getInstance(code).getDefaultFractionDigits() >= 0;
        } catch (IllegalArgumentException unknown) {
            return false;
        }
    }

    private static boolean isZone(String zone) {
        try {
            return !ZoneId.of(zone).getId().isEmpty();
        } catch (DateTimeException unknown) {
            return false;
        }
    }

    private static boolean isLanguage(String tag) {
        try {
            return !new Locale.Builder()
                    .setLanguageTag(tag)
                    .build()
                    .getLanguage()
                    .isEmpty();
        } catch (IllformedLocaleException unknown) {
            return false;
        }
    }

    private static boolean isDay(String text) {
        try {
            MonthDay day = MonthDay.parse("--" + text);
            return !day.equals(MonthDay.of(2, 29));
        } catch (DateTimeException unknown) {
            return false;
        }
    }

    private static String or(String given, String otherwise) {
        return given == null ? otherwise : given;
    }
}
