package org.colonnade.platform.security.internal;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.Tsid;
import org.colonnade.platform.api.problem.Forbidden;
import org.colonnade.platform.api.problem.Unauthenticated;
import org.colonnade.platform.api.security.Gatekeeper;
import org.colonnade.platform.api.store.Tx;
import org.colonnade.platform.api.store.Work;
import org.colonnade.platform.security.internal.domain.BearerToken;
import org.colonnade.platform.security.internal.domain.Lending;
import org.colonnade.platform.security.internal.domain.SignInName;
import org.colonnade.platform.security.internal.oidc.ForeignTokens;
import org.colonnade.platform.security.internal.store.Identities;
import org.colonnade.platform.security.internal.store.Identity;
import org.colonnade.platform.security.internal.store.SubstituteRows;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Knows callers by their tokens. */
@Component(service = {Gatekeeper.class, Doorkeeper.class})
public final class Doorkeeper implements Gatekeeper {

    private final Tx tx;
    private final SecuritySettings settings;
    private final PermissionCatalogue catalogue;
    private final ForeignTokens foreign;
    private final Clock clock;
    private final KnownTokens known;

    @Activate
    public Doorkeeper(
            @Reference(target = "(module=security)") Tx tx,
            @Reference SecuritySettings settings,
            @Reference PermissionCatalogue catalogue,
            @Reference ForeignTokens foreign) {
        this(tx, settings, catalogue, foreign, Clock.systemUTC(), System::nanoTime);
    }

    Doorkeeper(
            Tx tx,
            SecuritySettings settings,
            PermissionCatalogue catalogue,
            ForeignTokens foreign,
            Clock clock,
            LongSupplier nanos) {
        this.tx = tx;
        this.settings = settings;
        this.catalogue = catalogue;
        this.foreign = foreign;
        this.clock = clock;
        this.known = new KnownTokens(() -> settings.now().tokenMemory(), nanos);
    }

    @Override
    public Actor identify(String token) {
        return recognised(token, clock.instant()).actor();
    }

    @Override
    public Actor identify(String token, String principal) {
        Instant now = clock.instant();
        Identity self = recognised(token, now);
        String key = SignInName.fits(principal) ? SignInName.key(principal) : "";
        return known.get(BearerToken.fingerprint(token) + ' ' + key, () -> acting(self, key, now))
                .filter(identity -> identity.expiresAt().isAfter(now))
                .orElseThrow(() -> new Forbidden("platform.substitute.none", "You do not stand in for this user now."))
                .actor();
    }

    private Identity recognised(String token, Instant now) {
        return behind(token, now)
                .filter(identity -> identity.expiresAt().isAfter(now))
                .orElseThrow(() -> new Unauthenticated(
                        "platform.token.unknown",
                        "The token is unknown, has run out or was revoked; sign in to get a new one."));
    }

    private Optional<Identity> acting(Identity self, String principalKey, Instant now) {
        return tx.read(work -> {
            Optional<SubstituteRows.Row> lent =
                    SubstituteRows.acting(work, Tsid.parse(self.actor().ref().id()), principalKey, now);
            return lent.isEmpty() ? Optional.empty() : acting(work, self, lent.get());
        });
    }

    /** What a user may do for another, whatever token it comes with; empty if one of the two is not let in. */
    Optional<Actor> acting(Work work, SubstituteRows.Row lent) throws SQLException {
        Optional<Actor> self = Identities.account(work, lent.substituteId());
        Optional<Actor> principal = self.isEmpty() ? self : Identities.account(work, lent.principalId());
        return principal.map(one -> Lending.acting(self.get(), one, lent.is().permissions(), null, catalogue.names()));
    }

    private Optional<Identity> acting(Work work, Identity self, SubstituteRows.Row lent) throws SQLException {
        return Identities.account(work, lent.principalId())
                .map(principal -> self.acting(
                        Lending.acting(
                                self.actor(), principal, lent.is().permissions(), self.narrowedTo(), catalogue.names()),
                        lent.is().until()));
    }

    @Override
    public Optional<Actor> account(Ref account) {
        boolean user = account.module().equals("platform") && account.type().equals("user");
        return user ? tx.read(work -> Identities.account(work, Tsid.parse(account.id()))) : Optional.empty();
    }

    /** To be called after each change of users, roles and tokens, before it is answered. */
    public void forgetAll() {
        tx.afterCommit(known::forgetAll);
    }

    private Optional<Identity> behind(String token, Instant now) {
        if (foreign.mayJudge(token)) {
            return known.get(BearerToken.fingerprint(token), () -> foreign.behind(token));
        }
        return BearerToken.fits(token)
                ? known.get(BearerToken.fingerprint(token), () -> ask(BearerToken.fingerprint(token), now))
                : Optional.empty();
    }

    private Optional<Identity> ask(String fingerprint, Instant now) {
        Optional<Identity> identity = tx.read(work -> Identities.behind(work, fingerprint, now));
        identity.filter(one -> isNoteDue(one, now)).ifPresent(one -> note(one.tokenId(), now));
        return identity;
    }

    /** One write in a few minutes tells an owner enough; one a request would make every read a write. */
    private boolean isNoteDue(Identity identity, Instant now) {
        return identity.lastUsedAt() == null
                || identity.lastUsedAt().plus(settings.now().lastUsedEvery()).isBefore(now);
    }

    private void note(long token, Instant now) {
        tx.write(work -> {
            Identities.used(work, token, now.truncatedTo(ChronoUnit.MICROS));
            return token;
        });
    }
}
