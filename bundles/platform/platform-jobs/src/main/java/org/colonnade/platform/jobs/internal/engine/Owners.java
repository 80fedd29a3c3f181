package org.colonnade.platform.jobs.internal.engine;

import java.util.Optional;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Ref;

/** Tells how an account stands now. */
@FunctionalInterface
public interface Owners {

    /**
     * The account with what its roles allow now.
     *
     * @throws org.colonnade.platform.api.problem.Unavailable while nobody can tell
     */
    Optional<Actor> now(Ref account);
}
