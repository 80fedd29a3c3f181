package org.colonnade.crm.api;

import java.util.List;

/**
 * A later change of which nobody can tell to which party it belongs, since both had said the same.
 *
 * @param key by which it is answered
 * @param was what both said when they were merged; null if it cannot be told
 * @param now what it says now; null if it was taken away
 * @param answers {@code SURVIVOR}, {@code MERGED} or {@code BOTH}: who gets the new value; the other has the old one
 * @since 1.1
 */
public record MergeDecision(String key, String was, String now, List<Answer> answers) {

    public MergeDecision {
        answers = List.copyOf(answers);
    }

    /** Who gets the new value. */
    public enum Answer {
        /** The party that stayed. */
        SURVIVOR,
        /** The parties that became a part of it. */
        MERGED,
        /** All of them. */
        BOTH
    }
}
