package org.colonnade.testkit.contract;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.colonnade.platform.api.Money;
import org.colonnade.platform.api.Quantity;
import org.colonnade.platform.api.Ref;

/** Makes values of any type that an event may carry, each one other than the type's default. */
final class SampleValues {

    private static final Instant MOMENT = Instant.parse("2026-11-23T09:30:15.123456Z");

    private final Map<Class<?>, Supplier<Object>> simple = Map.ofEntries(
            Map.entry(String.class, this::text),
            Map.entry(int.class, () -> number()),
            Map.entry(Integer.class, () -> number()),
            Map.entry(long.class, () -> (long) number()),
            Map.entry(Long.class, () -> (long) number()),
            Map.entry(double.class, () -> number() / 8.0),
            Map.entry(Double.class, () -> number() / 8.0),
            Map.entry(boolean.class, () -> true),
            Map.entry(Boolean.class, () -> true),
            Map.entry(BigDecimal.class, () -> new BigDecimal(number() + ".50")),
            Map.entry(Ref.class, () -> Ref.of("sample", "record", number())),
            Map.entry(Money.class, () -> Money.of(number() + ".50", "EUR")),
            Map.entry(Quantity.class, () -> Quantity.of(number() + ".5", "KGM")),
            Map.entry(Instant.class, () -> MOMENT.plusSeconds(number())),
            Map.entry(LocalDate.class, () -> LocalDate.of(2026, 11, 1).plusDays(number())),
            Map.entry(LocalDateTime.class, () -> LocalDateTime.ofInstant(MOMENT.plusSeconds(number()), ZoneOffset.UTC)),
            Map.entry(OffsetDateTime.class, () -> MOMENT.plusSeconds(number()).atOffset(ZoneOffset.UTC)),
            Map.entry(LocalTime.class, () -> LocalTime.of(9, 30).plusMinutes(number())),
            Map.entry(YearMonth.class, () -> YearMonth.of(2026, 1).plusMonths(number())),
            Map.entry(Duration.class, () -> Duration.ofMinutes(number())),
            Map.entry(Locale.class, () -> Locale.forLanguageTag("th")),
            Map.entry(URI.class, () -> URI.create("https://example.org/" + number())),
            Map.entry(UUID.class, () -> new UUID(1, number())));

    private int count;

    /** @throws IllegalArgumentException if the record carries something that no event can, or refuses plain values */
    <T> T record(Class<T> type) {
        RecordComponent[] components = type.getRecordComponents();
        Object[] values = Arrays.stream(components)
                .map(component -> value(component.getGenericType()))
                .toArray();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            Constructor<T> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (InvocationTargetException refused) {
            throw new IllegalArgumentException(
                    type.getSimpleName() + " refuses sample values: " + refused.getCause(), refused);
        } catch (ReflectiveOperationException unreachable) {
            throw new IllegalArgumentException(type.getSimpleName() + " cannot be made", unreachable);
        }
    }

    private Object value(Type type) {
        if (type instanceof ParameterizedType generic) {
            return generic((Class<?>) generic.getRawType(), generic.getActualTypeArguments());
        }
        if (!(type instanceof Class<?> plain)) {
            throw new IllegalArgumentException("it carries a " + type.getTypeName() + ", whose kind is not fixed");
        }
        if (simple.containsKey(plain)) {
            return simple.get(plain).get();
        }
        if (plain.isEnum()) {
            return plain.getEnumConstants()[plain.getEnumConstants().length - 1];
        }
        if (plain.isRecord()) {
            return record(plain);
        }
        throw new IllegalArgumentException("it carries a " + plain.getName() + ", which is no plain value");
    }

    private Object generic(Class<?> container, Type[] arguments) {
        if (container == List.class || container == java.util.Collection.class) {
            return List.of(value(arguments[0]), value(arguments[0]));
        }
        if (container == Set.class) {
            return Set.of(value(arguments[0]));
        }
        if (container == Map.class) {
            return Map.of(value(arguments[0]), value(arguments[1]));
        }
        if (container == Optional.class) {
            return Optional.of(value(arguments[0]));
        }
        throw new IllegalArgumentException("it carries a " + container.getName() + ", which is no plain value");
    }

    private String text() {
        return "ข้อความ “" + number() + "”\n\\";
    }

    private int number() {
        return ++count;
    }
}
