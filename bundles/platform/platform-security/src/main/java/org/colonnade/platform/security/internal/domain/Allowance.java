package org.colonnade.platform.security.internal.domain;

import java.time.Duration;
import java.time.Instant;

/**
 * A token bucket: so many tries at once, then one more after each pause. All that it needs to know is the instant at which every try is
 * paid for, which each wrong one puts off by a pause.
 *
 * @param most tries at once
 * @param pause for one try
 */
record Allowance(int most, Duration pause) {

    private static final Duration LEAST_PAUSE = Duration.ofSeconds(1);

    Allowance {
        most = Math.max(1, most);
        pause = pause.compareTo(LEAST_PAUSE) < 0 ? LEAST_PAUSE : pause;
    }

    /** How long until the next try is free; zero if one is now. */
    Duration due(Instant paidAt, Instant now) {
        Duration due = Duration.between(now, paidAt).minus(pause.multipliedBy(most - 1L));
        return due.isNegative() ? Duration.ZERO : due;
    }

    /** Whether the tries that are being judged would use up what is left if all of them were wrong. */
    boolean isWaiting(Instant paidAt, Instant now, int pending) {
        Duration left = Duration.between(now, paidAt);
        long used = left.isNegative() ? 0 : left.plus(pause).minusNanos(1).dividedBy(pause);
        return used + pending >= most;
    }

    /** When everything is paid for if all tries are used up now. */
    Instant full(Instant now) {
        return now.plus(pause.multipliedBy(most));
    }

    /** Whether no tries of this limit can have put it off so far: a clock was set back, or the limit was another one. */
    boolean isBeyond(Instant paidAt, Instant now) {
        return paidAt.isAfter(now.plus(pause.multipliedBy(2L * most)));
    }
}
