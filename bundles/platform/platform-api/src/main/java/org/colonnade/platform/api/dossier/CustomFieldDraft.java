package org.colonnade.platform.api.dossier;

import java.util.List;
import java.util.Map;

/**
 * A custom field to be.
 *
 * @param kind whose records have it, {@code module:type}; cannot be changed later
 * @param name {@code [a-z][a-zA-Z0-9]*}, at most 60 characters, unique in its kind; cannot be changed later
 * @param labels what people call it, by language tag; {@code en} at least
 * @param type what it holds
 * @param required whether a record must have it; false if missing
 * @param unique whether no two records of the kind may have the same; false if missing
 * @param min the least number, date or instant, as text; or null
 * @param max the greatest, as text; or null
 * @param maxLength the most characters of a text; or null for 10,000
 * @param pattern a regular expression (RE2) that the whole text must match; or null
 * @param choices what there is to choose from
 * @param read the permission without which it is not shown; or null
 * @param write the permission without which it is not changed; or null
 * @param active whether it is shown and filled in; what is not active keeps its values
 * @param position its place among the fields of its kind
 */
public record CustomFieldDraft(
        String kind,
        String name,
        Map<String, String> labels,
        FieldType type,
        Boolean required,
        Boolean unique,
        String min,
        String max,
        Integer maxLength,
        String pattern,
        List<Choice> choices,
        String read,
        String write,
        Boolean active,
        Integer position) {

    public CustomFieldDraft {
        labels = labels == null ? Map.of() : Map.copyOf(labels);
        choices = choices == null ? List.of() : List.copyOf(choices);
        required = required != null && required;
        unique = unique != null && unique;
        active = active == null || active;
        position = position == null ? 0 : position;
    }

    /**
     * One choice.
     *
     * @param value what is stored, 1 to 100 characters
     * @param labels what people call it, by language tag
     */
    public record Choice(String value, Map<String, String> labels) {

        public Choice {
            labels = labels == null ? Map.of() : Map.copyOf(labels);
        }
    }
}
