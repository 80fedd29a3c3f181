package org.colonnade.crm.api;

import java.time.Instant;
import java.util.List;
import org.colonnade.platform.api.Ref;

/**
 * A record of parties that were made one.
 *
 * @param id the record's id
 * @param survivor the party that stayed
 * @param merged those that became a part of it
 * @param state whether it still counts
 * @param fields where the parties said different things, and whose value was taken
 * @param moves what each function did with its references
 * @param decisions what somebody has to answer before it can be reverted now; only in the answer about a single record
 * @param mergedAt UTC
 * @param mergedBy who did it, as a reference
 * @param revertedAt UTC; null while it counts
 * @param revertedBy who took it back; null while it counts
 * @since 1.1
 */
public record Merge(
        String id,
        Ref survivor,
        List<Ref> merged,
        State state,
        List<MergeField> fields,
        List<Move> moves,
        List<MergeDecision> decisions,
        Instant mergedAt,
        String mergedBy,
        Instant revertedAt,
        String revertedBy) {

    public Merge {
        merged = List.copyOf(merged);
        fields = List.copyOf(fields);
        moves = List.copyOf(moves);
        decisions = List.copyOf(decisions);
    }

    /** Whether it still counts. */
    public enum State {
        /** The parties are one. */
        APPLIED,
        /** The parties are again what they were. */
        REVERTED
    }

    /**
     * What became of one function's references.
     *
     * @param participant who moved them, {@code <module>.<what>}
     * @param putBack whether they are back already
     * @param at UTC
     */
    public record Move(String participant, boolean putBack, Instant at) {}
}
