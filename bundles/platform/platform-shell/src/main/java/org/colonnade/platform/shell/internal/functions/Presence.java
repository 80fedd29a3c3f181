package org.colonnade.platform.shell.internal.functions;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Which functions answer now, as the edge says. */
final class Presence {

    private final Map<String, Integer> present = new HashMap<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    void arrived(String id) {
        count(id, 1);
    }

    void left(String id) {
        count(id, -1);
    }

    boolean has(String id) {
        lock.lock();
        try {
            return present.getOrDefault(id, 0) > 0;
        } finally {
            lock.unlock();
        }
    }

    /** Waits until it answers; false if it does not within the time. */
    boolean await(String id, Duration atMost) throws InterruptedException {
        long left = atMost.toNanos();
        lock.lock();
        try {
            while (present.getOrDefault(id, 0) <= 0 && left > 0) {
                left = changed.awaitNanos(left);
            }
            return present.getOrDefault(id, 0) > 0;
        } finally {
            lock.unlock();
        }
    }

    private void count(String id, int step) {
        lock.lock();
        try {
            present.merge(id, step, Integer::sum);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
