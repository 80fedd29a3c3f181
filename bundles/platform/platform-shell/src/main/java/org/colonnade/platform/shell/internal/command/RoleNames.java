package org.colonnade.platform.shell.internal.command;

import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.colonnade.platform.api.security.Accounts;

/** Completes the names of roles. */
@Service
public final class RoleNames extends Names {

    public RoleNames() {
        this(House.ofThisBundle());
    }

    RoleNames(House house) {
        super(() -> house.the(Accounts.class, "accounts").roles().stream()
                .map(Accounts.Role::name)
                .toList());
    }
}
