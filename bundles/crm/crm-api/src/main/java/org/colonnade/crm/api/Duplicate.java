package org.colonnade.crm.api;

import java.time.Instant;
import java.util.List;
import org.colonnade.platform.api.Ref;

/**
 * Two parties that may be one; somebody has to decide.
 *
 * @param id the pair's id
 * @param one the party that was there first
 * @param oneName what people call it
 * @param other the other party
 * @param otherName what people call it
 * @param state whether it was decided
 * @param strength how much speaks for it
 * @param reasons what speaks for it, see {@link Suspect#reasons()}
 * @param foundAt when it was noticed, UTC
 * @param score how likely they are the same, see {@link Suspect#score()}
 * @param fields how the score came about, from what the two say now
 */
public record Duplicate(
        String id,
        Ref one,
        String oneName,
        Ref other,
        String otherName,
        State state,
        Suspect.Strength strength,
        List<String> reasons,
        Instant foundAt,
        Double score,
        List<FieldMatch> fields) {

    public Duplicate {
        reasons = List.copyOf(reasons);
        fields = List.copyOf(fields);
    }

    /** A pair of which the score is not known. */
    public Duplicate(
            String id,
            Ref one,
            String oneName,
            Ref other,
            String otherName,
            State state,
            Suspect.Strength strength,
            List<String> reasons,
            Instant foundAt) {
        this(id, one, oneName, other, otherName, state, strength, reasons, foundAt, null, List.of());
    }

    /** Whether it was decided. */
    public enum State {
        /** Nobody has looked yet. */
        OPEN,
        /** Somebody said that they are not the same; remembered for ever. */
        REJECTED,
        /** They were made one. */
        MERGED
    }
}
