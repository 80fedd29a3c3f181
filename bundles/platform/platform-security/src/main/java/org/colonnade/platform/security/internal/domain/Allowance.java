package org.colonnade.platform.security.internal.domain;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** A token bucket: so many tries at once, then one more after each pause. */
final class Allowance {

    private final Clock clock;
    private int most;
    private Duration pause = Duration.ofSeconds(1);
    private int used;
    private int pending;
    private Instant since;

    Allowance(Clock clock) {
        this.clock = clock;
        this.since = clock.instant();
    }

    /** Sets the limits that hold now and credits the pauses that have passed. */
    Allowance within(int tries, Duration between) {
        most = Math.max(1, tries);
        pause = between.compareTo(Duration.ofSeconds(1)) < 0 ? Duration.ofSeconds(1) : between;
        Instant now = clock.instant();
        long pauses = Math.max(0, Duration.between(since, now).dividedBy(pause));
        if (used <= pauses || now.isBefore(since)) {
            used -= (int) Math.min(used, pauses);
            since = now;
        } else {
            used -= (int) pauses;
            since = since.plus(pause.multipliedBy(pauses));
        }
        return this;
    }

    /** How long until the next try is free; zero if one is now. */
    Duration due() {
        return used < most
                ? Duration.ZERO
                : Duration.between(clock.instant(), since.plus(pause.multipliedBy(used - most + 1L)));
    }

    /** Whether the tries that are being judged would use up what is left if all of them were wrong. */
    boolean isWaiting() {
        return used + pending >= most;
    }

    void begin() {
        pending++;
    }

    void end(boolean wrong) {
        pending--;
        used += wrong ? 1 : 0;
    }

    void forgive() {
        used = 0;
    }
}
