package org.colonnade.crm.api;

import java.util.Map;
import org.colonnade.platform.api.Ref;

/**
 * A field of which the parties of a merge say different things.
 *
 * @param field {@code displayName}, {@code name}, {@code organisation}, {@code unit}, {@code jobTitle}, {@code role}, {@code birthday},
 *     {@code language}, {@code timeZone}
 * @param values what each says, by its id; those that say nothing are left out
 * @param from whose value is taken
 * @since 1.1
 */
public record MergeField(String field, Map<String, String> values, Ref from) {

    public MergeField {
        values = Map.copyOf(values);
    }
}
