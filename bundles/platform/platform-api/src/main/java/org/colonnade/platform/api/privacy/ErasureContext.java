package org.colonnade.platform.api.privacy;

import java.util.List;
import java.util.Optional;
import org.colonnade.platform.api.Ref;

/**
 * Under which conditions a person is erased.
 *
 * @param caseId the case; a second call with the same id changes nothing more
 * @param preview whether nothing shall be stored: the answer says what would happen
 * @param holds what all functions together want kept
 * @param facts by what the person is recognised; {@link PersonFacts#NONE} where that is not known, or forgotten already
 */
public record ErasureContext(String caseId, boolean preview, List<Hold> holds, PersonFacts facts) {

    public ErasureContext {
        holds = List.copyOf(holds);
        facts = facts == null ? PersonFacts.NONE : facts;
    }

    /** Where nothing is known of the person but its records. */
    public ErasureContext(String caseId, boolean preview, List<Hold> holds) {
        this(caseId, preview, holds, PersonFacts.NONE);
    }

    /** The hold on a record that lasts longest, if there is one. */
    public Optional<Hold> hold(Ref ref) {
        return holds.stream()
                .filter(hold -> hold.ref().equals(ref))
                .reduce((one, other) -> one.until() == null
                                || other.until() != null && one.until().isAfter(other.until())
                        ? one
                        : other);
    }
}
