package org.colonnade.platform.api.admin;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** What can be installed here and what is. Installing touches no other function and needs no restart. */
@ProviderType
public interface Functions {

    /** Every function that the feature repositories offer, by id. */
    List<FunctionStatus> all();

    /** @throws org.colonnade.platform.api.problem.NotFound {@code platform.function.not-found} */
    FunctionStatus get(String id);

    /**
     * Installs the newest version on offer and waits until it answers; does nothing if it is installed already.
     *
     * @throws org.colonnade.platform.api.problem.NotFound {@code platform.function.not-found}
     * @throws org.colonnade.platform.api.problem.Conflict {@code platform.function.failed}: the state before is kept
     */
    FunctionStatus install(String id);

    /** Replaces the installed version by the newest on offer. Same problems as {@link #install}. */
    FunctionStatus update(String id);

    /** Stops and removes the function; its data stays, parked. Same problems as {@link #install}. */
    FunctionStatus remove(String id);
}
