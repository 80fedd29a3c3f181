package org.colonnade.platform.api.web;

import org.colonnade.platform.api.Actor;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Fills into an answer what was not known while its transaction was under way. A POST with an {@code Idempotency-Key} is answered within
 * the transaction that keeps the answer; what exists only when that is stored, such as a legal number, stands in the kept answer as a
 * mark, and the edge puts the text in its place after the commit and in each repetition. A service; there may be none.
 *
 * @since 1.3
 */
@ProviderType
public interface LateText {

    /**
     * The answer with the text in place of its marks.
     *
     * @param body JSON
     * @param actor whose request it is; marks of others' are left as they are
     * @return the same where there is no mark
     * @throws org.colonnade.platform.api.problem.Unavailable if it is still not known; a repetition asks again
     */
    String fill(String body, Actor actor);
}
