package org.colonnade.platform.rest.internal.json;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.TypeFactory;
import com.fasterxml.jackson.databind.util.LRUMap;
import com.fasterxml.jackson.databind.util.LookupCache;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.colonnade.platform.api.web.RawJson;

/**
 * JSON as the API speaks it: what is unknown, double, of another kind or left over is refused, never guessed. One for each function path,
 * with its own type cache, so that nothing holds a function's classes when it is gone.
 */
public final class StrictJson {

    private static final int DEEPEST = 64;
    private static final int LONGEST_NUMBER = 60;
    private static final int LONGEST_NAME = 256;

    private final JsonMapper mapper = mapper();
    private final ConcurrentMap<Type, ObjectReader> readers = new ConcurrentHashMap<>();
    private final ConcurrentMap<Class<?>, ObjectWriter> writers = new ConcurrentHashMap<>();

    /**
     * Reads one value of the type; the stream stays open.
     *
     * @throws org.colonnade.platform.api.problem.Malformed for whatever is not right with it
     */
    public Object read(InputStream body, Type type) throws IOException {
        return JsonFaults.explained(() -> reader(type).readValue(body));
    }

    /** Reads a document whose meaning comes later. Same problems as {@link #read}. */
    JsonNode tree(InputStream body) throws IOException {
        return JsonFaults.explained(() -> mapper.reader().readTree(body));
    }

    /** The tree of a record. */
    JsonNode toTree(Object value) {
        return mapper.valueToTree(value);
    }

    /** The record of a tree. Same problems as {@link #read}. */
    <T> T fromTree(JsonNode tree, Class<T> type) throws IOException {
        return type.cast(JsonFaults.explained(() -> reader(type).readValue(tree)));
    }

    /** The JSON text of a value; what is text already is not looked over. */
    public byte[] write(Object value) throws IOException {
        if (value instanceof RawJson ready) {
            return ready.text().getBytes(StandardCharsets.UTF_8);
        }
        return writers.computeIfAbsent(value.getClass(), mapper::writerFor).writeValueAsBytes(value);
    }

    private ObjectReader reader(Type type) {
        return readers.computeIfAbsent(type, t -> mapper.readerFor(mapper.constructType(t)));
    }

    private static JsonMapper mapper() {
        JsonMapper.Builder builder = JsonMapper.builder(factory())
                .typeFactory(TypeFactory.defaultInstance().withCache(ownTypes()))
                .addModule(new TextTypes())
                .addModule(new ReadyText())
                .defaultPropertyInclusion(
                        JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
                .visibility(PropertyAccessor.GETTER, Visibility.NONE)
                .visibility(PropertyAccessor.IS_GETTER, Visibility.NONE)
                .visibility(PropertyAccessor.SETTER, Visibility.NONE)
                .visibility(PropertyAccessor.FIELD, Visibility.ANY)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS, MapperFeature.ALLOW_FINAL_FIELDS_AS_MUTATORS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .enable(
                        DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                        DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                        DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS,
                        DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY,
                        DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                .withCoercionConfigDefaults(
                        config -> config.setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.EmptyArray, CoercionAction.Fail));
        return builder.build();
    }

    private static LookupCache<Object, JavaType> ownTypes() {
        return new LRUMap<>(16, 500);
    }

    private static JsonFactory factory() {
        return JsonFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
                .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(DEEPEST)
                        .maxNumberLength(LONGEST_NUMBER)
                        .maxNameLength(LONGEST_NAME)
                        .build())
                .build();
    }
}
