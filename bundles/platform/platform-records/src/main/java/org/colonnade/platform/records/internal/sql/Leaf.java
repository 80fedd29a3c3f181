package org.colonnade.platform.records.internal.sql;

import org.colonnade.platform.api.record.Kept;
import org.colonnade.platform.records.internal.shape.Plan;

/**
 * A record as its row holds it.
 *
 * @param kept what the platform keeps of it; its value is null where the row holds a document, or nothing
 * @param document the fields as one JSON object in UTF-8; null where the kind has none, or the function has not written it
 */
public record Leaf<V extends Record>(Kept<V> kept, byte[] document) {

    /** Whether the row says what the record says. */
    public boolean whole() {
        return kept.value() != null || document != null;
    }

    /** The record. @throws IllegalStateException if the row does not say it */
    public Kept<V> read(Plan<V, ?> plan) {
        if (!whole()) {
            throw new IllegalStateException("The row of " + kept.id() + " holds no document");
        }
        return kept.value() != null
                ? kept
                : kept.with(plan.kind()
                        .view()
                        .cast(plan.json().read(document, plan.kind().view())));
    }
}
