package org.colonnade.platform.privacy.internal;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import com.fasterxml.jackson.databind.type.TypeFactory;
import com.fasterxml.jackson.databind.util.LRUMap;
import com.fasterxml.jackson.databind.util.LookupCache;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import org.colonnade.platform.api.Ref;

/** JSON in columns, in certificates and in bundles: references as their text, times in ISO 8601, fields always in one order. */
public final class Json {

    /** With type caches of its own, so that nothing outside remembers this bundle's classes after it is gone. */
    public static final ObjectMapper MAPPER = JsonMapper.builder()
            .typeFactory(TypeFactory.defaultInstance().withCache(ownCache()))
            .addModule(new JavaTimeModule())
            .addModule(new SimpleModule("refs")
                    .addSerializer(Ref.class, ToStringSerializer.instance)
                    .addDeserializer(Ref.class, new RefReader()))
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
            .build();

    private Json() {}

    /** Writes a value as text. */
    public static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException ourOwnRecords) {
            throw new IllegalStateException(ourOwnRecords);
        }
    }

    /** Reads what {@link #write} wrote. */
    public static <T> T read(String text, TypeReference<T> type) {
        try {
            return MAPPER.readValue(text, type);
        } catch (JsonProcessingException ourOwnText) {
            throw new IllegalStateException(ourOwnText);
        }
    }

    private static LookupCache<Object, JavaType> ownCache() {
        return new LRUMap<>(16, 200);
    }

    private static final class RefReader extends FromStringDeserializer<Ref> {

        private static final long serialVersionUID = 1L;

        RefReader() {
            super(Ref.class);
        }

        @Override
        protected Ref _deserialize(String text, DeserializationContext context) {
            return Ref.parse(text);
        }
    }
}
