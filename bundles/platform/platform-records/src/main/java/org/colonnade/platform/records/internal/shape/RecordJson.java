package org.colonnade.platform.records.internal.shape;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import com.fasterxml.jackson.databind.type.TypeFactory;
import com.fasterxml.jackson.databind.util.LRUMap;
import com.fasterxml.jackson.databind.util.LookupCache;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Map;
import org.colonnade.platform.api.Ref;

/**
 * Records as JSON text: in snapshots of the history and in columns that hold a structure. Written as the API writes them; read with
 * leniency for what an older release wrote. One for each kind, so that the classes of a function that left are not remembered.
 */
public final class RecordJson {

    private final ObjectMapper mapper = JsonMapper.builder()
            .typeFactory(TypeFactory.defaultInstance()
                    .withCache((LookupCache<Object, JavaType>) new LRUMap<Object, JavaType>(16, 200)))
            .addModule(new JavaTimeModule())
            .addModule(new SimpleModule("records")
                    .addSerializer(Ref.class, ToStringSerializer.instance)
                    .addSerializer(Currency.class, ToStringSerializer.instance)
                    .addDeserializer(Ref.class, new RefReader()))
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
            .visibility(PropertyAccessor.GETTER, Visibility.NONE)
            .visibility(PropertyAccessor.IS_GETTER, Visibility.NONE)
            .visibility(PropertyAccessor.FIELD, Visibility.ANY)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS, SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .withConfigOverride(
                    BigDecimal.class, decimal -> decimal.setFormat(JsonFormat.Value.forShape(JsonFormat.Shape.STRING)))
            .build();

    /** The value as JSON text. */
    public String write(Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException failure) {
            throw new IllegalArgumentException(value.getClass().getName() + " cannot be written as JSON", failure);
        }
    }

    /** A value of the type. @throws IllegalArgumentException if the text is none */
    public Object read(String text, Type type) {
        try {
            return mapper.readValue(text, mapper.constructType(type));
        } catch (JsonProcessingException failure) {
            throw new IllegalArgumentException(
                    "Not a " + type.getTypeName() + ": " + failure.getOriginalMessage(), failure);
        }
    }

    /** The same of a text in UTF-8. */
    public Object read(byte[] text, Type type) {
        try {
            return mapper.readValue(text, mapper.constructType(type));
        } catch (IOException failure) {
            throw new IllegalArgumentException("Not a " + type.getTypeName() + ": " + failure.getMessage(), failure);
        }
    }

    /** A value of the type, of what JSON looks like as plain Java. @throws IllegalArgumentException if it is none */
    public Object convert(Object plain, Type type) {
        return mapper.convertValue(plain, mapper.constructType(type));
    }

    /** A record, of what JSON looks like as plain Java; members that it does not have are left out. */
    public <R> R convertTo(Map<String, Object> plain, Class<R> type) {
        return type.cast(convert(plain, type));
    }

    /** A JSON object as plain Java: maps, lists, texts, numbers; empty for null. */
    @SuppressWarnings("unchecked")
    public Map<String, Object> map(String text) {
        return text == null ? new LinkedHashMap<>() : (Map<String, Object>) read(text, LinkedHashMap.class);
    }

    private static final class RefReader extends StdScalarDeserializer<Ref> {

        private static final long serialVersionUID = 1L;

        RefReader() {
            super(Ref.class);
        }

        @Override
        public Ref deserialize(JsonParser json, DeserializationContext context) throws IOException {
            return Ref.parse(json.getText());
        }
    }
}
