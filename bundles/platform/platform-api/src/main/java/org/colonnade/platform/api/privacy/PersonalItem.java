package org.colonnade.platform.api.privacy;

import java.util.Map;
import java.util.Objects;
import org.colonnade.platform.api.Ref;

/**
 * What one record says about a person.
 *
 * @param kind what the record is, as {@code <module>:<type>}
 * @param ref the record
 * @param purpose what the company keeps it for, in plain words
 * @param fields the personal fields by name: texts, numbers, booleans, {@code java.time} values, and maps and lists of them
 */
public record PersonalItem(String kind, Ref ref, String purpose, Map<String, Object> fields) {

    public PersonalItem {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(ref, "ref");
        Objects.requireNonNull(purpose, "purpose");
        Objects.requireNonNull(fields, "fields");
    }
}
