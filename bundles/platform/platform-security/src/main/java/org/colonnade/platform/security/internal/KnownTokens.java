package org.colonnade.platform.security.internal;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.colonnade.platform.security.internal.store.Identity;

/**
 * Remembers for a moment who stands behind a token, so that a busy client costs one query a second and not one a request.
 *
 * <p>It stays right on this node: whoever changes tokens, users or roles calls {@link #forgetAll} after the commit and before the change is
 * answered. What was looked up before that moment is not remembered, not even by a thread that began its query earlier and comes back
 * later: each answer carries the era in which its query began. On other nodes an entry ends by its age, measured from before its query
 * by a clock that nobody can set back; the configuration allows two seconds at most, so nothing revoked is let in for longer.
 */
final class KnownTokens {

    private static final int MOST = 10_000;

    private final Supplier<Duration> memory;
    private final LongSupplier nanos;
    private final Map<String, Entry> entries = new LinkedHashMap<>(256, 0.75f, true);
    private long era;

    /** @param nanos a clock that only goes forward, such as {@link System#nanoTime} */
    KnownTokens(Supplier<Duration> memory, LongSupplier nanos) {
        this.memory = memory;
        this.nanos = nanos;
    }

    /** Who stands behind the token, from memory or by asking. Nobody is never remembered. */
    Optional<Identity> get(String fingerprint, Supplier<Optional<Identity>> ask) {
        long began = nanos.getAsLong();
        long eraOfQuestion;
        synchronized (this) {
            Entry entry = entries.get(fingerprint);
            if (entry != null && began - entry.asked < memory.get().toNanos()) {
                return Optional.of(entry.identity);
            }
            eraOfQuestion = era;
        }
        Optional<Identity> answer = ask.get();
        answer.ifPresent(identity -> remember(fingerprint, new Entry(identity, began), eraOfQuestion));
        return answer;
    }

    /** Something changed: every token is looked up anew. */
    synchronized void forgetAll() {
        era++;
        entries.clear();
    }

    private synchronized void remember(String fingerprint, Entry entry, long eraOfQuestion) {
        if (era == eraOfQuestion) {
            entries.put(fingerprint, entry);
            if (entries.size() > MOST) {
                entries.remove(entries.keySet().iterator().next());
            }
        }
    }

    private record Entry(Identity identity, long asked) {}
}
