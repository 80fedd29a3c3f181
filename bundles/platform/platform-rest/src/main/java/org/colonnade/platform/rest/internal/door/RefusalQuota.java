package org.colonnade.platform.rest.internal.door;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** How many refusals are written down in a minute: a few of each caller, so that a flood of one does not hide the others. */
final class RefusalQuota {

    static final int OF_ONE = 60;
    static final int OF_STRANGERS = 300;

    private final LongSupplier nanos;
    private final Map<String, Integer> counted = new HashMap<>();
    private long begun;
    private int strangers;

    RefusalQuota(LongSupplier nanos) {
        this.nanos = nanos;
        this.begun = nanos.getAsLong();
    }

    /** Whether one more of this caller is written down. @param known whether it is an account and no address */
    synchronized boolean admits(String who, boolean known) {
        if (minuteIsOver()) {
            begun = nanos.getAsLong();
            counted.clear();
            strangers = 0;
        }
        if (!known && ++strangers > OF_STRANGERS) {
            return false;
        }
        return counted.merge(who, 1, Integer::sum) <= OF_ONE;
    }

    /** Whether the present count is more than a minute old. */
    synchronized boolean minuteIsOver() {
        return nanos.getAsLong() - begun > TimeUnit.MINUTES.toNanos(1);
    }
}
