package org.colonnade.platform.security.internal;

import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
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
import org.colonnade.platform.security.internal.domain.WrongTries;
import org.colonnade.platform.security.internal.hash.PasswordHashing;
import org.colonnade.platform.security.internal.store.SecondFactors;
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
    private final SecondFactorDesk factors;
    private final SignInBrake brake;

    @Activate
    public SignInDesk(
            @Reference(target = "(module=security)") Tx tx,
            @Reference PasswordHashing hashing,
            @Reference Passwords passwords,
            @Reference TokenDesk tokens,
            @Reference Doorkeeper doorkeeper,
            @Reference SecuritySettings settings,
            @Reference SecondFactorDesk factors,
            @Reference SharedTries tries) {
        this(tx, hashing, passwords, tokens, doorkeeper, settings, factors, tries, Clock.systemUTC());
    }

    SignInDesk(
            Tx tx,
            PasswordHashing hashing,
            Passwords passwords,
            TokenDesk tokens,
            Doorkeeper doorkeeper,
            SecuritySettings settings,
            SecondFactorDesk factors,
            WrongTries tries,
            Clock clock) {
        this.tx = tx;
        this.hashing = hashing;
        this.passwords = passwords;
        this.tokens = tokens;
        this.doorkeeper = doorkeeper;
        this.settings = settings;
        this.factors = factors;
        this.brake = new SignInBrake(clock, () -> settings.now().tries(), tries);
    }

    /**
     * Signs in.
     *
     * @param code of the second factor; null without one
     * @param remote the caller's address
     * @throws Unauthenticated {@code platform.sign-in.refused}, {@code platform.second-factor.required}
     * @throws TooMany {@code platform.sign-in.too-many}
     * @throws Unavailable {@code platform.sign-in.busy}
     */
    public SignedIn signIn(String name, String password, String code, String remote) {
        Known known = recognised(name, password, remote, user -> factors.look(user.id(), code));
        return tx.write(work -> {
            UserRow row = Users.get(work, known.id());
            boolean factor = SecondFactors.confirmed(work, row.id());
            boolean shown = known.look() == SecondFactorDesk.Look.RIGHT;
            if (!row.enabled() || !row.passwordHash().equals(known.hash()) || factor && !shown) {
                throw refused(); // changed since it was compared
            }
            if (known.betterHash() != null) {
                row.passwordHash(known.betterHash());
            }
            return tokens.signIn(work, row.view(), !shown && factors.needs(row.roles()));
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
        Known known = recognised(user.name(), present, remote, any -> SecondFactorDesk.Look.NOT_NEEDED);
        boolean factor = tx.read(work -> SecondFactors.confirmed(work, id));
        String hash = passwords.taken("next", next, factor, user.name(), user.displayName());
        boolean isShort = PasswordRule.isShort(PasswordRule.normalised(next));
        tx.write(work -> {
            Users.queueUp(work);
            UserRow row = Users.get(work, id);
            UserDesk.fits(work, row, isShort);
            changeOwn(work, row, known, hash, spared);
            return id;
        });
        doorkeeper.forgetAll();
    }

    private static void changeOwn(Work work, UserRow row, Known known, String hash, String spared) throws SQLException {
        if (!row.passwordHash().equals(known.hash())) {
            throw refused();
        }
        row.passwordHash(hash);
        Users.flush(work);
        Trail.user(work, "password-changed", row, Trail.text(row));
        Tokens.endOthers(work, row.id(), spared);
        work.publish(new UserPasswordChanged(row.ref(), false));
    }

    /**
     * Begins with a second factor for the caller, who shows the password once more.
     *
     * @throws Unauthenticated {@code platform.sign-in.refused}
     */
    public NewSecondFactor beginFactor(Actor actor, String token, String password, String remote) {
        UserRow user = self(actor, token);
        recognised(user.name(), password, remote, any -> SecondFactorDesk.Look.NOT_NEEDED);
        return factors.begin(user.id());
    }

    /**
     * Confirms it with a first code.
     *
     * @throws Unauthenticated {@code platform.second-factor.refused}
     */
    public RecoveryCodes confirmFactor(Actor actor, String token, String code, String remote) {
        UserRow user = self(actor, token);
        String spared = tokens.signInFingerprint(token);
        return tried(user.nameKey(), remote, () -> factors.confirm(user.id(), code, spared))
                .map(RecoveryCodes::new)
                .orElseThrow(SignInDesk::noCode);
    }

    /** New recovery codes for who shows a code. {@code platform.second-factor.refused}. */
    public RecoveryCodes renewCodes(Actor actor, String token, String code, String remote) {
        UserRow user = shown(actor, token, code, remote);
        return new RecoveryCodes(factors.renew(user.id()));
    }

    /** Takes the second factor away from who shows a code. {@code platform.second-factor.refused}. */
    public void removeFactor(Actor actor, String token, String code, String remote) {
        factors.remove(shown(actor, token, code, remote).id());
    }

    private UserRow shown(Actor actor, String token, String code, String remote) {
        UserRow user = self(actor, token);
        return tried(
                        user.nameKey(),
                        remote,
                        () -> factors.look(user.id(), code) == SecondFactorDesk.Look.RIGHT
                                ? Optional.of(user)
                                : Optional.empty())
                .orElseThrow(SignInDesk::noCode);
    }

    private UserRow self(Actor actor, String token) {
        long id = Oneself.id(actor);
        tokens.signInFingerprint(token);
        return tx.read(work -> Users.get(work, id));
    }

    private static Unauthenticated noCode() {
        return new Unauthenticated("platform.second-factor.refused", "The code is not right, or was used already.");
    }

    /** A try that costs as a password does. */
    private <T> Optional<T> tried(String account, String remote, Supplier<Optional<T>> attempt) {
        String address = ClientAddress.of(remote);
        try (SignInBrake.Try one = brake.begin(account, address, settings.now().hashingPatience())) {
            notTooMany(one, account, address);
            Optional<T> found = attempt.get();
            if (found.isEmpty()) {
                one.wrong();
                log(account, address, "wrong code of the second factor");
            }
            return found;
        }
    }

    private static void notTooMany(SignInBrake.Try one, String account, String address) {
        if (!one.due().isZero()) {
            log(account, address, "too many wrong tries");
            throw new TooMany(
                    "platform.sign-in.too-many",
                    "Too many wrong tries; wait before the next one.",
                    one.due().plusSeconds(1));
        }
    }

    /** The user, if name, password and code are right and it is let in. */
    private Known recognised(
            String name, String password, String remote, Function<UserRow, SecondFactorDesk.Look> second) {
        String account = SignInName.fits(name) ? SignInName.key(name) : "";
        String address = ClientAddress.of(remote);
        try (SignInBrake.Try one = brake.begin(account, address, settings.now().hashingPatience())) {
            notTooMany(one, account, address);
            Optional<UserRow> user = tx.read(work -> Users.find(work, account));
            boolean right = compared(user, password);
            if (user.isPresent() && right && user.get().enabled()) {
                SecondFactorDesk.Look look = second.apply(user.get());
                if (look == SecondFactorDesk.Look.MISSING) {
                    throw SecondFactorDesk.required();
                }
                if (look != SecondFactorDesk.Look.WRONG) {
                    one.right();
                    return known(user.get(), PasswordRule.normalised(password), look);
                }
                one.wrong();
                log(account, address, "wrong code of the second factor");
                throw refused();
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

    private Known known(UserRow user, String password, SecondFactorDesk.Look look) {
        boolean outdated = hashing.isOutdated(user.passwordHash());
        return new Known(user.id(), user.passwordHash(), outdated ? hashing.hash(password) : null, look);
    }

    private static Unauthenticated refused() {
        return new Unauthenticated("platform.sign-in.refused", "Name, password or code are not right.");
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
     * @param look what came of the second factor
     */
    private record Known(long id, String hash, String betterHash, SecondFactorDesk.Look look) {}
}
