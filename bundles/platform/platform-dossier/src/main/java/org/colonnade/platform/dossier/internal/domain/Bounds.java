package org.colonnade.platform.dossier.internal.domain;

import com.google.re2j.Pattern;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.colonnade.platform.api.Fields;
import org.colonnade.platform.api.dossier.CustomFieldDraft;
import org.colonnade.platform.api.dossier.CustomFieldDraft.Choice;
import org.colonnade.platform.api.dossier.FieldType;

/** What a value of a custom field must keep to. The pattern takes time in proportion to the text, whatever the two are (RE2). */
public final class Bounds {

    private static final int MOST_PATTERNS = 1000;
    private static final ConcurrentMap<String, Pattern> PATTERNS = new ConcurrentHashMap<>();

    private Bounds() {}

    /** A bound as something to compare with. */
    @SuppressWarnings("unchecked")
    static Comparable<Object> of(FieldType type, String text) {
        return (Comparable<Object>) FieldValue.typed(type == FieldType.MONEY ? FieldType.NUMBER : type, text);
    }

    /**
     * The values that the field gets, in their order; none clears it.
     *
     * @param given as a caller sent it, not null
     */
    public static List<Object> values(CustomFieldDraft field, Object given, String name, Fields faults) {
        if (field.type() != FieldType.MULTI_CHOICE) {
            Object value = one(field, given, name, faults);
            return value == null ? List.of() : List.of(value);
        }
        if (!(given instanceof List<?> list)) {
            faults.wrong(name, "is not " + FieldValue.shape(field.type()));
            return List.of();
        }
        Set<Object> seen = new HashSet<>();
        for (Object element : list) {
            if (one(field, element, name, faults) != null && !seen.add(element)) {
                faults.wrong(name, "has a choice twice");
            }
        }
        return List.copyOf(seen.size() == list.size() ? list : seen);
    }

    private static Object one(CustomFieldDraft field, Object given, String name, Fields faults) {
        Object value;
        try {
            value = FieldValue.typed(field.type(), given);
        } catch (IllegalArgumentException notOne) {
            faults.wrong(name, notOne.getMessage());
            return null;
        }
        String fault = fault(field, value);
        if (fault != null) {
            faults.wrong(name, fault);
            return null;
        }
        return value;
    }

    /** What is wrong with a typed value, or null. */
    public static String fault(CustomFieldDraft field, Object value) {
        return switch (field.type()) {
            case TEXT -> text(field, (String) value);
            case CHOICE, MULTI_CHOICE -> chosen(field, value) ? null : "is none of the choices";
            case NUMBER, INTEGER, DATE, INSTANT -> range(field, value);
            case MONEY -> range(field, FieldValue.number(value));
            case REF -> value.toString().length() <= 300 ? null : "is too long";
            case BOOLEAN, URL, EMAIL -> null;
        };
    }

    private static String text(CustomFieldDraft field, String text) {
        int most = field.maxLength() == null ? FieldRule.LENGTH : field.maxLength();
        if (text.codePointCount(0, text.length()) > most) {
            return "has more than " + most + " characters";
        }
        return field.pattern() == null || pattern(field.pattern()).matches(text) ? null : "does not fit the pattern";
    }

    private static Pattern pattern(String text) {
        if (PATTERNS.size() > MOST_PATTERNS) {
            PATTERNS.clear();
        }
        return PATTERNS.computeIfAbsent(text, Pattern::compile);
    }

    private static boolean chosen(CustomFieldDraft field, Object value) {
        return field.choices().stream().map(Choice::value).anyMatch(value::equals);
    }

    private static String range(CustomFieldDraft field, Object value) {
        if (field.min() != null && of(field.type(), field.min()).compareTo(value) > 0) {
            return "is less than " + field.min();
        }
        return field.max() != null && of(field.type(), field.max()).compareTo(value) < 0
                ? "is more than " + field.max()
                : null;
    }
}
