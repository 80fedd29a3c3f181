package org.colonnade.platform.mail.internal.smtp;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** How the mail server stood the last time that somebody talked to it, or tried. */
public final class Standing {

    private static final Duration SPARED = Duration.ofSeconds(30);
    private static final Duration FRESH_WELL = Duration.ofMinutes(5);
    private static final Duration FRESH_TROUBLE = Duration.ofMinutes(1);

    private final Clock clock;
    private volatile Seen last;

    Standing(Clock clock) {
        this.clock = clock;
    }

    /**
     * What was seen.
     *
     * @param at when
     * @param code what was wrong; null if nothing
     * @param reason the same for people
     */
    public record Seen(Instant at, String code, String reason) {

        /** Whether it served. */
        public boolean well() {
            return code == null;
        }
    }

    /** The last time; null if nobody has asked it yet. */
    public Seen last() {
        return last;
    }

    /** Whether the last time is so long ago that it says nothing about now. */
    public boolean stale() {
        Seen seen = last;
        return seen == null || older(seen, seen.well() ? FRESH_WELL : FRESH_TROUBLE);
    }

    /** The trouble of a moment ago, which lasts in all probability; null if there was none. */
    Seen stillTroubled() {
        Seen seen = last;
        return seen == null || seen.well() || older(seen, SPARED) ? null : seen;
    }

    void served() {
        last = new Seen(clock.instant(), null, null);
    }

    void failed(Verdict verdict) {
        last = new Seen(clock.instant(), verdict.code(), verdict.reason());
    }

    private boolean older(Seen seen, Duration age) {
        return !seen.at().plus(age).isAfter(clock.instant());
    }
}
