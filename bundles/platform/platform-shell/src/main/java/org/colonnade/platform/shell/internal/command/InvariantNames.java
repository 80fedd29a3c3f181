package org.colonnade.platform.shell.internal.command;

import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.colonnade.platform.api.Invariant;

/** Completes the names of the invariants that are here. */
@Service
public final class InvariantNames extends Names {

    public InvariantNames() {
        this(House.ofThisBundle());
    }

    InvariantNames(House house) {
        super(() -> house.all(Invariant.class).stream().map(Invariant::name).toList());
    }
}
