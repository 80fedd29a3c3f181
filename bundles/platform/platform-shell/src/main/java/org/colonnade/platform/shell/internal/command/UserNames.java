package org.colonnade.platform.shell.internal.command;

import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.colonnade.platform.api.PageRequest;
import org.colonnade.platform.api.security.Accounts;

/** Completes the names of users, as many as one page holds. */
@Service
public final class UserNames extends Names {

    public UserNames() {
        this(House.ofThisBundle());
    }

    UserNames(House house) {
        super(() ->
                house
                        .the(Accounts.class, "accounts")
                        .users(new PageRequest(PageRequest.MAX_LIMIT, null))
                        .items()
                        .stream()
                        .map(Accounts.User::name)
                        .toList());
    }
}
