package org.colonnade.crm.api;

import java.time.Instant;
import java.util.List;
import org.colonnade.platform.api.Ref;

/**
 * Two parties that may be one; somebody has to decide. Nothing is ever merged silently.
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
        Instant foundAt) {

    public Duplicate {
        reasons = List.copyOf(reasons);
    }

    /** Whether it was decided. */
    public enum State {
        /** Nobody has looked yet. */
        OPEN,
        /** Somebody said that they are not the same; remembered for ever. */
        REJECTED
    }
}
