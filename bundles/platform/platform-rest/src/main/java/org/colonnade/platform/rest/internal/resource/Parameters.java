package org.colonnade.platform.rest.internal.resource;

import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.PathParam;
import javax.ws.rs.QueryParam;
import javax.ws.rs.ext.ParamConverter;
import javax.ws.rs.ext.ParamConverterProvider;
import org.colonnade.platform.api.problem.Malformed;
import org.colonnade.platform.api.problem.Rejected;
import org.colonnade.platform.rest.internal.json.Texts;

/** Reads path, query and header parameters, and says which one is wrong where JAX-RS would answer that the path does not exist. */
public final class Parameters implements ParamConverterProvider {

    private static final Map<Class<?>, Texts.Kind<?>> PLAIN = plain();

    @Override
    public <T> ParamConverter<T> getConverter(Class<T> type, Type generic, Annotation[] annotations) {
        return kind(type)
                .<ParamConverter<T>>map(kind -> new Converter<>(kind, name(annotations)))
                .orElse(null);
    }

    /** How a parameter of this type is read; empty if it is none that the API knows. */
    @SuppressWarnings("unchecked")
    private static <T> Optional<Texts.Kind<T>> kind(Class<T> type) {
        Texts.Kind<?> kind = PLAIN.get(type);
        if (kind == null && type.isEnum()) {
            kind = ofEnum(type);
        }
        if (kind == null) {
            kind = Texts.of(type).orElse(null);
        }
        return Optional.ofNullable((Texts.Kind<T>) kind);
    }

    private static <T> Texts.Kind<T> ofEnum(Class<T> type) {
        T[] constants = type.getEnumConstants();
        String names = Arrays.stream(constants).map(c -> ((Enum<?>) c).name()).collect(Collectors.joining(", "));
        Function<String, T> read = text -> Arrays.stream(constants)
                .filter(c -> ((Enum<?>) c).name().equals(text))
                .findFirst()
                .orElseThrow(IllegalArgumentException::new);
        return new Texts.Kind<>(type, read, c -> ((Enum<?>) c).name(), null, "one of " + names);
    }

    private static Map<Class<?>, Texts.Kind<?>> plain() {
        Map<Class<?>, Texts.Kind<?>> plain = new HashMap<>();
        plain.put(
                int.class, new Texts.Kind<>(Integer.class, Integer::valueOf, String::valueOf, null, "a whole number"));
        plain.put(long.class, new Texts.Kind<>(Long.class, Long::valueOf, String::valueOf, null, "a whole number"));
        plain.put(
                boolean.class,
                new Texts.Kind<>(Boolean.class, Parameters::yesOrNo, String::valueOf, null, "true or false"));
        plain.put(Integer.class, plain.get(int.class));
        plain.put(Long.class, plain.get(long.class));
        plain.put(Boolean.class, plain.get(boolean.class));
        return plain;
    }

    private static Boolean yesOrNo(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException();
        };
    }

    private static String name(Annotation[] annotations) {
        for (Annotation annotation : annotations) {
            if (annotation instanceof QueryParam query) {
                return query.value();
            } else if (annotation instanceof PathParam path) {
                return path.value();
            } else if (annotation instanceof HeaderParam header) {
                return header.value();
            }
        }
        return "parameter";
    }

    private record Converter<T>(Texts.Kind<T> kind, String name) implements ParamConverter<T> {

        @Override
        public T fromString(String value) {
            if (value == null) {
                return null;
            }
            try {
                return kind.read().apply(value);
            } catch (RuntimeException notOne) {
                throw new Malformed(
                        "platform.parameter.malformed",
                        "'" + name + "' is not " + kind.shape() + ".",
                        List.of(new Rejected.Field(name, "is not " + kind.shape())));
            }
        }

        @Override
        public String toString(T value) {
            return kind.write().apply(value);
        }
    }
}
