package org.colonnade.platform.dossier.internal.domain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.colonnade.platform.api.dossier.CustomField;
import org.colonnade.platform.api.dossier.CustomFieldDraft;
import org.colonnade.platform.api.dossier.CustomFieldDraft.Choice;
import org.colonnade.platform.api.dossier.FieldType;

/** The custom fields of a kind as JSON Schema 2020-12. */
public final class SchemaText {

    private static final String DECIMAL = "^-?[0-9]{1,30}([.][0-9]{1,20})?$";

    private SchemaText() {}

    public static Map<String, Object> of(String kind, List<CustomField> fields) {
        Map<String, Object> properties = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        for (CustomField field : fields) {
            CustomFieldDraft draft = field.definition();
            properties.put(draft.name(), property(draft));
            if (draft.required()) {
                required.add(draft.name());
            }
        }
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("title", "Custom fields of " + kind);
        schema.put("type", "object");
        schema.put("properties", properties);
        schema.put("required", required);
        schema.put("additionalProperties", false);
        return schema;
    }

    private static Map<String, Object> property(CustomFieldDraft field) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("title", field.labels().get("en"));
        schema.put("x-labels", field.labels());
        type(field, schema);
        if (field.unique()) {
            schema.put("x-unique", true);
        }
        if (field.write() != null) {
            schema.put("x-write", field.write());
        }
        if (field.read() != null) {
            schema.put("x-read", field.read());
        }
        return schema;
    }

    private static void type(CustomFieldDraft field, Map<String, Object> schema) {
        switch (field.type()) {
            case TEXT -> text(field, schema);
            case NUMBER -> decimal(field, schema);
            case INTEGER -> integer(field, schema);
            case BOOLEAN -> schema.put("type", "boolean");
            case DATE -> moment(field, "date", schema);
            case INSTANT -> moment(field, "date-time", schema);
            case CHOICE -> choice(field, schema);
            case MULTI_CHOICE -> choices(field, schema);
            case MONEY -> money(field, schema);
            case REF -> string("reference", schema).put("pattern", "^[a-z][a-z0-9-]*:[a-z][a-z0-9-]*:[^\\s:]+$");
            case URL -> string("uri", schema);
            case EMAIL -> string("email", schema);
        }
    }

    private static void text(CustomFieldDraft field, Map<String, Object> schema) {
        schema.put("type", "string");
        schema.put("maxLength", field.maxLength() == null ? FieldRule.LENGTH : field.maxLength());
        if (field.pattern() != null) {
            // the whole text must match, which a schema's pattern does not ask for by itself
            schema.put("pattern", "^(?:" + field.pattern() + ")$");
        }
    }

    private static void decimal(CustomFieldDraft field, Map<String, Object> schema) {
        string("decimal", schema).put("pattern", DECIMAL);
        bounds(field, schema);
    }

    private static void integer(CustomFieldDraft field, Map<String, Object> schema) {
        schema.put("type", "integer");
        if (field.min() != null) {
            schema.put("minimum", FieldValue.typed(FieldType.INTEGER, field.min()));
        }
        if (field.max() != null) {
            schema.put("maximum", FieldValue.typed(FieldType.INTEGER, field.max()));
        }
    }

    private static void moment(CustomFieldDraft field, String format, Map<String, Object> schema) {
        string(format, schema);
        bounds(field, schema);
    }

    /** JSON Schema compares only numbers; for what travels as text the bounds are told beside it. */
    private static void bounds(CustomFieldDraft field, Map<String, Object> schema) {
        if (field.min() != null) {
            schema.put("x-minimum", field.min());
        }
        if (field.max() != null) {
            schema.put("x-maximum", field.max());
        }
    }

    private static void choice(CustomFieldDraft field, Map<String, Object> schema) {
        schema.put("type", "string");
        schema.put("enum", field.choices().stream().map(Choice::value).toList());
        schema.put("x-choices", field.choices());
    }

    private static void choices(CustomFieldDraft field, Map<String, Object> schema) {
        Map<String, Object> items = new LinkedHashMap<>();
        choice(field, items);
        schema.put("type", "array");
        schema.put("items", items);
        schema.put("uniqueItems", true);
    }

    private static void money(CustomFieldDraft field, Map<String, Object> schema) {
        schema.put("type", "object");
        schema.put(
                "properties",
                Map.of(
                        "amount", Map.of("type", "string", "format", "decimal", "pattern", DECIMAL),
                        "currency", Map.of("type", "string", "format", "iso-4217", "pattern", "^[A-Z]{3}$")));
        schema.put("required", List.of("amount", "currency"));
        schema.put("additionalProperties", false);
        bounds(field, schema);
    }

    private static Map<String, Object> string(String format, Map<String, Object> schema) {
        schema.put("type", "string");
        schema.put("format", format);
        return schema;
    }
}
