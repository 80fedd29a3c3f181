package org.colonnade.platform.events.kafka.internal.store;

import java.time.Duration;
import java.time.Instant;

/**
 * How far a company's events have got.
 *
 * @param position the last event that was acknowledged, or passed over
 * @param holder the node that sends, or null
 * @param heldUntil when another may, unless it is prolonged
 * @param failures one after the other
 * @param failingSince the first of them, or null
 * @param retryAt before which nothing is tried, or null
 * @param successAt when events were last acknowledged, or null
 * @param failure the last one, as a sentence, or null
 */
public record Cursor(
        long position,
        String holder,
        Instant heldUntil,
        int failures,
        Instant failingSince,
        Instant retryAt,
        Instant successAt,
        String failure) {

    private static final int DOUBLINGS = 6;

    /** The same after another failure: tried again after 1, 2, 4 … 64 seconds. */
    public Cursor failed(Instant now, String why) {
        return new Cursor(
                position,
                holder,
                heldUntil,
                failures + 1,
                failingSince == null ? now : failingSince,
                now.plus(Duration.ofSeconds(1L << Math.min(failures, DOUBLINGS))),
                successAt,
                why);
    }

    /** The same after events were acknowledged. */
    public Cursor reached(Instant now, long through) {
        return new Cursor(through, holder, heldUntil, 0, null, null, now, null);
    }

    /** Everything behind the position is to be sent, as if nothing had failed. */
    public Cursor from(long other) {
        return new Cursor(other, holder, heldUntil, 0, null, null, successAt, null);
    }
}
