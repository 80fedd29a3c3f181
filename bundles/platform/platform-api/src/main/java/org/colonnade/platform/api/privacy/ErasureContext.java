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
 */
public record ErasureContext(String caseId, boolean preview, List<Hold> holds) {

    public ErasureContext {
        holds = List.copyOf(holds);
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
