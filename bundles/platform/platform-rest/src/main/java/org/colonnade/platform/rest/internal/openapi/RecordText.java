package org.colonnade.platform.rest.internal.openapi;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.RecordComponent;
import org.colonnade.platform.api.record.Field;
import org.colonnade.platform.api.record.RecordType;

/** What the description says of a kind of record beyond its Java record: what the platform keeps of each, labels and marks. */
final class RecordText {

    private RecordText() {}

    static void complete(Class<?> type, ObjectNode properties, ArrayNode required) {
        RecordType declared = type.getAnnotation(RecordType.class);
        if (declared == null) {
            return;
        }
        required.removeAll();
        for (RecordComponent component : type.getRecordComponents()) {
            if (component.getAnnotation(Field.class) != null
                    && properties.get(component.getName()) instanceof ObjectNode property) {
                field(component.getAnnotation(Field.class), property);
            }
        }
        properties.putObject("custom").put("type", "object").put("description", "The custom fields, by name.");
        text(properties, "id");
        properties
                .putObject("version")
                .put("type", "integer")
                .put("format", "int64")
                .put("readOnly", true);
        properties.putObject("archived").put("type", "boolean").put("readOnly", true);
        text(properties, "createdAt").put("format", "date-time");
        text(properties, "createdBy");
        text(properties, "changedAt").put("format", "date-time");
        text(properties, "changedBy");
    }

    private static void field(Field field, ObjectNode property) {
        if (!property.has("$ref")) {
            property.put("title", field.en());
            if (field.personal()) {
                property.put("x-personal", true);
            }
        }
    }

    private static ObjectNode text(ObjectNode properties, String name) {
        return properties.putObject(name).put("type", "string").put("readOnly", true);
    }
}
