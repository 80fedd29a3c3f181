package org.colonnade.platform.privacy.internal.domain;

import java.time.Duration;

/**
 * How long to wait before asking again.
 *
 * @param first after the first try
 * @param most never longer than this
 */
public record Backoff(Duration first, Duration most) {

    /** The pause after so many tries; doubled each time. */
    public Duration after(int tries) {
        int doublings = Math.min(Math.max(tries, 1) - 1, 30);
        Duration pause = first.multipliedBy(1L << doublings);
        return pause.compareTo(most) > 0 ? most : pause;
    }
}
