package org.colonnade.platform.shell.internal.command;

import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.colonnade.platform.api.admin.FunctionStatus;
import org.colonnade.platform.api.admin.Functions;

/** Completes the ids of the functions on offer. */
@Service
public final class FunctionNames extends Names {

    public FunctionNames() {
        this(House.ofThisBundle());
    }

    FunctionNames(House house) {
        super(() -> house.the(Functions.class, "functions").all().stream()
                .map(FunctionStatus::id)
                .toList());
    }
}
