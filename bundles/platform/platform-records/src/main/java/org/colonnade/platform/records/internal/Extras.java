package org.colonnade.platform.records.internal;

import java.util.List;
import java.util.Map;

/**
 * What a caller says of a record beside its fields.
 *
 * @param custom the custom fields as they shall be, or null to leave them
 * @param tags the tags as they shall be, or null to leave them
 */
public record Extras(Map<String, Object> custom, List<String> tags) {

    /** Nothing. */
    static final Extras NONE = new Extras(null, null);

    boolean none() {
        return custom == null && tags == null;
    }
}
