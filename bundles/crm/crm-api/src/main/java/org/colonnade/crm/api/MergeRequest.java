package org.colonnade.crm.api;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which parties shall be one.
 *
 * @param survivor the party that stays, its id or reference
 * @param merged the others, which become a part of it; at most 20
 * @param fields for single fields the party whose value is taken; what is not named comes from the survivor, or where it has none from
 *     the first other that has one. Names as in {@link MergeField#field()}
 * @since 1.1
 */
public record MergeRequest(String survivor, List<String> merged, Map<String, String> fields) {

    public MergeRequest {
        merged = ContactPoint.own(merged);
        fields = said(fields);
    }

    /** A copy without what was left open. */
    static <T> Map<String, T> said(Map<String, T> map) {
        Map<String, T> said = new LinkedHashMap<>();
        if (map != null) {
            map.forEach((key, value) -> {
                if (key != null && value != null) {
                    said.put(key, value);
                }
            });
        }
        return Collections.unmodifiableMap(said);
    }

    /** Two parties, the fields by the rule. */
    public static MergeRequest of(String survivor, String merged) {
        return new MergeRequest(survivor, List.of(merged), Map.of());
    }
}
