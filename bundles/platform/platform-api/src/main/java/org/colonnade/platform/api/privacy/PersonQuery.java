package org.colonnade.platform.api.privacy;

import java.util.Objects;
import java.util.Set;
import org.colonnade.platform.api.Ref;

/**
 * Which person is meant.
 *
 * @param refs the records, of any function, that stand for the person
 * @param facts what is known of it so far; records that share any of it are wanted too, the asker decides whether they are the same
 * @param limit how many records to give at most
 */
public record PersonQuery(Set<Ref> refs, PersonFacts facts, int limit) {

    public PersonQuery {
        refs = Set.copyOf(refs);
        Objects.requireNonNull(facts, "facts");
    }
}
