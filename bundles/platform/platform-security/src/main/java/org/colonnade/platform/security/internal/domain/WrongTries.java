package org.colonnade.platform.security.internal.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;

/** Where wrong tries are counted for all nodes. What is charged stays charged, whatever becomes of the request that tried. */
public interface WrongTries {

    /** What stands under each of these keys; a key that is missing has {@link Mark#NONE}. */
    Map<String, Mark> look(Collection<String> keys);

    /**
     * Lets each key be paid for later by its price: later than it would have been, or than now.
     *
     * @param prices by key; a price of zero writes as any other, so that nobody learns from the time what was charged
     */
    void charge(Map<String, Duration> prices, Instant now);

    /** Writes down what stands under a key from now on. */
    void settle(String key, Mark mark);

    /**
     * What stands under a key.
     *
     * @param paidAt when all its wrong tries are paid for; milliseconds
     * @param familiarUntil until when the address counts as one that the right person uses; milliseconds
     */
    record Mark(Instant paidAt, Instant familiarUntil) {

        /** Nothing was tried. */
        public static final Mark NONE = new Mark(Instant.EPOCH, Instant.EPOCH);
    }
}
