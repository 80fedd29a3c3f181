package org.colonnade.platform.api.privacy;

import java.util.Objects;
import org.colonnade.platform.api.Ref;

/**
 * A record that stands for a person.
 *
 * @param ref the record
 * @param kind what it is, as {@code <module>:<type>}
 * @param facts what it says of the person
 */
public record PersonalRecord(Ref ref, String kind, PersonFacts facts) {

    public PersonalRecord {
        Objects.requireNonNull(ref, "ref");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(facts, "facts");
    }
}
