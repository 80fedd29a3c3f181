package org.colonnade.platform.dossier.internal.domain;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.colonnade.platform.api.Fields;
import org.colonnade.platform.api.Money;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.dossier.FieldType;

/** One value of a custom field: from JSON or text to its Java type, to the text that is kept, and back. */
public final class FieldValue {

    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,30}(\\.\\d{1,20})?");

    private FieldValue() {}

    /**
     * The typed value; of a multi-choice one of its elements.
     *
     * @param given typed already, or as JSON brings it, or its text
     * @throws IllegalArgumentException with a sentence for people
     */
    public static Object typed(FieldType type, Object given) {
        try {
            return switch (type) {
                case TEXT, CHOICE, MULTI_CHOICE -> text(given);
                case NUMBER -> decimal(given);
                case INTEGER -> integer(given);
                case BOOLEAN -> bool(given);
                case DATE -> given instanceof LocalDate date ? date : inOurEra(LocalDate.parse(plain(given)));
                case INSTANT -> instant(given);
                case MONEY -> money(given);
                case REF -> given instanceof Ref ref ? ref : Ref.parse(plain(given));
                case URL -> url(text(given));
                case EMAIL -> email(text(given));
            };
        } catch (DateTimeException | IllegalArgumentException | ArithmeticException notOne) {
            throw new IllegalArgumentException("is not " + shape(type), notOne);
        }
    }

    /** The text that is kept. */
    public static String kept(Object typed) {
        if (typed instanceof BigDecimal decimal) {
            return decimal.toPlainString();
        }
        if (typed instanceof Money money) {
            return money.amount().toPlainString() + ' ' + money.currency().getCurrencyCode();
        }
        return typed.toString();
    }

    /** The value that {@link #kept} wrote. */
    public static Object read(FieldType type, String kept) {
        return typed(type, kept);
    }

    /** What the value is compared by, if it is compared as a number. */
    public static BigDecimal number(Object typed) {
        if (typed instanceof BigDecimal decimal) {
            return decimal;
        }
        if (typed instanceof Money money) {
            return money.amount();
        }
        if (typed instanceof Long number) {
            return BigDecimal.valueOf(number);
        }
        return typed instanceof Boolean yes ? yes ? BigDecimal.ONE : BigDecimal.ZERO : null;
    }

    /** What the value is compared by, if it is compared as a moment. */
    public static Instant moment(Object typed) {
        if (typed instanceof LocalDate date) {
            return date.atStartOfDay(ZoneOffset.UTC).toInstant();
        }
        return typed instanceof Instant instant ? instant : null;
    }

    /** What the value is compared by, if it is compared as a text; of money its currency. */
    public static String key(Object typed) {
        if (typed instanceof Money money) {
            return money.currency().getCurrencyCode();
        }
        return typed instanceof String || typed instanceof Ref ? Folded.key(typed.toString()) : null;
    }

    /** Two values are the same although one may be written otherwise, as 1.0 and 1.00 are. */
    public static boolean same(Object one, Object other) {
        if (one instanceof BigDecimal a && other instanceof BigDecimal b) {
            return a.compareTo(b) == 0 && a.scale() == b.scale();
        }
        return one == null ? other == null : one.equals(other);
    }

    /** The words of a refusal. */
    public static String shape(FieldType type) {
        return switch (type) {
            case TEXT, CHOICE -> "a text";
            case MULTI_CHOICE -> "a list of texts";
            case NUMBER -> "a decimal number as text, such as \"12.30\"";
            case INTEGER -> "a whole number";
            case BOOLEAN -> "true or false";
            case DATE -> "a date, such as 2026-03-01";
            case INSTANT -> "an instant in UTC, such as 2026-03-01T12:00:00Z";
            case MONEY -> "money, such as {\"amount\": \"12.30\", \"currency\": \"EUR\"}";
            case REF -> "a reference, module:type:id";
            case URL -> "an address that begins with http:// or https://";
            case EMAIL -> "an e-mail address";
        };
    }

    private static String text(Object given) {
        if (given instanceof String text && Fields.storable(text)) {
            return text;
        }
        throw new IllegalArgumentException();
    }

    private static String plain(Object given) {
        return text(given).strip();
    }

    private static BigDecimal decimal(Object given) {
        String text = given instanceof BigDecimal decimal
                ? decimal.toPlainString()
                : given instanceof Integer || given instanceof Long || given instanceof BigInteger
                        ? given.toString()
                        : plain(given);
        if (!DECIMAL.matcher(text).matches()) {
            throw new IllegalArgumentException();
        }
        return new BigDecimal(text);
    }

    private static Long integer(Object given) {
        return given instanceof Long || given instanceof Integer
                ? Long.valueOf(((Number) given).longValue())
                : Long.valueOf(decimal(given).longValueExact());
    }

    private static Boolean bool(Object given) {
        if (given instanceof Boolean yes) {
            return yes;
        }
        return switch (plain(given)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException();
        };
    }

    private static Instant instant(Object given) {
        Instant instant = given instanceof Instant at ? at : Instant.parse(plain(given));
        inOurEra(instant.atOffset(ZoneOffset.UTC).toLocalDate());
        return instant.truncatedTo(ChronoUnit.MICROS);
    }

    private static Money money(Object given) {
        if (given instanceof Money money) {
            return new Money(decimal(money.amount()), money.currency());
        }
        if (given instanceof Map<?, ?> map && map.size() == 2) {
            return new Money(decimal(map.get("amount")), Currency.getInstance(text(map.get("currency"))));
        }
        List<String> parts = List.of(plain(given).split(" ", 2));
        if (parts.size() != 2) {
            throw new IllegalArgumentException();
        }
        return new Money(decimal(parts.get(0)), Currency.getInstance(parts.get(1)));
    }

    private static String url(String text) {
        try {
            URI uri = new URI(text.strip());
            boolean web = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            if (web && uri.getHost() != null && text.length() <= 2000) {
                return uri.toString();
            }
        } catch (URISyntaxException notOne) {
            throw new IllegalArgumentException(notOne);
        }
        throw new IllegalArgumentException();
    }

    private static String email(String text) {
        if (EmailRule.fits(text.strip())) {
            return text.strip();
        }
        throw new IllegalArgumentException();
    }

    private static LocalDate inOurEra(LocalDate date) {
        if (date.getYear() < 1 || date.getYear() > 9999) {
            throw new IllegalArgumentException();
        }
        return date;
    }
}
