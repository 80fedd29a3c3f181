package org.colonnade.platform.security.internal.oidc;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keys of an issuer, kept. They are fetched anew when they are not fresh any more and when a key is asked for that is not among them;
 * one thread fetches, and at most once in half a minute, however many ask and whatever they ask for. While the issuer is away, those that
 * are there go on.
 */
final class KeySet implements JWKSource<SecurityContext> {

    static final Duration BETWEEN = Duration.ofSeconds(30);
    private static final Logger LOG = LoggerFactory.getLogger(KeySet.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Fetch fetch;
    private final Duration fresh;
    private final Duration good;
    private final LongSupplier nanos;
    private final ReentrantLock fetching = new ReentrantLock();
    private volatile Held held;
    private volatile long triedAt;

    /**
     * @param fresh after which it is fetched anew
     * @param good for which it is used while nothing newer comes
     * @param nanos a clock that only goes forward, such as {@link System#nanoTime}
     */
    KeySet(Fetch fetch, Duration fresh, Duration good, LongSupplier nanos) {
        this.fetch = fetch;
        this.fresh = fresh;
        this.good = good;
        this.nanos = nanos;
        this.triedAt = nanos.getAsLong() - BETWEEN.toNanos();
    }

    @Override
    public List<JWK> get(JWKSelector wanted, SecurityContext none) throws KeySourceException {
        Held now = held;
        if (now == null || age(now.at) > fresh.toNanos()) {
            refresh(now == null);
            now = held;
        }
        List<JWK> found = now == null ? List.of() : wanted.select(now.keys);
        if (found.isEmpty() && now != null && refresh(true)) {
            now = held;
            found = wanted.select(now.keys);
        }
        if (now == null || age(now.at) > good.toNanos()) {
            throw new KeySourceException("The keys of the issuer cannot be had");
        }
        return found;
    }

    /**
     * Fetches, if nobody has tried a moment ago.
     *
     * @param wait whether to wait for who is fetching already; otherwise what is there will do
     * @return whether there may be others now
     */
    private boolean refresh(boolean wait) {
        Held before = held;
        if (age(triedAt) < BETWEEN.toNanos() && !(wait && fetching.isLocked()) || !locked(wait)) {
            return false;
        }
        try {
            if (held == before && age(triedAt) >= BETWEEN.toNanos()) {
                triedAt = nanos.getAsLong();
                held = new Held(fetch.fetch(), nanos.getAsLong());
            }
        } catch (IOException away) {
            LOG.warn("The keys of the issuer cannot be fetched from {}: {}", fetch, away.getMessage());
        } finally {
            fetching.unlock();
        }
        return held != before;
    }

    private boolean locked(boolean wait) {
        try {
            return wait ? fetching.tryLock(PATIENCE.toNanos(), TimeUnit.NANOSECONDS) : fetching.tryLock();
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private long age(long at) {
        return nanos.getAsLong() - at;
    }

    private record Held(JWKSet keys, long at) {}

    /** Where they come from. */
    @FunctionalInterface
    interface Fetch {
        JWKSet fetch() throws IOException;
    }
}
