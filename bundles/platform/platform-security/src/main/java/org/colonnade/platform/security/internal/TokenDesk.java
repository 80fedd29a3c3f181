package org.colonnade.platform.security.internal;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Fields;
import org.colonnade.platform.api.Tsid;
import org.colonnade.platform.api.problem.NotFound;
import org.colonnade.platform.api.problem.Rejected;
import org.colonnade.platform.api.security.Accounts;
import org.colonnade.platform.api.store.Tx;
import org.colonnade.platform.api.store.Work;
import org.colonnade.platform.security.internal.domain.BearerToken;
import org.colonnade.platform.security.internal.store.TokenKind;
import org.colonnade.platform.security.internal.store.TokenRow;
import org.colonnade.platform.security.internal.store.Tokens;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Hands out tokens and ends them. */
@Component(service = TokenDesk.class)
public final class TokenDesk {

    private final SecureRandom random = new SecureRandom();
    private final Tx tx;
    private final UserDesk users;
    private final Doorkeeper doorkeeper;
    private final SecuritySettings settings;

    @Activate
    public TokenDesk(
            @Reference(target = "(module=security)") Tx tx,
            @Reference UserDesk users,
            @Reference Doorkeeper doorkeeper,
            @Reference SecuritySettings settings) {
        this.tx = tx;
        this.users = users;
        this.doorkeeper = doorkeeper;
        this.settings = settings;
    }

    /**
     * A token for somebody who has just shown who they are; clears away what has run out and ends the oldest beyond the limit.
     *
     * @param lacking whether a second factor is needed first: the token carries nothing
     */
    SignedIn signIn(Work work, Accounts.User user, boolean lacking) {
        long owner = Tsid.parse(user.id());
        Tokens.endExpired(work, owner, work.now());
        List<TokenRow> before = Tokens.ofKind(work, owner, TokenKind.SIGN_IN);
        int tooMany = before.size() + 1 - settings.now().tokensPerUser();
        before.stream().limit(Math.max(0, tooMany)).forEach(oldest -> Tokens.end(work, oldest));
        String secret = BearerToken.draw(random);
        Instant expiresAt = work.now().plus(settings.now().signInLife());
        TokenRow row = new TokenRow(
                work.newId(),
                owner,
                TokenKind.SIGN_IN,
                "sign-in",
                BearerToken.fingerprint(secret),
                lacking ? Set.of() : null,
                work.now(),
                expiresAt);
        Tokens.insert(work, row);
        Trail.visit(work, "signed-in", owner, row.id());
        return new SignedIn(secret, expiresAt, user, lacking ? "enrol" : null);
    }

    /** Ends the token that the caller came with. */
    public void signOut(String token) {
        tx.write(work -> {
            Tokens.bySecret(work, BearerToken.fingerprint(token)).ifPresent(row -> {
                Tokens.end(work, row);
                Trail.visit(work, "signed-out", row.userId(), row.id());
            });
            return token;
        });
        doorkeeper.forgetAll();
    }

    /**
     * Makes an API token for the caller. Only with the token of a sign-in: what an API token made would outlive its revocation.
     *
     * @throws Rejected {@code platform.token.invalid}, {@code platform.token.sign-in-needed}, {@code platform.token.too-many}
     */
    public NewToken add(Actor actor, String present, TokenWish wish) {
        Oneself.id(actor);
        checked(actor, wish);
        requireSignIn(present);
        String secret = BearerToken.draw(random);
        return tx.write(work -> insert(work, owner(actor), wish, secret));
    }

    public List<TokenView> mine(Actor actor) {
        return tx.read(work -> Tokens.of(work, owner(actor)));
    }

    /** Ends one of the caller's own tokens. {@code platform.token.not-found}. */
    public void endMine(Actor actor, String id) {
        tx.write(work -> end(work, owner(actor), id));
        doorkeeper.forgetAll();
    }

    public List<TokenView> of(String user) {
        long owner = Tsid.parse(users.get(user).id());
        return tx.read(work -> Tokens.of(work, owner));
    }

    /** Ends a token of somebody who may not do more than the actor. {@code platform.token.not-found}. */
    public void end(Actor actor, String user, String id) {
        tx.write(work -> end(work, users.touchable(work, actor, user), id));
        doorkeeper.forgetAll();
    }

    /** Ends all tokens of the caller but the present one, API tokens and those of issuers too. */
    public void endOthers(Actor actor, String present) {
        long user = Oneself.id(actor);
        tx.write(work -> {
            Tokens.endOthers(work, user, BearerToken.fingerprint(present));
            Trail.allRevoked(work, user);
            return user;
        });
        doorkeeper.forgetAll();
    }

    /** Ends all tokens of somebody who may not do more than the actor. {@code platform.user.not-found}. */
    public void endAll(Actor actor, String user) {
        tx.write(work -> {
            long owner = users.touchable(work, actor, user);
            Tokens.endAll(work, owner);
            Trail.allRevoked(work, owner);
            return owner;
        });
        doorkeeper.forgetAll();
    }

    /**
     * Lets only a whole sign-in go on: one that still needs a second factor would otherwise make what needs none.
     *
     * @throws Rejected {@code platform.token.sign-in-needed} if the token is not a sign-in's, {@code platform.second-factor.enrol}
     */
    public void requireSignIn(String token) {
        String fingerprint = signInFingerprint(token);
        boolean whole = tx.read(work -> Tokens.bySecret(work, fingerprint)
                .filter(row -> row.view().permissions() == null)
                .isPresent());
        if (!whole) {
            throw new Rejected("platform.second-factor.enrol", "Your role needs a second factor; set one up first.");
        }
    }

    /**
     * The fingerprint of a sign-in's token.
     *
     * @throws Rejected {@code platform.token.sign-in-needed} if it is an API token's
     */
    String signInFingerprint(String token) {
        String fingerprint = BearerToken.fingerprint(token);
        boolean signIn = tx.read(work -> Tokens.bySecret(work, fingerprint)
                .filter(row -> row.kind() == TokenKind.SIGN_IN)
                .isPresent());
        if (!signIn) {
            throw new Rejected(
                    "platform.token.sign-in-needed", "An API token cannot do this; sign in with name and password.");
        }
        return fingerprint;
    }

    private NewToken insert(Work work, long owner, TokenWish wish, String secret) {
        Tokens.endExpired(work, owner, work.now());
        if (Tokens.ofKind(work, owner, TokenKind.API).size() >= settings.now().tokensPerUser()) {
            throw new Rejected(
                    "platform.token.too-many", "You have as many API tokens as a user may have; end one first.");
        }
        Instant expiresAt = work.now().plus(Duration.ofDays(wish.days()));
        TokenRow row = Tokens.insert(
                work,
                new TokenRow(
                        work.newId(),
                        owner,
                        TokenKind.API,
                        wish.name().strip(),
                        BearerToken.fingerprint(secret),
                        wish.permissions(),
                        work.now(),
                        expiresAt));
        Trail.created(work, row);
        TokenView view = row.view();
        return new NewToken(view.id(), view.name(), secret, view.createdAt(), view.expiresAt(), view.permissions());
    }

    private void checked(Actor actor, TokenWish wish) {
        Fields fields = new Fields().required("name", wish.name(), 200);
        int most = settings.now().apiTokenDays();
        if (wish.days() == null || wish.days() < 1 || wish.days() > most) {
            fields.wrong("days", "is a number from 1 to " + most);
        }
        Set<String> notHeld = new TreeSet<>();
        if (wish.permissions() != null) {
            wish.permissions().stream()
                    .filter(one -> one == null || !actor.may(one))
                    .map(String::valueOf)
                    .forEach(notHeld::add);
            if (wish.permissions().stream().anyMatch(one -> one != null && !one.matches("[a-z0-9.-]{1,200}"))) {
                fields.wrong("permissions", "holds something that is no permission's name");
            }
        }
        if (!notHeld.isEmpty()) {
            fields.wrong("permissions", "holds what you do not have yourself: " + String.join(", ", notHeld));
        }
        fields.orReject("platform.token.invalid");
    }

    private static long end(Work work, long owner, String id) {
        TokenRow row = Tokens.find(work, Tsid.parse(id))
                .filter(one -> one.userId() == owner)
                .orElseThrow(() -> NotFound.of("platform", "token", id));
        Tokens.end(work, row);
        Trail.revoked(work, row);
        return row.id();
    }

    private static long owner(Actor actor) {
        return Tsid.parse(actor.ref().id());
    }
}
