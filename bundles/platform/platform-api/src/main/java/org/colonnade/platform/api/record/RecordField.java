package org.colonnade.platform.api.record;

import java.lang.reflect.RecordComponent;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A field of a kind of record.
 *
 * @param name as in JSON
 * @param type how it is kept
 * @param javaType the component's class
 * @param column where it is kept
 * @param labels what people call it, by language tag
 * @param max the most characters of a text
 * @param required whether it must be there
 * @param searched whether the full-text search reads it
 * @param personal whether it says something about a person
 * @param person whether this reference says whose personal data the record holds
 * @param input whether callers give it; what they do not give is set by the function's use cases
 */
public record RecordField(
        String name,
        FieldType type,
        Class<?> javaType,
        String column,
        Map<String, String> labels,
        int max,
        boolean required,
        boolean searched,
        boolean personal,
        boolean person,
        boolean input) {

    private static final Pattern COLUMN = Pattern.compile("[a-z][a-z0-9_]{0,58}");

    /** @throws IllegalArgumentException if the column is no plain name: it becomes part of statements */
    public RecordField {
        if (!COLUMN.matcher(column).matches()) {
            throw new IllegalArgumentException("'" + column + "' is no name of a column");
        }
        labels = Map.copyOf(labels);
    }

    static RecordField of(RecordComponent component, boolean input) {
        Field field = component.getAnnotation(Field.class);
        if (field == null) {
            throw new IllegalArgumentException(
                    component.getDeclaringRecord().getName() + '.' + component.getName() + " has no @Field");
        }
        return new RecordField(
                component.getName(),
                FieldType.of(component.getType()),
                component.getType(),
                field.column().isEmpty() ? snake(component.getName()) : field.column(),
                Map.of("en", field.en(), "th", field.th()),
                field.max(),
                field.required(),
                field.searched(),
                field.personal(),
                field.person(),
                input);
    }

    private static String snake(String name) {
        return name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }
}
