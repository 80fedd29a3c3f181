package org.colonnade.crm.internal.domain.match;

import java.util.Set;

/**
 * What is done about two parties that are alike.
 *
 * @param review from which score on somebody is asked
 * @param auto from which score on they are likely the same, and may be merged without asking if an identifier says so too
 * @param strongSchemes schemes of identifiers that name one party for sure
 * @param autoMerge whether parties may be merged without asking
 */
public record MatchPolicy(double review, double auto, Set<String> strongSchemes, boolean autoMerge) {

    public MatchPolicy {
        strongSchemes = Set.copyOf(strongSchemes);
    }

    /** Below this score nothing is done about the two. */
    public double least() {
        return Math.min(review, auto);
    }

    /** Whether somebody is asked about the two. */
    public boolean worthALook(Verdict verdict) {
        return verdict.score() >= review;
    }

    /** Whether the two are likely the same. */
    public boolean likely(Verdict verdict) {
        return verdict.score() >= auto;
    }

    /**
     * Whether the two may be merged without asking: one identifier of a strong scheme is the same, none is another, and all the rest says
     * so too.
     */
    public boolean sure(Verdict verdict) {
        return autoMerge && likely(verdict) && verdict.sameIdentifier() && !verdict.otherIdentifier();
    }
}
