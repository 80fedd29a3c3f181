package org.colonnade.crm.api;

import java.util.List;
import org.colonnade.platform.api.Ref;

/**
 * A party that may be the same as the one in question.
 *
 * @param party the other party
 * @param displayName what people call it
 * @param strength how much speaks for it
 * @param reasons what speaks for it, the weightiest first: {@code same-} or {@code similar-} with the name of a field, see
 *     {@link FieldMatch#field()}
 * @param score from 0, surely another, to 1, surely the same; null where it was not kept
 * @param fields how the score came about; empty where it was not kept
 * @since 1.1
 */
public record Suspect(
        Ref party, String displayName, Strength strength, List<String> reasons, Double score, List<FieldMatch> fields) {

    public Suspect {
        reasons = List.copyOf(reasons);
        fields = List.copyOf(fields);
    }

    /** A suspect of which only the reasons were kept. */
    public Suspect(Ref party, String displayName, Strength strength, List<String> reasons) {
        this(party, displayName, strength, reasons, null, List.of());
    }

    /** How much speaks for it. */
    public enum Strength {
        /** Worth a look. */
        WEAK,
        /** Likely. */
        STRONG
    }
}
