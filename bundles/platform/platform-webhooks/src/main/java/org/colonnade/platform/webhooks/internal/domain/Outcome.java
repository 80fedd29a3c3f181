package org.colonnade.platform.webhooks.internal.domain;

import java.time.Instant;

/**
 * How sending went.
 *
 * @param taken whether the receiver said that it has it
 * @param status what it answered; null where it did not
 * @param millis how long it took
 * @param failure why not, in a sentence; null where it was taken
 * @param notBefore when it wants to be asked again; null if it did not say
 */
public record Outcome(boolean taken, Integer status, long millis, String failure, Instant notBefore) {

    private static final int GONE = 410;

    /** Whether the receiver does not want to hear anything any more. */
    public boolean gone() {
        return status != null && status == GONE;
    }
}
