package org.colonnade.platform.security.internal;

import java.sql.SQLException;
import java.util.Set;
import org.colonnade.platform.api.Tsid;
import org.colonnade.platform.api.security.Accounts;
import org.colonnade.platform.api.security.Accounts.UserDraft;
import org.colonnade.platform.api.store.Work;
import org.colonnade.platform.security.internal.store.UserRow;
import org.colonnade.platform.security.internal.store.Users;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Makes users whom an issuer has named: without a role, so they may do nothing, and with a password that nobody knows. */
@Component(service = NewUsers.class)
public final class NewUsers {

    private final Passwords passwords;

    @Activate
    public NewUsers(@Reference Passwords passwords) {
        this.passwords = passwords;
    }

    /** The hash of a password that nobody knows; takes long, so it is made outside of any transaction. */
    public String unknowable() {
        return passwords.unknowable();
    }

    /** Makes the user, in a transaction that has {@linkplain Users#queueUp queued up}. */
    public UserRow make(Work work, String name, String displayName, String hash) throws SQLException {
        UserDraft draft = UserDesk.checked(new UserDraft(name, displayName, null, Set.of()));
        Accounts.User user = UserDesk.insert(work, draft, hash);
        return Users.get(work, Tsid.parse(user.id()));
    }

    /** Writes down that the issuer's subject is this user from now on. */
    public void bound(Work work, UserRow row, String issuer) {
        Trail.bound(work, row, issuer);
    }
}
