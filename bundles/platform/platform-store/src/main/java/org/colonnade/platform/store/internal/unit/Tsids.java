package org.colonnade.platform.store.internal.unit;

import java.time.Clock;
import java.time.Instant;
import java.util.random.RandomGenerator;

/**
 * Makes TSIDs: 41 bits of milliseconds since 2020, 10 bits that tell the nodes apart, 12 bits that count within the millisecond. The
 * ids of one node only grow: when the clock steps back, or more are made than a millisecond holds, the last millisecond is stretched.
 */
public final class Tsids {

    private static final long EPOCH = Instant.parse("2020-01-01T00:00:00Z").toEpochMilli();
    private static final int COUNT_BITS = 12;
    private static final int NODE_BITS = 10;
    private static final int COUNT_MASK = (1 << COUNT_BITS) - 1;

    private static final long LAST_MILLIS = (1L << (Long.SIZE - 1 - NODE_BITS - COUNT_BITS)) - 1;

    /** Two nodes that drew the same number still differ by where they begin to count in a millisecond. */
    private static final int HEAD_START = 1 << (COUNT_BITS - 2);

    private final Clock clock;
    private final RandomGenerator random;
    private final long node;
    private long millis;
    private int count;

    public Tsids(Clock clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
        this.node = random.nextInt(1 << NODE_BITS);
    }

    /** The next id, greater than all before. */
    public synchronized long next() {
        long now = clock.millis() - EPOCH;
        if (now > millis) {
            begin(now);
        } else if (count == COUNT_MASK) {
            begin(millis + 1);
        } else {
            count++;
        }
        return millis << (NODE_BITS + COUNT_BITS) | node << COUNT_BITS | count;
    }

    /** An id that none made at the instant or later is below; 0 for everything before 2020. */
    public static long firstAt(Instant instant) {
        long millis = Math.max(0, Math.min(instant.toEpochMilli() - EPOCH, LAST_MILLIS));
        return millis << (NODE_BITS + COUNT_BITS);
    }

    private void begin(long at) {
        millis = at;
        count = random.nextInt(HEAD_START);
    }
}
