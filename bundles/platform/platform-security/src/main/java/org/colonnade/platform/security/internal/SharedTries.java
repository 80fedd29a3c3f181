package org.colonnade.platform.security.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import org.colonnade.platform.api.Caller;
import org.colonnade.platform.api.problem.Unavailable;
import org.colonnade.platform.api.store.Tx;
import org.colonnade.platform.security.internal.domain.WrongTries;
import org.colonnade.platform.security.internal.store.WrongTryRows;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * Wrong tries in the database of all nodes. They are written by a thread of its own: a request with an {@code Idempotency-Key} runs in one
 * transaction, and what it is refused for is rolled back with it, but what it has tried has to stay.
 */
@Component(service = SharedTries.class)
public final class SharedTries implements WrongTries, AutoCloseable {

    /** Far more than there are under attack, since each is forgotten with its pause. */
    private static final int MOST = 100_000;

    private static final Duration BETWEEN_SWEEPS = Duration.ofMinutes(1);

    private final Tx tx;
    private final Clock clock;
    private final ExecutorService writer = Executors.newSingleThreadExecutor(SharedTries::thread);
    private Instant swept = Instant.EPOCH;

    @Activate
    public SharedTries(@Reference(target = "(module=security)") Tx tx) {
        this(tx, Clock.systemUTC());
    }

    SharedTries(Tx tx, Clock clock) {
        this.tx = tx;
        this.clock = clock;
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "colonnade-wrong-tries");
        thread.setDaemon(true);
        return thread;
    }

    @Deactivate
    @Override
    public void close() {
        writer.shutdown();
    }

    @Override
    public Map<String, Mark> look(Collection<String> keys) {
        Map<String, String> names = new HashMap<>();
        keys.forEach(key -> names.put(fingerprint(key), key));
        Map<String, Mark> found = new HashMap<>();
        tx.read(work -> WrongTryRows.look(work, List.copyOf(names.keySet())))
                .forEach((fingerprint, mark) -> found.put(names.get(fingerprint), mark));
        return found;
    }

    @Override
    public void charge(Map<String, Duration> prices, Instant now) {
        Map<String, Duration> sorted = new TreeMap<>();
        prices.forEach((key, price) -> sorted.put(fingerprint(key), price));
        apart(work -> {
            WrongTryRows.charge(work, sorted, now);
            return sorted.size();
        });
    }

    @Override
    public void settle(String key, Mark mark) {
        String fingerprint = fingerprint(key);
        apart(work -> {
            WrongTryRows.settle(work, fingerprint, mark);
            return fingerprint;
        });
    }

    private void apart(Tx.Body<?> body) {
        Caller caller = Caller.current();
        try {
            Future<?> written = writer.submit(() -> caller.call(() -> {
                sweep();
                return tx.write(body);
            }));
            written.get();
        } catch (ExecutionException failure) {
            throw failure.getCause() instanceof RuntimeException why ? why : new IllegalStateException(failure);
        } catch (RejectedExecutionException closed) {
            throw unwritten(closed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw unwritten(stopped);
        }
    }

    /** Before what is to be written, so that rows which nobody needs do not outlive the next try by more than a minute. */
    private void sweep() {
        Instant now = clock.instant();
        if (now.isBefore(swept) || !now.isBefore(swept.plus(BETWEEN_SWEEPS))) {
            swept = now;
            tx.write(work -> {
                WrongTryRows.sweep(work, now, MOST);
                return now;
            });
        }
    }

    private static Unavailable unwritten(Exception why) {
        return new Unavailable(
                "platform.sign-in.busy",
                "Too many sign-ins are being checked right now; try again in a moment.",
                Duration.ofSeconds(2),
                why);
    }

    private static String fingerprint(String key) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
