package org.colonnade.platform.store.internal.event;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
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
import java.math.BigDecimal;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.event.DomainEvent;
import org.colonnade.platform.api.event.EventType;

/**
 * Events as JSON: references as their text, times in ISO 8601, decimal numbers as text. One for each function and each reaction, with
 * types of its own, so that the classes of a bundle that left are not remembered. Reading takes no offence at fields that a newer
 * release added.
 */
public final class EventJson {

    private final ObjectMapper mapper = JsonMapper.builder()
            .typeFactory(TypeFactory.defaultInstance()
                    .withCache((LookupCache<Object, JavaType>) new LRUMap<Object, JavaType>(16, 200)))
            .addModule(new JavaTimeModule())
            .addModule(new SimpleModule("refs")
                    .addSerializer(Ref.class, ToStringSerializer.instance)
                    .addDeserializer(Ref.class, new RefReader()))
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .withConfigOverride(
                    BigDecimal.class, decimal -> decimal.setFormat(JsonFormat.Value.forShape(JsonFormat.Shape.STRING)))
            .build();

    /** @throws IllegalArgumentException if the class does not say its name in the log */
    public static String typeOf(Class<?> event) {
        EventType type = event.getAnnotation(EventType.class);
        if (type == null) {
            throw new IllegalArgumentException("The event " + event.getName() + " has no @EventType");
        }
        return type.value();
    }

    /** @throws IllegalArgumentException if the event is nothing that JSON can hold */
    public String write(DomainEvent event) {
        try {
            return mapper.writeValueAsString(event);
        } catch (JsonProcessingException failure) {
            throw new IllegalArgumentException(
                    "The event " + event.getClass().getName() + " cannot be written as JSON", failure);
        }
    }

    /** @throws IllegalArgumentException if the text is no such event */
    public <E> E read(String data, Class<E> type) {
        try {
            return mapper.readValue(data, type);
        } catch (JsonProcessingException failure) {
            throw new IllegalArgumentException(
                    "The event cannot be read as " + type.getSimpleName() + ": " + failure.getOriginalMessage(),
                    failure);
        }
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
