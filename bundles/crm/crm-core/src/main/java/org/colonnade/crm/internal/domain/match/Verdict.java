package org.colonnade.crm.internal.domain.match;

import java.util.Comparator;
import java.util.List;
import org.colonnade.crm.api.FieldMatch;

/**
 * What comparing two parties has shown.
 *
 * @param score from 0 to 1
 * @param fields how it came about
 * @param sameIdentifier whether they have one identifier of a strong scheme in common that passes the check of its scheme: numbers made up
 *     to fill a field are often the same
 * @param otherIdentifier whether they have different identifiers of one strong scheme
 */
public record Verdict(double score, List<FieldMatch> fields, boolean sameIdentifier, boolean otherIdentifier) {

    private static final double SAME = 0.999;
    private static final int MOST_REASONS = 6;

    /** What speaks for it, the weightiest first. */
    public List<String> reasons() {
        return fields.stream()
                .filter(field -> field.contribution() > 0)
                .sorted(Comparator.comparing(FieldMatch::contribution).reversed())
                .limit(MOST_REASONS)
                .map(field -> (field.similarity() >= SAME ? "same-" : "similar-") + field.field())
                .toList();
    }
}
