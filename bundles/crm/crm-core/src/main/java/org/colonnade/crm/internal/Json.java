package org.colonnade.crm.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.type.TypeFactory;
import com.fasterxml.jackson.databind.util.LRUMap;
import com.fasterxml.jackson.databind.util.LookupCache;
import java.util.List;

/** JSON inside crm: in columns and in exported cards. */
public final class Json {

    /** With type caches of its own, so that nothing outside remembers this bundle's classes after it is gone. */
    public static final ObjectMapper MAPPER =
            new ObjectMapper().setTypeFactory(TypeFactory.defaultInstance().withCache(ownCache()));

    private Json() {}

    private static LookupCache<Object, JavaType> ownCache() {
        return new LRUMap<>(16, 100);
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
