package org.colonnade.platform.webhooks.internal.domain;

import java.time.Duration;

/** How long it is waited after a failure: each time three times as long, and never for two events exactly as long. */
public final class Backoff {

    /** After so many failures one after the other it is the receiver that fails, not an event. */
    public static final int RECEIVER_FAILS = 3;

    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofHours(4);
    private static final Duration PROBE = Duration.ofMinutes(5);
    private static final int FACTOR = 3;
    private static final double JITTER = 0.2;

    private Backoff() {}

    /**
     * Until one event is sent again.
     *
     * @param attempts how often it was sent, at least once
     * @param dice from 0 to 1
     */
    public static Duration ofEvent(int attempts, double dice) {
        return spread(grown(attempts, LONGEST), dice);
    }

    /**
     * Until a receiver that takes nothing is tried with one event; zero while it may be the event's fault.
     *
     * @param failures one after the other
     * @param dice from 0 to 1
     */
    public static Duration ofReceiver(int failures, double dice) {
        return failures < RECEIVER_FAILS ? Duration.ZERO : spread(grown(failures - RECEIVER_FAILS + 1, PROBE), dice);
    }

    private static Duration grown(int times, Duration most) {
        Duration pause = FIRST;
        for (int i = 1; i < times && pause.compareTo(most) < 0; i++) {
            pause = pause.multipliedBy(FACTOR);
        }
        return pause.compareTo(most) < 0 ? pause : most;
    }

    private static Duration spread(Duration pause, double dice) {
        return Duration.ofMillis((long) (pause.toMillis() * (1 - JITTER + 2 * JITTER * dice)));
    }
}
