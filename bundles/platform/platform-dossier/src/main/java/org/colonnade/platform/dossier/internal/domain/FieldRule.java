package org.colonnade.platform.dossier.internal.domain;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.colonnade.platform.api.Fields;
import org.colonnade.platform.api.dossier.CustomFieldDraft;
import org.colonnade.platform.api.dossier.CustomFieldDraft.Choice;
import org.colonnade.platform.api.dossier.FieldType;

/** What the definition of a custom field may say. */
public final class FieldRule {

    /** How long a text may be where the definition does not say. */
    public static final int LENGTH = 10_000;

    private static final java.util.regex.Pattern KIND =
            java.util.regex.Pattern.compile("[a-z][a-z0-9-]{0,63}:[a-z][a-z0-9-]{0,63}");
    private static final java.util.regex.Pattern NAME = java.util.regex.Pattern.compile("[a-z][a-zA-Z0-9]{0,59}");
    private static final java.util.regex.Pattern PERMISSION =
            java.util.regex.Pattern.compile("[a-z][a-z0-9-]*(\\.[a-z][a-z0-9-]*){1,3}");
    private static final java.util.regex.Pattern LANGUAGE =
            java.util.regex.Pattern.compile("[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}");
    private static final Set<FieldType> RANGED =
            Set.of(FieldType.NUMBER, FieldType.INTEGER, FieldType.DATE, FieldType.INSTANT, FieldType.MONEY);
    private static final int MOST_CHOICES = 500;
    private static final int LONGEST_PATTERN = 500;
    private static final int LONGEST_LABEL = 200;

    private FieldRule() {}

    /** Notes what is wrong with a definition. */
    public static void check(CustomFieldDraft draft, Fields faults) {
        if (draft.kind() == null || !KIND.matcher(draft.kind()).matches()) {
            faults.wrong("kind", "reads module:type, such as crm:party");
        }
        if (draft.name() == null || !NAME.matcher(draft.name()).matches()) {
            faults.wrong("name", "begins with a small letter and has at most 60 letters and digits");
        }
        if (draft.type() == null) {
            faults.wrong("type", "is required");
            return;
        }
        labels("labels", draft.labels(), true, faults);
        permission("read", draft.read(), faults);
        permission("write", draft.write(), faults);
        range(draft, faults);
        text(draft, faults);
        choices(draft, faults);
        if (draft.unique() && draft.type() == FieldType.MULTI_CHOICE) {
            faults.wrong("unique", "cannot be for a list of choices");
        }
    }

    /** What may not change once there are values. */
    public static void checkChange(CustomFieldDraft before, CustomFieldDraft after, Fields faults) {
        if (!before.kind().equals(after.kind())) {
            faults.wrong("kind", "cannot be changed");
        }
        if (!before.name().equals(after.name())) {
            faults.wrong("name", "cannot be changed: filters, imports and clients know the field by it");
        }
    }

    private static void labels(String field, Map<String, String> labels, boolean english, Fields faults) {
        labels.forEach((language, label) -> {
            if (!LANGUAGE.matcher(language).matches()) {
                faults.wrong(field, "is by language tag, such as en and th");
            }
            faults.required(field + '.' + language, label, LONGEST_LABEL);
        });
        if (english && !labels.containsKey("en")) {
            faults.wrong(field + ".en", "is required");
        }
    }

    private static void permission(String field, String name, Fields faults) {
        if (name != null && (name.length() > 200 || !PERMISSION.matcher(name).matches())) {
            faults.wrong(field, "is the name of a permission, such as crm.party.salary");
        }
    }

    private static void range(CustomFieldDraft draft, Fields faults) {
        Comparable<Object> min = bound("min", draft.min(), draft.type(), faults);
        Comparable<Object> max = bound("max", draft.max(), draft.type(), faults);
        if (min != null && max != null && min.compareTo(max) > 0) {
            faults.wrong("max", "is less than min");
        }
    }

    private static Comparable<Object> bound(String field, String text, FieldType type, Fields faults) {
        if (text == null) {
            return null;
        }
        if (!RANGED.contains(type)) {
            faults.wrong(field, "is for numbers, money, dates and instants");
            return null;
        }
        try {
            return Bounds.of(type, text);
        } catch (IllegalArgumentException notOne) {
            faults.wrong(field, notOne.getMessage());
            return null;
        }
    }

    private static void text(CustomFieldDraft draft, Fields faults) {
        boolean isText = draft.type() == FieldType.TEXT;
        if (draft.maxLength() != null && (!isText || draft.maxLength() < 1 || draft.maxLength() > LENGTH)) {
            faults.wrong("maxLength", isText ? "is 1 to " + LENGTH : "is for texts");
        }
        if (draft.pattern() == null) {
            return;
        }
        if (!isText) {
            faults.wrong("pattern", "is for texts");
        } else if (draft.pattern().isEmpty() || draft.pattern().length() > LONGEST_PATTERN) {
            faults.wrong("pattern", "has 1 to " + LONGEST_PATTERN + " characters");
        } else {
            try {
                Pattern.compile(draft.pattern());
            } catch (PatternSyntaxException broken) {
                faults.wrong("pattern", "is no regular expression (RE2): " + broken.getDescription());
            }
        }
    }

    private static void choices(CustomFieldDraft draft, Fields faults) {
        boolean choosing = draft.type() == FieldType.CHOICE || draft.type() == FieldType.MULTI_CHOICE;
        if (choosing == draft.choices().isEmpty()) {
            faults.wrong("choices", choosing ? "is required" : "is for choices");
            return;
        }
        if (draft.choices().size() > MOST_CHOICES) {
            faults.wrong("choices", "has more than " + MOST_CHOICES + " choices");
        }
        Set<String> seen = new HashSet<>();
        int i = 0;
        for (Choice choice : draft.choices()) {
            String field = "choices[" + i++ + ']';
            faults.required(field + ".value", choice.value(), 100);
            if (!seen.add(choice.value())) {
                faults.wrong(field + ".value", "is there twice");
            }
            labels(field + ".labels", choice.labels(), false, faults);
        }
    }
}
