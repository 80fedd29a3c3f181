package org.colonnade.platform.security.internal;

import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Tsid;
import org.colonnade.platform.api.problem.Forbidden;

/** Keeps what belongs to an account out of the hands of those who stand in for its owner. */
final class Oneself {

    private Oneself() {}

    /**
     * The account that acts for itself.
     *
     * @throws Forbidden {@code platform.substitute.own-account}
     */
    static long id(Actor actor) {
        if (actor.principal() != null) {
            throw new Forbidden(
                    "platform.substitute.own-account",
                    "This is about your own account; do it without acting for somebody else.");
        }
        return Tsid.parse(actor.ref().id());
    }
}
