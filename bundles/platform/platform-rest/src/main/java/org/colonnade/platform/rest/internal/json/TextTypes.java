package org.colonnade.platform.rest.internal.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import java.io.IOException;
import java.math.BigDecimal;

/** Everything that JSON shows as a text: {@link Texts} says how, Jackson learns it here. Only a JSON string is taken for one. */
final class TextTypes extends SimpleModule {

    private static final long serialVersionUID = 1L;

    TextTypes() {
        super("colonnade-texts");
        for (Texts.Kind<?> kind : Texts.ALL) {
            add(kind);
        }
        addSerializer(new Writer<>(Texts.DECIMAL));
        addDeserializer(BigDecimal.class, new Reader<>(Texts.DECIMAL));
        addDeserializer(String.class, new Reader<>(Texts.TEXT));
        addKeyDeserializer(String.class, new Key(Texts.TEXT));
    }

    private <T> void add(Texts.Kind<T> kind) {
        addSerializer(new Writer<>(kind));
        addDeserializer(kind.type(), new Reader<>(kind));
        addKeyDeserializer(kind.type(), new Key(kind));
    }

    private static final class Writer<T> extends StdScalarSerializer<T> {

        private static final long serialVersionUID = 1L;
        private final transient Texts.Kind<T> kind;

        Writer(Texts.Kind<T> kind) {
            super(kind.type());
            this.kind = kind;
        }

        @Override
        public void serialize(T value, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeString(kind.write().apply(value));
        }
    }

    private static final class Reader<T> extends StdScalarDeserializer<T> {

        private static final long serialVersionUID = 1L;
        private final transient Texts.Kind<T> kind;

        Reader(Texts.Kind<T> kind) {
            super(kind.type());
            this.kind = kind;
        }

        @Override
        public T deserialize(JsonParser json, DeserializationContext context) throws IOException {
            if (json.currentToken() != JsonToken.VALUE_STRING) {
                return kind.type().cast(context.handleUnexpectedToken(kind.type(), json));
            }
            String text = json.getText();
            try {
                return kind.read().apply(text);
            } catch (RuntimeException notOne) {
                return kind.type().cast(context.handleWeirdStringValue(kind.type(), text, kind.shape()));
            }
        }
    }

    private static final class Key extends KeyDeserializer {

        private final Texts.Kind<?> kind;

        Key(Texts.Kind<?> kind) {
            this.kind = kind;
        }

        @Override
        public Object deserializeKey(String key, DeserializationContext context) throws IOException {
            try {
                return kind.read().apply(key);
            } catch (RuntimeException notOne) {
                return context.handleWeirdKey(kind.type(), key, kind.shape());
            }
        }
    }
}
