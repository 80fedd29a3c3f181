package org.colonnade.platform.security.internal;

import java.sql.SQLException;
import java.util.Set;
import org.colonnade.platform.api.problem.Conflict;
import org.colonnade.platform.api.problem.Unauthenticated;
import org.colonnade.platform.api.security.Accounts;
import org.colonnade.platform.api.security.Accounts.User;
import org.colonnade.platform.api.security.Accounts.UserDraft;
import org.colonnade.platform.api.store.Tx;
import org.colonnade.platform.api.store.Work;
import org.colonnade.platform.security.internal.store.Users;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the first administrator for whoever has the one-time secret. */
@Component(service = FirstAdministrator.class)
public final class FirstAdministrator {

    private static final Logger LOG = LoggerFactory.getLogger(FirstAdministrator.class);

    private final Tx tx;
    private final Passwords passwords;
    private final SetupSecret secret;
    private final Doorkeeper doorkeeper;

    @Activate
    public FirstAdministrator(
            @Reference(target = "(module=security)") Tx tx,
            @Reference Passwords passwords,
            @Reference SetupSecret secret,
            @Reference Doorkeeper doorkeeper) {
        this.tx = tx;
        this.passwords = passwords;
        this.secret = secret;
        this.doorkeeper = doorkeeper;
    }

    /** Whether there is no administrator who is let in. */
    public boolean missing() {
        return !tx.read(Users::anyAdministrator);
    }

    /** Where the secret lies. */
    public SetupSecret secret() {
        return secret;
    }

    /**
     * Makes the first administrator and spends the secret.
     *
     * @throws Conflict {@code platform.setup.done}
     * @throws Unauthenticated {@code platform.setup.secret}
     * @throws org.colonnade.platform.api.problem.Rejected {@code platform.user.invalid}, {@code platform.password.refused}
     */
    public User make(String given, String name, String password, String displayName) {
        tx.read(work -> mayGoOn(work, given));
        UserDraft draft = UserDesk.checked(new UserDraft(name, displayName, password, Set.of(Accounts.ADMINISTRATOR)));
        String hash = passwords.taken("password", password, name, displayName);
        User made = tx.write(work -> {
            Users.queueUp(work);
            mayGoOn(work, given);
            return UserDesk.insert(work, draft, hash);
        });
        doorkeeper.forgetAll();
        secret.discard();
        LOG.info("The first administrator is {}; the one-time secret is spent.", made.name());
        return made;
    }

    /** Looked at before the password is hashed, and once more where nobody can come in between. */
    private boolean mayGoOn(Work work, String given) throws SQLException {
        if (Users.anyAdministrator(work)) {
            secret.discard();
            throw new Conflict("platform.setup.done", "There is an administrator already; ask them, or sign in.");
        }
        if (!SetupSecret.opens(work, given)) {
            LOG.warn("Setup refused: wrong one-time secret");
            throw new Unauthenticated(
                    "platform.setup.secret",
                    "This is not the one-time secret; it lies in the data folder of the platform.");
        }
        return true;
    }
}
