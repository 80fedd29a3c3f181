package org.colonnade.platform.webhooks.internal;

import java.util.Optional;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Ref;

/** Tells how an account stands now. */
@FunctionalInterface
public interface Owners {

    /**
     * The account with what its roles allow now.
     *
     * @return empty if there is no such account, or it may not sign in
     * @throws org.colonnade.platform.api.problem.Unavailable while nobody can tell
     */
    Optional<Actor> now(Ref account);
}
