package org.colonnade.crm.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import com.fasterxml.jackson.databind.type.TypeFactory;
import com.fasterxml.jackson.databind.util.LRUMap;
import com.fasterxml.jackson.databind.util.LookupCache;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.function.Function;

/** JSON inside crm: in columns and in exported cards. */
public final class Json {

    /** With type caches of its own, so that nothing outside remembers this bundle's classes after it is gone. */
    public static final ObjectMapper MAPPER = new ObjectMapper()
            .setTypeFactory(TypeFactory.defaultInstance().withCache(ownCache()))
            .registerModule(times());

    private Json() {}

    private static LookupCache<Object, JavaType> ownCache() {
        return new LRUMap<>(16, 100);
    }

    /** Days and instants in ISO 8601, as the API writes them. */
    private static SimpleModule times() {
        return new SimpleModule("crm-times")
                .addSerializer(Instant.class, ToStringSerializer.instance)
                .addDeserializer(Instant.class, new IsoText<>(Instant.class, Instant::parse))
                .addSerializer(LocalDate.class, ToStringSerializer.instance)
                .addDeserializer(LocalDate.class, new IsoText<>(LocalDate.class, LocalDate::parse));
    }

    /** Reads a text that {@code toString} wrote. */
    private static final class IsoText<T> extends FromStringDeserializer<T> {

        private static final long serialVersionUID = 1L;

        private final transient Function<String, T> reader;

        IsoText(Class<T> type, Function<String, T> reader) {
            super(type);
            this.reader = reader;
        }

        @Override
        protected T _deserialize(String text, DeserializationContext context) throws IOException {
            try {
                return reader.apply(text);
            } catch (DateTimeParseException noTime) {
                throw context.weirdStringException(text, _valueClass, "is not ISO 8601");
            }
        }
    }

    /** Writes a value as text. */
    public static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException ourOwnRecords) {
            throw new IllegalStateException(ourOwnRecords);
        }
    }

    /** Reads a value that {@link #write} wrote. */
    public static <T> T read(String text, Class<T> type) {
        try {
            return MAPPER.readValue(text, type);
        } catch (JsonProcessingException ourOwnText) {
            throw new IllegalStateException(ourOwnText);
        }
    }

    /** Reads a list that {@link #write} wrote. */
    public static <T> List<T> read(String text, TypeReference<List<T>> type) {
        try {
            return MAPPER.readValue(text, type);
        } catch (JsonProcessingException ourOwnText) {
            throw new IllegalStateException(ourOwnText);
        }
    }
}
