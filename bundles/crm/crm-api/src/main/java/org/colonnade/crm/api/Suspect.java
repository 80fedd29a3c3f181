package org.colonnade.crm.api;

import java.util.List;
import org.colonnade.platform.api.Ref;

/**
 * A party that may be the same as the one in question.
 *
 * @param party the other party
 * @param displayName what people call it
 * @param strength how much speaks for it
 * @param reasons what speaks for it: {@code same-email}, {@code same-phone}, {@code same-name-and-organisation},
 *     {@code same-name-and-postcode}, {@code same-name-and-birthday}, {@code same-name}
 */
public record Suspect(Ref party, String displayName, Strength strength, List<String> reasons) {

    public Suspect {
        reasons = List.copyOf(reasons);
    }

    /** How much speaks for it. */
    public enum Strength {
        /** Worth a look. */
        WEAK,
        /** Likely. */
        STRONG
    }
}
