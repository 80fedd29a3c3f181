package org.colonnade.platform.api.dossier;

import java.time.Instant;
import org.colonnade.platform.api.Ref;

/**
 * Which activities a list shows; what is null does not narrow it.
 *
 * @param about only those about this record
 * @param owner only those of this owner
 * @param state only those in this state
 * @param type only those of this kind
 * @param from only those due, or else beginning, at this instant or later
 * @param to only those due, or else beginning, before this instant
 */
public record ActivityQuery(Ref about, Ref owner, ActivityState state, ActivityType type, Instant from, Instant to) {

    /** All that are about a record. */
    public static ActivityQuery about(Ref record) {
        return new ActivityQuery(record, null, null, null, null, null);
    }
}
