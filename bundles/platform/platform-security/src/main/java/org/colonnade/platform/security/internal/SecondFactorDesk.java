package org.colonnade.platform.security.internal;

import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.problem.Conflict;
import org.colonnade.platform.api.problem.NotFound;
import org.colonnade.platform.api.problem.Unauthenticated;
import org.colonnade.platform.api.problem.Unavailable;
import org.colonnade.platform.api.security.Vault;
import org.colonnade.platform.api.store.Tx;
import org.colonnade.platform.api.store.Work;
import org.colonnade.platform.security.internal.domain.Base32;
import org.colonnade.platform.security.internal.domain.RecoveryCode;
import org.colonnade.platform.security.internal.domain.Totp;
import org.colonnade.platform.security.internal.store.SecondFactors;
import org.colonnade.platform.security.internal.store.SecondFactors.Factor;
import org.colonnade.platform.security.internal.store.Tokens;
import org.colonnade.platform.security.internal.store.UserRow;
import org.colonnade.platform.security.internal.store.Users;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Second factors of accounts: codes of an authenticator app, and recovery codes for who has lost it. */
@Component(service = SecondFactorDesk.class)
public final class SecondFactorDesk {

    private static final int LONGEST_CODE = 64;

    private final SecureRandom random = new SecureRandom();
    private final Tx tx;
    private final Vault vault;
    private final UserDesk users;
    private final Doorkeeper doorkeeper;
    private final SecuritySettings settings;
    private final Clock clock;

    @Activate
    public SecondFactorDesk(
            @Reference(target = "(module=security)") Tx tx,
            @Reference Vault vault,
            @Reference UserDesk users,
            @Reference Doorkeeper doorkeeper,
            @Reference SecuritySettings settings) {
        this(tx, vault, users, doorkeeper, settings, Clock.systemUTC());
    }

    SecondFactorDesk(
            Tx tx, Vault vault, UserDesk users, Doorkeeper doorkeeper, SecuritySettings settings, Clock clock) {
        this.tx = tx;
        this.vault = vault;
        this.users = users;
        this.doorkeeper = doorkeeper;
        this.settings = settings;
        this.clock = clock;
    }

    /** How the caller's own stands. */
    public SecondFactorView mine(Actor actor) {
        long id = Oneself.id(actor);
        return tx.read(work -> view(work, Users.get(work, id)));
    }

    /** How a user's stands. {@code platform.user.not-found}. */
    public SecondFactorView of(String user) {
        return tx.read(work -> view(work, Users.get(work, user)));
    }

    private SecondFactorView view(Work work, UserRow user) throws SQLException {
        Optional<Factor> factor = SecondFactors.find(work, user.id());
        return new SecondFactorView(
                factor.map(one -> one.confirmed() ? "confirmed" : "pending").orElse("none"),
                factor.map(Factor::confirmedAt).orElse(null),
                factor.map(Factor::codes).orElse(0),
                needs(user.roles()));
    }

    /** Whether who has these roles needs one. */
    boolean needs(Set<String> roles) {
        return roles.stream().anyMatch(settings.now().secondFactorRoles()::contains);
    }

    /**
     * Begins: a new secret, which counts for nothing before a first code of it was shown.
     *
     * @throws Conflict {@code platform.second-factor.present}
     * @throws Unavailable {@code platform.vault.key}
     */
    NewSecondFactor begin(long user) {
        byte[] secret = Totp.draw(random);
        return tx.write(work -> {
            Users.queueUp(work);
            UserRow row = Users.get(work, user);
            if (SecondFactors.confirmed(work, user)) {
                throw new Conflict(
                        "platform.second-factor.present", "You have a second factor already; remove it first.");
            }
            SecondFactors.add(work, user, vault.seal(place(user), secret));
            return new NewSecondFactor(Base32.encode(secret), Totp.uri(secret, row.name(), ""));
        });
    }

    /**
     * Confirms with a first code: from now on every sign-in needs one, and all other sign-ins end.
     *
     * @param spared the fingerprint of the token of this request; it carries everything from now on
     * @return the recovery codes, or nothing if the code is not right
     * @throws NotFound {@code platform.second-factor.not-found}
     */
    Optional<List<String>> confirm(long user, String code, String spared) {
        List<String> codes = RecoveryCode.draw(random);
        boolean right = tx.write(work -> {
            Users.queueUp(work);
            UserRow row = Users.get(work, user);
            Factor factor = SecondFactors.find(work, user)
                    .filter(one -> !one.confirmed())
                    .orElseThrow(() -> NotFound.of("platform", "second-factor", row.name()));
            OptionalLong step = Totp.matching(vault.open(place(user), factor.sealed()), text(code), clock.instant());
            if (step.isEmpty() || !SecondFactors.confirm(work, user, step.getAsLong())) {
                return false;
            }
            SecondFactors.codes(work, user, fingerprints(codes));
            Tokens.endSignInsBut(work, user, spared);
            Tokens.widen(work, spared);
            Trail.user(work, "second-factor-added", row, null);
            return true;
        });
        doorkeeper.forgetAll();
        return right ? Optional.of(codes) : Optional.empty();
    }

    /** What came of a look at a code. */
    enum Look {
        /** The user has no second factor. */
        NOT_NEEDED,
        RIGHT,
        MISSING,
        WRONG
    }

    /** Looks at the code of a sign-in and uses it up: neither it nor an older one opens anything again, on no node. */
    Look look(long user, String code) {
        Optional<Factor> factor =
                tx.read(work -> SecondFactors.find(work, user)).filter(Factor::confirmed);
        if (factor.isEmpty()) {
            return Look.NOT_NEEDED;
        }
        if (code == null || code.isBlank()) {
            return Look.MISSING;
        }
        return tx.write(work -> used(work, user, factor.get(), text(code))) ? Look.RIGHT : Look.WRONG;
    }

    private boolean used(Work work, long user, Factor factor, String code) throws SQLException {
        if (RecoveryCode.fits(code)) {
            boolean spent = SecondFactors.spend(work, user, RecoveryCode.fingerprint(code));
            if (spent) {
                Trail.user(work, "recovery-code-used", Users.get(work, user), null);
            }
            return spent;
        }
        if (!Totp.fits(code)) {
            return false;
        }
        OptionalLong step = Totp.matching(vault.open(place(user), factor.sealed()), code, clock.instant());
        return step.isPresent() && SecondFactors.used(work, user, step.getAsLong());
    }

    /** New recovery codes for who has just shown a code; those that are left end. */
    List<String> renew(long user) {
        List<String> codes = RecoveryCode.draw(random);
        tx.write(work -> {
            SecondFactors.codes(work, user, fingerprints(codes));
            Trail.user(work, "recovery-codes-renewed", Users.get(work, user), null);
            return user;
        });
        return codes;
    }

    /**
     * Takes it away from who has just shown a code.
     *
     * @throws Conflict {@code platform.second-factor.short-password}
     */
    void remove(long user) {
        tx.write(work -> {
            Users.queueUp(work);
            remove(work, Users.get(work, user), "second-factor-removed");
            return user;
        });
        doorkeeper.forgetAll();
    }

    /**
     * Takes it away from somebody who has lost it, and may do no more than the actor; all tokens end.
     *
     * @throws NotFound {@code platform.user.not-found}, {@code platform.second-factor.not-found}
     * @throws Conflict {@code platform.second-factor.short-password}
     */
    public void reset(Actor actor, String user) {
        tx.write(work -> {
            Users.queueUp(work);
            UserRow row = Users.get(work, users.touchable(work, actor, user));
            remove(work, row, "second-factor-reset");
            Tokens.endAll(work, row.id());
            return row.id();
        });
        doorkeeper.forgetAll();
    }

    private static void remove(Work work, UserRow row, String action) throws SQLException {
        Factor factor = SecondFactors.find(work, row.id())
                .orElseThrow(() -> NotFound.of("platform", "second-factor", row.name()));
        if (factor.shortPassword()) {
            throw new Conflict(
                    "platform.second-factor.short-password",
                    "The password is so short that it is only good with a second factor; set a longer one first.");
        }
        SecondFactors.remove(work, row.id());
        Trail.user(work, action, row, null);
    }

    private static List<String> fingerprints(List<String> codes) {
        return codes.stream().map(RecoveryCode::fingerprint).toList();
    }

    /** For what a secret is sealed; as in the first release, whose secrets are still there. */
    private static String place(long user) {
        return "user " + user;
    }

    private static String text(String code) {
        return code == null || code.length() > LONGEST_CODE ? "" : code.strip();
    }

    /** For those who know the user by its password but not by a code. */
    static Unauthenticated required() {
        return new Unauthenticated(
                "platform.second-factor.required",
                "The password is right; send the code of your authenticator app, or a recovery code, along as 'code'.");
    }
}
