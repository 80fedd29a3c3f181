package org.colonnade.platform.privacy.internal;

import java.util.List;
import org.colonnade.platform.api.privacy.RetentionAction;

/**
 * A retention rule as somebody wants it.
 *
 * @param name what people call it
 * @param kind of record, such as {@code crm:lead}
 * @param olderThanDays last changed more than so many days ago
 * @param states in one of these states; any if missing
 * @param action what becomes of them
 * @param enabled whether it runs by schedule; not if missing
 */
public record RetentionDraft(
        String name, String kind, Integer olderThanDays, List<String> states, RetentionAction action, Boolean enabled) {

    /** Missing states are none, and a rule is not enabled by forgetting to say so. */
    public RetentionDraft {
        states = states == null
                ? List.of()
                : states.stream()
                        .map(state -> state == null ? "" : state)
                        .distinct()
                        .sorted()
                        .toList();
        enabled = enabled != null && enabled;
    }
}
