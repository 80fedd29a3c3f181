package org.colonnade.platform.schedules.internal.domain;

import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.colonnade.platform.api.Fields;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.schedule.ScheduleParameter;

/** What a schedule may say to its job. */
public final class ParameterRule {

    private static final int LONGEST = 1_000;

    private ParameterRule() {}

    /** Notes what does not fit the declared parameters. */
    public static void check(Fields faults, List<ScheduleParameter> declared, Map<String, Object> given) {
        for (ScheduleParameter parameter : declared) {
            Object value = given.get(parameter.name());
            String place = "parameters." + parameter.name();
            if (value == null) {
                if (parameter.required()) {
                    faults.wrong(place, "is required");
                }
            } else {
                fault(parameter, value).ifPresent(fault -> faults.wrong(place, fault));
            }
        }
        for (String name : given.keySet()) {
            if (declared.stream().noneMatch(parameter -> parameter.name().equals(name))) {
                faults.wrong(
                        "parameters." + (name.length() > 60 ? name.substring(0, 60) : name),
                        "is no parameter of this kind");
            }
        }
    }

    private static Optional<String> fault(ScheduleParameter parameter, Object value) {
        boolean fits =
                switch (parameter.type()) {
                    case TEXT -> value instanceof String text
                            && Fields.storable(text)
                            && text.codePointCount(0, text.length()) <= LONGEST;
                    case INTEGER -> isWhole(value);
                    case BOOLEAN -> value instanceof Boolean;
                    case DATE -> value instanceof String text && isDate(text);
                    case CHOICE -> parameter.choices().contains(value);
                    case REF -> value instanceof String text && isRef(text);
                };
        return fits ? Optional.empty() : Optional.of(shape(parameter));
    }

    private static String shape(ScheduleParameter parameter) {
        return switch (parameter.type()) {
            case TEXT -> "is a text of at most " + LONGEST + " characters";
            case INTEGER -> "is a whole number of 64 bits";
            case BOOLEAN -> "is true or false";
            case DATE -> "is a day, 2027-03-01";
            case CHOICE -> "is one of " + String.join(", ", parameter.choices());
            case REF -> "is a reference, module:type:id";
        };
    }

    private static boolean isWhole(Object value) {
        if (value instanceof BigInteger large) {
            return large.bitLength() < Long.SIZE;
        }
        return value instanceof Long || value instanceof Integer;
    }

    private static boolean isDate(String text) {
        try {
            return text.equals(LocalDate.parse(text).toString());
        } catch (DateTimeException none) {
            return false;
        }
    }

    private static boolean isRef(String text) {
        try {
            return text.length() <= LONGEST && Ref.parse(text) != null;
        } catch (RuntimeException none) {
            return false;
        }
    }
}
