package org.colonnade.platform.records.internal.sheet;

import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.colonnade.platform.api.Money;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.record.FieldType;
import org.colonnade.platform.api.record.RecordField;
import org.colonnade.platform.api.record.SheetColumn;
import org.colonnade.platform.records.internal.shape.RecordJson;

/**
 * One column of a table for a field, or for one half of a field that holds money.
 *
 * @param title as it is exported, and found when it is imported
 * @param field whose it is
 * @param type the field's Java type
 * @param half for money {@code amount} or {@code currency}; otherwise null
 * @param part for a column of the function's own what it says of a record; otherwise null
 */
public record Column(String title, RecordField field, Type type, String half, SheetColumn<?, ?> part) {

    private static final Set<String> YES = Set.of("true", "yes", "1", "ja", "ใช่", "x");
    private static final Set<String> NO = Set.of("false", "no", "0", "nein", "ไม่");
    private static final int LONGEST_NUMBER = 60;

    static Column of(RecordField field, RecordComponent component, String half) {
        return new Column(
                half == null ? field.name() : field.name() + '.' + half,
                field,
                component.getGenericType(),
                half,
                null);
    }

    static Column of(SheetColumn<?, ?> part, RecordField field) {
        return new Column(part.name(), field, String.class, null, part);
    }

    /** What a key of an import names. */
    public String key() {
        return part == null ? field.name() : part.name();
    }

    Map<String, String> labels() {
        return part == null ? half == null ? field.labels() : Map.of() : part.labels();
    }

    /** What stands in the cell for a value. */
    public Object cell(Object value, RecordJson json) {
        if (value instanceof Money money) {
            return half.equals("amount") ? money.amount() : money.currency().getCurrencyCode();
        }
        if (value == null || field.type() != FieldType.STRUCTURE) {
            return value instanceof Enum<?> constant ? constant.name() : value;
        }
        return json.write(value);
    }

    /**
     * The value that a cell stands for.
     *
     * @param present the value so far: what the other half of money is added to
     * @throws IllegalArgumentException that says what it should be
     */
    public Object value(String cell, Object present, RecordJson json) {
        try {
            return switch (field.type()) {
                case TEXT -> cell;
                case INTEGER -> integer(cell);
                case DECIMAL -> decimal(cell);
                case BOOLEAN -> yesOrNo(cell);
                case DATE -> LocalDate.parse(
                        cell.length() > 10 && cell.endsWith("T00:00:00") ? cell.substring(0, 10) : cell);
                case INSTANT -> cell.endsWith("Z")
                        ? Instant.parse(cell)
                        : LocalDateTime.parse(cell).toInstant(ZoneOffset.UTC);
                case CHOICE -> choice(cell);
                case REF -> Ref.parse(cell);
                case MONEY -> money(cell, (Money) present);
                case STRUCTURE -> isWords(cell) ? words(cell) : json.read(cell, type);
            };
        } catch (RuntimeException notOne) {
            throw new IllegalArgumentException("is " + shape(), notOne);
        }
    }

    /** Whether the cell holds a list of words as people write it, not as JSON. */
    private boolean isWords(String cell) {
        return field.javaType() == List.class
                && type.getTypeName().equals("java.util.List<java.lang.String>")
                && !cell.stripLeading().startsWith("[");
    }

    private static List<String> words(String cell) {
        return Arrays.stream(cell.split("[\n;]"))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private Object integer(String cell) {
        long number = new BigDecimal(bounded(cell)).longValueExact();
        boolean small = field.javaType() == int.class || field.javaType() == Integer.class;
        return small ? (Object) Math.toIntExact(number) : (Object) number;
    }

    private static BigDecimal decimal(String cell) {
        return new BigDecimal(bounded(cell));
    }

    private static String bounded(String cell) {
        if (cell.length() > LONGEST_NUMBER || cell.indexOf('e') >= 0 || cell.indexOf('E') >= 0) {
            throw new IllegalArgumentException();
        }
        return cell;
    }

    private static Boolean yesOrNo(String cell) {
        String word = cell.toLowerCase(Locale.ROOT);
        if (!YES.contains(word) && !NO.contains(word)) {
            throw new IllegalArgumentException();
        }
        return YES.contains(word);
    }

    private Object choice(String cell) {
        return Arrays.stream(field.javaType().getEnumConstants())
                .filter(constant -> ((Enum<?>) constant).name().equalsIgnoreCase(cell))
                .findFirst()
                .orElseThrow(IllegalArgumentException::new);
    }

    private Money money(String cell, Money present) {
        return half.equals("amount")
                ? new Money(decimal(cell), present == null ? NONE : present.currency())
                : new Money(present == null ? BigDecimal.ZERO : present.amount(), Currency.getInstance(cell));
    }

    /** Stands until the other half is read; ISO 4217 keeps this code for tests, so no amount is in it. */
    public static final Currency NONE = Currency.getInstance("XTS");

    private String shape() {
        return switch (field.type()) {
            case INTEGER -> "a whole number";
            case DECIMAL -> "a decimal number";
            case BOOLEAN -> "true or false";
            case DATE -> "a date, such as 2026-03-01";
            case INSTANT -> "an instant, such as 2026-03-01T12:00:00Z";
            case CHOICE -> "one of "
                    + Arrays.stream(field.javaType().getEnumConstants())
                            .map(constant -> ((Enum<?>) constant).name())
                            .collect(Collectors.joining(", "));
            case REF -> "a reference, module:type:id";
            case MONEY -> half.equals("amount") ? "a decimal number" : "a currency of ISO 4217";
            case STRUCTURE -> "JSON of the field's kind";
            default -> "a text";
        };
    }
}
