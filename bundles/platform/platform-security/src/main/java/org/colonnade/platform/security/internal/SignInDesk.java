package org.colonnade.platform.security.internal;

import java.time.Clock;
import java.util.Optional;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.problem.Rejected;
import org.colonnade.platform.api.problem.TooMany;
import org.colonnade.platform.api.problem.Unauthenticated;
import org.colonnade.platform.api.problem.Unavailable;
import org.colonnade.platform.api.security.event.UserPasswordChanged;
import org.colonnade.platform.api.store.Tx;
import org.colonnade.platform.api.store.Work;
import org.colonnade.platform.security.internal.domain.ClientAddress;
import org.colonnade.platform.security.internal.domain.PasswordRule;
import org.colonnade.platform.security.internal.domain.SignInBrake;
import org.colonnade.platform.security.internal.domain.SignInName;
import org.colonnade.platform.security.internal.hash.PasswordHashing;
import org.colonnade.platform.security.internal.store.Tokens;
import org.colonnade.platform.security.internal.store.UserRow;
import org.colonnade.platform.security.internal.store.Users;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets people in by name and password. Whether the name is unknown, the password wrong or the user locked out: the answer is the same,
 * costs the same hash, and is logged once with its true reason.
 */
@Component(service = SignInDesk.class)
public final class SignInDesk {

    private static final Logger LOG = LoggerFactory.getLogger(SignInDesk.class);

    /** Longer than any password that was ever taken; more is not even looked at. */
    private static final int BEYOND_ANY = 4096;

    private final Tx tx;
    private final PasswordHashing hashing;
    private final Passwords passwords;
    private final TokenDesk tokens;
    private final Doorkeeper doorkeeper;
    private final SecuritySettings settings;
    private final SignInBrake brake;

    @Activate
    public SignInDesk(
            @Reference(target = "(module=security)") Tx tx,
            @Reference PasswordHashing hashing,
            @Reference Passwords passwords,
            @Reference TokenDesk tokens,
            @Reference Doorkeeper doorkeeper,
            @Reference SecuritySettings settings) {
        this(tx, hashing, passwords, tokens, doorkeeper, settings, Clock.systemUTC());
    }

    SignInDesk(
            Tx tx,
            PasswordHashing hashing,
            Passwords passwords,
            TokenDesk tokens,
            Doorkeeper doorkeeper,
            SecuritySettings settings,
            Clock clock) {
        this.tx = tx;
        this.hashing = hashing;
        this.passwords = passwords;
        this.tokens = tokens;
        this.doorkeeper = doorkeeper;
        this.settings = settings;
        this.brake = new SignInBrake(clock, () -> settings.now().tries());
    }

    /**
     * Signs in.
     *
     * @param remote the caller's address
     * @throws Unauthenticated {@code platform.sign-in.refused}
     * @throws TooMany {@code platform.sign-in.too-many}
     * @throws Unavailable {@code platform.sign-in.busy}
     */
    public SignedIn signIn(String name, String password, String remote) {
        Known known = recognised(name, password, remote);
        return tx.write(work -> {
            UserRow row = Users.get(work, known.id());
            if (!row.enabled() || !row.passwordHash().equals(known.hash())) {
                throw refused(); // changed since it was compared
            }
            if (known.betterHash() != null) {
                row.passwordHash(known.betterHash());
            }
            return tokens.signIn(work, row.view());
        });
    }

    /**
     * Sets the caller's own password; all its tokens but the present one end.
     *
     * @param token with which the caller came
     * @throws Rejected {@code platform.password.refused}, {@code platform.token.sign-in-needed}
     */
    public void changeOwn(Actor actor, String token, String present, String next, String remote) {
        long id = Oneself.id(actor);
        String spared = tokens.signInFingerprint(token);
        UserRow user = tx.read(work -> Users.get(work, id));
        Known known = recognised(user.name(), present, remote);
        String hash = passwords.taken("next", next, user.name(), user.displayName());
        tx.write(work -> {
            changeOwn(work, Users.get(work, id), known, hash, spared);
            return id;
        });
        doorkeeper.forgetAll();
    }

    private static void changeOwn(Work work, UserRow row, Known known, String hash, String spared) {
        if (!row.passwordHash().equals(known.hash())) {
            throw refused();
        }
        row.passwordHash(hash);
        Users.flush(work);
        Trail.user(work, "password-changed", row, Trail.text(row));
        Tokens.endOthers(work, row.id(), spared);
        work.publish(new UserPasswordChanged(row.ref(), false));
    }

    /** The user, if name and password are right and it is let in. */
    private Known recognised(String name, String password, String remote) {
        String account = SignInName.fits(name) ? SignInName.key(name) : "";
        String address = ClientAddress.of(remote);
        try (SignInBrake.Try one = brake.begin(account, address, settings.now().hashingPatience())) {
            if (!one.due().isZero()) {
                log(account, address, "too many wrong tries");
                throw new TooMany(
                        "platform.sign-in.too-many",
                        "Too many wrong tries; wait before the next one.",
                        one.due().plusSeconds(1));
            }
            Optional<UserRow> user = tx.read(work -> Users.find(work, account));
            boolean right = compared(user, password);
            if (user.isPresent() && right && user.get().enabled()) {
                one.right();
                return known(user.get(), PasswordRule.normalised(password));
            }
            one.wrong();
            log(account, address, user.isEmpty() ? "no such user" : right ? "user is disabled" : "wrong password");
            throw refused();
        }
    }

    private boolean compared(Optional<UserRow> user, String password) {
        String normalised = password == null || password.length() > BEYOND_ANY ? "" : PasswordRule.normalised(password);
        if (user.isPresent()) {
            return hashing.matches(normalised, user.get().passwordHash());
        }
        hashing.pretend(normalised);
        return false;
    }

    private Known known(UserRow user, String password) {
        boolean outdated = hashing.isOutdated(user.passwordHash());
        return new Known(user.id(), user.passwordHash(), outdated ? hashing.hash(password) : null);
    }

    private static Unauthenticated refused() {
        return new Unauthenticated("platform.sign-in.refused", "Name or password are not right.");
    }

    /** Names that cannot be names are not repeated: they may be anything, even a password typed into the wrong field. */
    private static void log(String account, String address, String why) {
        LOG.info("Sign-in refused: {} (name {}, from {})", why, account.isEmpty() ? "malformed" : account, address);
    }

    /**
     * Whoever knew the password.
     *
     * @param hash that was compared
     * @param betterHash of the same password at today's cost, or null
     */
    private record Known(long id, String hash, String betterHash) {}
}
