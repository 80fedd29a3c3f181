package org.colonnade.platform.privacy.internal;

import java.time.Instant;
import java.util.List;
import org.colonnade.platform.api.privacy.RetentionAction;

/**
 * What becomes of records whose time is over.
 *
 * @param id of the rule
 * @param name what people call it
 * @param kind of record, such as {@code crm:lead}
 * @param olderThanDays last changed more than so many days ago
 * @param states in one of these states; empty for any
 * @param action what becomes of them
 * @param enabled whether it runs by schedule
 * @param changedAt UTC
 * @param changedBy who, as a reference
 * @param lastRun its newest run, or null
 * @param version for {@code If-Match}
 */
public record RetentionRule(
        String id,
        String name,
        String kind,
        int olderThanDays,
        List<String> states,
        RetentionAction action,
        boolean enabled,
        Instant changedAt,
        String changedBy,
        RetentionRun lastRun,
        long version) {

    /** The rule as the input that would make it. */
    public RetentionDraft draft() {
        return new RetentionDraft(name, kind, olderThanDays, states, action, enabled);
    }
}
