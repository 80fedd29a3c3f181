package org.colonnade.platform.rest.internal.json;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.colonnade.platform.api.Fields;
import org.colonnade.platform.api.Ref;

/** The types that the API shows as a text, in bodies, paths and queries alike: how each is read, written and described. */
public final class Texts {

    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,30}(\\.\\d{1,20})?");

    /** A text that every database can keep. */
    public static final Kind<String> TEXT = new Kind<>(
            String.class, Texts::storable, text -> text, null, "a text (without U+0000 and half surrogate pairs)");

    /** A decimal number: text, because a JSON number passes through floating point in many clients. */
    public static final Kind<BigDecimal> DECIMAL = new Kind<>(
            BigDecimal.class,
            Texts::decimal,
            BigDecimal::toPlainString,
            "decimal",
            "a decimal number as text, such as \"12.30\"");

    /** All others. */
    public static final List<Kind<?>> ALL = List.of(
            new Kind<>(Ref.class, Ref::parse, Ref::toString, "reference", "a reference, module:type:id"),
            new Kind<>(
                    Instant.class,
                    Texts::instant,
                    Instant::toString,
                    "date-time",
                    "an instant in UTC, such as 2026-03-01T12:00:00Z"),
            new Kind<>(
                    OffsetDateTime.class,
                    Texts::moment,
                    OffsetDateTime::toString,
                    "date-time",
                    "a date and time with its offset"),
            new Kind<>(LocalDate.class, Texts::date, LocalDate::toString, "date", "a date, such as 2026-03-01"),
            new Kind<>(
                    LocalDateTime.class,
                    Texts::dateTime,
                    LocalDateTime::toString,
                    "local-date-time",
                    "a date and time without a zone"),
            new Kind<>(
                    LocalTime.class,
                    LocalTime::parse,
                    LocalTime::toString,
                    "local-time",
                    "a time of day, such as 12:30"),
            new Kind<>(YearMonth.class, Texts::month, YearMonth::toString, "year-month", "a month, such as 2026-03"),
            new Kind<>(Duration.class, Duration::parse, Duration::toString, "duration", "a duration, such as PT30M"),
            new Kind<>(Period.class, Period::parse, Period::toString, "duration", "a period, such as P1M"),
            new Kind<>(ZoneId.class, ZoneId::of, ZoneId::getId, "time-zone", "a time zone, such as Asia/Bangkok"),
            new Kind<>(
                    Currency.class,
                    Currency::getInstance,
                    Currency::getCurrencyCode,
                    "iso-4217",
                    "a currency of ISO 4217, such as EUR"),
            new Kind<>(Locale.class, Texts::language, Locale::toLanguageTag, "bcp-47", "a language tag, such as th"),
            new Kind<>(UUID.class, UUID::fromString, UUID::toString, "uuid", "a UUID"),
            new Kind<>(URI.class, URI::create, URI::toString, "uri", "an address"));

    private Texts() {}

    /** How a type is shown, if it is shown as a text. */
    public static Optional<Kind<?>> of(Class<?> type) {
        if (type == String.class) {
            return Optional.of(TEXT);
        }
        if (type == BigDecimal.class) {
            return Optional.of(DECIMAL);
        }
        return ALL.stream().filter(kind -> kind.type() == type).findFirst();
    }

    private static String storable(String text) {
        return require(text, Fields.storable(text));
    }

    private static BigDecimal decimal(String text) {
        return new BigDecimal(require(text, NUMBER.matcher(text).matches()));
    }

    private static Instant instant(String text) {
        Instant instant = Instant.parse(text);
        inOurEra(instant.atOffset(java.time.ZoneOffset.UTC).getYear());
        return instant;
    }

    private static OffsetDateTime moment(String text) {
        OffsetDateTime moment = OffsetDateTime.parse(text);
        inOurEra(moment.getYear());
        return moment;
    }

    private static LocalDate date(String text) {
        LocalDate date = LocalDate.parse(text);
        inOurEra(date.getYear());
        return date;
    }

    private static LocalDateTime dateTime(String text) {
        LocalDateTime dateTime = LocalDateTime.parse(text);
        inOurEra(dateTime.getYear());
        return dateTime;
    }

    private static YearMonth month(String text) {
        YearMonth month = YearMonth.parse(text);
        inOurEra(month.getYear());
        return month;
    }

    private static Locale language(String text) {
        return new Locale.Builder().setLanguageTag(text).build();
    }

    /** Not every database can keep the years that java.time can. */
    private static void inOurEra(int year) {
        require("", year >= 1 && year <= 9999);
    }

    private static String require(String text, boolean right) {
        if (!right) {
            throw new IllegalArgumentException("not in its form");
        }
        return text;
    }

    /**
     * One type.
     *
     * @param type the Java type
     * @param read makes it from its text; throws if the text is none
     * @param write makes its text
     * @param format its name in the API's description, or null
     * @param shape what the text is, for people
     */
    public record Kind<T>(
            Class<T> type, Function<String, T> read, Function<T, String> write, String format, String shape) {}
}
