package org.colonnade.platform.rest.internal.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import java.io.IOException;
import org.colonnade.platform.api.web.RawJson;

/** Writes JSON that is there already as it stands. */
final class ReadyText extends SimpleModule {

    private static final long serialVersionUID = 1L;

    ReadyText() {
        super("colonnade-ready-text");
        addSerializer(new Writer());
    }

    private static final class Writer extends StdScalarSerializer<RawJson> {

        private static final long serialVersionUID = 1L;

        Writer() {
            super(RawJson.class);
        }

        @Override
        public void serialize(RawJson value, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeRawValue(value.text());
        }
    }
}
