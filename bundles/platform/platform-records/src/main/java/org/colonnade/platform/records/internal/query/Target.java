package org.colonnade.platform.records.internal.query;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.Tsid;
import org.colonnade.platform.api.dossier.Lookup;
import org.colonnade.platform.api.record.FieldType;

/**
 * Something that lists are filtered and sorted by.
 *
 * @param name what callers call it
 * @param type how it is compared
 * @param javaType the enumeration of a choice; null for what the platform keeps
 * @param column where it lies, in the record's own row; null where it lies elsewhere
 * @param nullable whether a record may have none
 * @param lookup where it lies outside the record's row; null where it lies within
 */
public record Target(String name, FieldType type, Class<?> javaType, String column, boolean nullable, Lookup lookup) {

    /** The record's own number, shown as text. */
    public static final Target ID = new Target("id", FieldType.INTEGER, Tsid.class, "id", false, null);

    static Target own(String name, FieldType type, String column) {
        return new Target(name, type, null, column, false, null);
    }

    /** What a caller wrote, as it is compared. @throws IllegalArgumentException that says what it should be */
    public Object value(String text) {
        if (lookup != null) {
            return lookup.maker().apply(text);
        }
        try {
            return switch (type) {
                case INTEGER -> javaType == Tsid.class ? Tsid.parse(text) : Long.parseLong(text);
                case DECIMAL, MONEY -> decimal(text);
                case BOOLEAN -> yesOrNo(text);
                case DATE -> LocalDate.parse(text);
                case INSTANT -> Instant.parse(text);
                case CHOICE -> word(text);
                case REF -> Ref.parse(text).toString();
                default -> text;
            };
        } catch (RuntimeException notOne) {
            throw new IllegalArgumentException(shape(), notOne);
        }
    }

    /** Whether lists are sorted by it: what lies elsewhere, only if a record has one at most. */
    boolean sorts() {
        return lookup == null || lookup.single();
    }

    /** Whether it lies elsewhere and a record may have none: those that have none come last then, in both directions. */
    public boolean lastIfNone() {
        return lookup != null && nullable;
    }

    /** The same among the records that have one. */
    public Target held() {
        return new Target(name, type, javaType, column, false, lookup);
    }

    /** What a cursor says of a value that lies elsewhere, in its own words: nothing is none. */
    public static String mark(Object operand) {
        return operand == null
                ? ""
                : "=" + (operand instanceof BigDecimal number ? number.toPlainString() : operand.toString());
    }

    /** The value that a cursor says. @throws IllegalArgumentException if it says none of this type */
    public Object marked(String mark) {
        if (mark.isEmpty()) {
            return null;
        }
        String text = mark.substring(1);
        try {
            return switch (lookup.order()) {
                case TEXT -> text;
                case NUMBER -> decimal(text);
                case MOMENT -> OffsetDateTime.parse(text);
            };
        } catch (RuntimeException notOne) {
            throw new IllegalArgumentException(shape(), notOne);
        }
    }

    private static BigDecimal decimal(String text) {
        if (text.length() > 60) {
            throw new IllegalArgumentException();
        }
        BigDecimal number = new BigDecimal(text);
        if (Math.abs(number.scale()) > 60) {
            throw new IllegalArgumentException();
        }
        return number;
    }

    private static boolean yesOrNo(String text) {
        if (!text.equals("true") && !text.equals("false")) {
            throw new IllegalArgumentException();
        }
        return text.equals("true");
    }

    private String word(String text) {
        return Arrays.stream(javaType.getEnumConstants())
                .map(constant -> ((Enum<?>) constant).name())
                .filter(text::equals)
                .findFirst()
                .orElseThrow(IllegalArgumentException::new);
    }

    private String shape() {
        return switch (type) {
            case INTEGER -> javaType == Tsid.class ? "an id" : "a whole number";
            case DECIMAL, MONEY -> "a decimal number";
            case BOOLEAN -> "true or false";
            case DATE -> "a date, such as 2026-03-01";
            case INSTANT -> "an instant in UTC, such as 2026-03-01T12:00:00Z";
            case CHOICE -> "one of "
                    + Arrays.stream(javaType.getEnumConstants())
                            .map(constant -> ((Enum<?>) constant).name())
                            .collect(Collectors.joining(", "));
            case REF -> "a reference, module:type:id";
            default -> "a text";
        };
    }
}
