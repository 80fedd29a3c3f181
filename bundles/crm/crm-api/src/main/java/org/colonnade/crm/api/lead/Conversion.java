package org.colonnade.crm.api.lead;

import java.util.List;
import org.colonnade.platform.api.Ref;

/**
 * What became of a lead.
 *
 * @param lead the lead's id
 * @param party whom it has become; null in a preview that would add one
 * @param partyName what people call them
 * @param opportunity the sale that came of it, or null
 * @param created whether the party was added, or would be
 * @param candidates parties that may be the same; nothing is decided about them
 */
public record Conversion(
        String lead, Ref party, String partyName, Ref opportunity, boolean created, List<Candidate> candidates) {

    public Conversion {
        candidates = List.copyOf(candidates);
    }

    /**
     * A party that may be the same.
     *
     * @param party the party
     * @param name what people call it
     * @param reasons what speaks for it: {@code same-email}, {@code same-phone}, {@code same-name}
     */
    public record Candidate(Ref party, String name, List<String> reasons) {

        public Candidate {
            reasons = List.copyOf(reasons);
        }
    }
}
