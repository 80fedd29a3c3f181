package org.colonnade.crm.internal.domain.lead;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.colonnade.crm.api.capture.CaptureEntry;
import org.colonnade.crm.api.capture.CaptureField;
import org.colonnade.crm.api.capture.CaptureForm;
import org.colonnade.crm.api.capture.CaptureFormDraft;
import org.colonnade.crm.api.capture.CaptureInput;
import org.colonnade.crm.internal.domain.EmailRule;
import org.colonnade.crm.internal.domain.Texts;
import org.colonnade.platform.api.Fields;

/** What forms may say, and what may be filled in. */
public final class CaptureRule {

    private static final Pattern ORIGIN =
            Pattern.compile("https://[a-z0-9.-]{1,253}(:\\d{1,5})?|http://(localhost|127\\.0\\.0\\.1)(:\\d{1,5})?");
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z]{4})?(-([A-Za-z]{2}|\\d{3}))?");
    private static final int MOST_ORIGINS = 50;

    private CaptureRule() {}

    /** Notes what is wrong with a form. */
    public static void look(Fields faults, CaptureFormDraft draft) {
        if (draft.origins().size() > MOST_ORIGINS) {
            faults.wrong("origins", "has at most " + MOST_ORIGINS + " entries");
        }
        for (int i = 0; i < draft.origins().size(); i++) {
            String origin = draft.origins().get(i);
            if (origin == null || !ORIGIN.matcher(origin).matches()) {
                faults.wrong("origins[" + i + ']', "is no origin such as https://www.example.com");
            }
        }
        Set<CaptureInput> seen = EnumSet.noneOf(CaptureInput.class);
        for (int i = 0; i < draft.fields().size(); i++) {
            CaptureField field = draft.fields().get(i);
            if (field == null || field.input() == null || !seen.add(field.input())) {
                faults.wrong("fields[" + i + ']', "names an input, each once");
            }
        }
        address(faults, "linkUrl", draft.linkUrl(), draft.origins());
        address(faults, "thanksUrl", draft.thanksUrl(), draft.origins());
        address(faults, "confirmedUrl", draft.confirmedUrl(), draft.origins());
        number(faults, "leastSeconds", draft.leastSeconds(), 0, 3_600);
        number(faults, "mostPerHour", draft.mostPerHour(), 1, 100_000);
        number(faults, "hoursToConfirm", draft.hoursToConfirm(), 1, 24 * 30);
        if (draft.language() != null && !LANGUAGE.matcher(draft.language()).matches()) {
            faults.wrong("language", "is no language tag such as de or th-TH");
        }
    }

    /** A language tag as it is usually written ({@code th-TH}); what is none stays as it is, and {@link #look} says so. */
    public static String language(String written) {
        String tag = Texts.blank(written) ? null : written.strip();
        return tag != null && LANGUAGE.matcher(tag).matches()
                ? Locale.forLanguageTag(tag).toLanguageTag()
                : tag;
    }

    private static void number(Fields faults, String field, Integer value, int least, int most) {
        if (value == null || value < least || value > most) {
            faults.wrong(field, "lies between " + least + " and " + most);
        }
    }

    private static void address(Fields faults, String field, String address, List<String> origins) {
        String origin = address == null ? null : origin(address);
        if (address != null && (origin == null || !origins.contains(origin) || address.indexOf('#') >= 0)) {
            faults.wrong(field, "is an address at one of the origins, without #");
        }
    }

    private static String origin(String address) {
        try {
            URI uri = new URI(address);
            if (uri.getScheme() == null || uri.getHost() == null || uri.getUserInfo() != null) {
                return null;
            }
            String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
            return (uri.getScheme() + "://" + uri.getHost() + port).toLowerCase(Locale.ROOT);
        } catch (URISyntaxException none) {
            return null;
        }
    }

    /** Notes what is wrong with what was filled in. */
    public static void look(Fields faults, CaptureEntry entry, CaptureForm form) {
        faults.required("email", entry.email(), 320);
        if (!Texts.blank(entry.email()) && EmailRule.normalise(entry.email()) == null) {
            faults.wrong("email", "is no e-mail address");
        }
        text(faults, form, CaptureInput.GIVEN_NAME, "givenName", entry.givenName(), 200);
        text(faults, form, CaptureInput.FAMILY_NAME, "familyName", entry.familyName(), 200);
        text(faults, form, CaptureInput.ORGANISATION, "organisation", entry.organisation(), 500);
        text(faults, form, CaptureInput.PHONE, "phone", entry.phone(), 100);
        text(faults, form, CaptureInput.INTEREST, "interest", entry.interest(), 4000);
        if (entry.consent() == null || !entry.consent()) {
            faults.wrong("consent", "is required: without it nothing is kept");
        }
        if (!form.consentVersion().equals(entry.consentVersion())) {
            faults.wrong("consentVersion", "is not the text of today; show it anew");
        }
    }

    private static void text(Fields faults, CaptureForm form, CaptureInput input, String field, String value, int max) {
        CaptureField asked = form.fields().stream()
                .filter(one -> one.input() == input)
                .findFirst()
                .orElse(null);
        if (asked != null && asked.mandatory()) {
            faults.required(field, value, max);
        } else if (asked == null && !Texts.blank(value)) {
            faults.wrong(field, "is not asked for");
        } else {
            faults.optional(field, value, max);
        }
    }
}
