package org.colonnade.platform.security.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.Tsid;
import org.colonnade.platform.api.problem.Unauthenticated;
import org.colonnade.platform.api.security.Gatekeeper;
import org.colonnade.platform.api.store.Tx;
import org.colonnade.platform.security.internal.domain.BearerToken;
import org.colonnade.platform.security.internal.store.Identities;
import org.colonnade.platform.security.internal.store.Identity;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Knows callers by their tokens. */
@Component(service = {Gatekeeper.class, Doorkeeper.class})
public final class Doorkeeper implements Gatekeeper {

    private final Tx tx;
    private final SecuritySettings settings;
    private final Clock clock;
    private final KnownTokens known;

    @Activate
    public Doorkeeper(@Reference(target = "(module=security)") Tx tx, @Reference SecuritySettings settings) {
        this(tx, settings, Clock.systemUTC(), System::nanoTime);
    }

    Doorkeeper(Tx tx, SecuritySettings settings, Clock clock, LongSupplier nanos) {
        this.tx = tx;
        this.settings = settings;
        this.clock = clock;
        this.known = new KnownTokens(() -> settings.now().tokenMemory(), nanos);
    }

    @Override
    public Actor identify(String token) {
        Instant now = clock.instant();
        return behind(token, now)
                .filter(identity -> identity.expiresAt().isAfter(now))
                .orElseThrow(() -> new Unauthenticated(
                        "platform.token.unknown",
                        "The token is unknown, has run out or was revoked; sign in to get a new one."))
                .actor();
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
