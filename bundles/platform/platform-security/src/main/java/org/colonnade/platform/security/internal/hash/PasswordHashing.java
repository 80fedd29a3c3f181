package org.colonnade.platform.security.internal.hash;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.colonnade.platform.api.problem.Unavailable;
import org.colonnade.platform.security.internal.SecuritySettings;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Turns passwords into hashes and compares them. Each hash takes tens of megabytes and a good part of a second of one core, so only a few
 * run at once; the others wait for a moment, and beyond that are sent away: sign-ins can be slow, but cannot eat the memory of the rest.
 */
@Component(service = PasswordHashing.class)
public final class PasswordHashing {

    private static final Duration AGAIN = Duration.ofSeconds(2);
    private static final int WAITING_FOR_ONE = 8;

    private final SecureRandom random = new SecureRandom();
    private final SecuritySettings settings;
    private volatile Places places = new Places(0, new Semaphore(0));

    @Activate
    public PasswordHashing(@Reference SecuritySettings settings) {
        this.settings = settings;
    }

    /** @return the PHC string to store */
    public String hash(String normalised) {
        return inTurn(() -> Argon2Text.of(normalised, cost(), random).toString());
    }

    public boolean matches(String normalised, String phc) {
        return inTurn(() -> Argon2Text.parse(phc).matches(normalised));
    }

    /** Does the work of {@link #matches} for a user that does not exist, so that the time of the answer does not tell. */
    public void pretend(String normalised) {
        inTurn(() -> Argon2Text.of(normalised, cost(), random));
    }

    /** Whether the hash was made at another cost than today's. */
    public boolean isOutdated(String phc) {
        return !Argon2Text.parse(phc).cost().equals(cost());
    }

    private Argon2Cost cost() {
        return settings.now().cost();
    }

    private <T> T inTurn(Supplier<T> hashing) {
        Semaphore free = places().free();
        if (!entered(free)) {
            throw new Unavailable(
                    "platform.sign-in.busy",
                    "Too many passwords are being checked right now; try again in a moment.",
                    AGAIN);
        }
        try {
            return hashing.get();
        } finally {
            free.release();
        }
    }

    private boolean entered(Semaphore free) {
        if (free.getQueueLength() >= WAITING_FOR_ONE * settings.now().hashingAtOnce()) {
            return false;
        }
        try {
            return free.tryAcquire(settings.now().hashingPatience().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Places places() {
        int wanted = settings.now().hashingAtOnce();
        if (places.count != wanted) {
            synchronized (this) {
                if (places.count != wanted) {
                    places = new Places(wanted, new Semaphore(wanted, true));
                }
            }
        }
        return places;
    }

    private record Places(int count, Semaphore free) {}
}
