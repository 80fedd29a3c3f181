package org.colonnade.crm.internal.intake;

/** Wakes those who wait for an import when one ends on this node. */
final class Endings {

    private long count;

    /** How many have ended so far. */
    synchronized long count() {
        return count;
    }

    synchronized void tell() {
        count++;
        notifyAll();
    }

    /** Returns when one more has ended than when they were counted, or the time is over. */
    synchronized void await(long seen, long millis) throws InterruptedException {
        long end = System.nanoTime() + millis * 1_000_000;
        for (long left = millis; count == seen && left > 0; left = (end - System.nanoTime()) / 1_000_000) {
            wait(left);
        }
    }
}
