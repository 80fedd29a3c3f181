package org.colonnade.platform.store.internal.event;

import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import org.colonnade.platform.api.event.Reaction;
import org.colonnade.platform.store.internal.database.SqlFaults;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Drives the lanes of the reactions that are here: at once when this process stores events, once a second for those of others. */
public final class Dispatcher implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
    private static final int THREADS = 3;
    private static final int STEPS_IN_A_ROW = 200;
    private static final long POLL_MILLIS = 1_000;

    /** While many store events they are placed in lots: each lot costs a transaction. */
    private static final long GATHER_MILLIS = 5;

    private static final int PATIENCE_SECONDS = 5;

    private final EventStore store;
    private final Sequencer sequencer;
    private final Map<String, Drive> drives = new ConcurrentHashMap<>();
    private final AtomicInteger stored = new AtomicInteger();
    private volatile ScheduledThreadPoolExecutor threads;

    public Dispatcher(EventStore store, Sequencer sequencer) {
        this.store = store;
        this.sequencer = sequencer;
    }

    /** Begins to work in the background; without it only {@link #drain} moves anything. */
    public synchronized void start() {
        if (threads == null) {
            AtomicInteger number = new AtomicInteger();
            ScheduledThreadPoolExecutor fresh = new ScheduledThreadPoolExecutor(THREADS, work -> {
                Thread thread = new Thread(work, "colonnade-events-" + number.incrementAndGet());
                thread.setDaemon(true);
                return thread;
            });
            fresh.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
            threads = fresh;
            fresh.scheduleWithFixedDelay(this::poll, 0, POLL_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    /** A reaction has come; of two with one name the later is driven. */
    public void add(Reaction<?> reaction) {
        Drive drive = new Drive(new Lane(reaction, store));
        Drive before = drives.put(reaction.name(), drive);
        if (before != null) {
            before.leave();
        }
        drive.wake();
    }

    /** The reaction goes; an event that it is working on is finished first. */
    public void remove(Reaction<?> reaction) {
        Drive drive = drives.remove(reaction.name());
        if (drive != null) {
            drive.leave();
        }
    }

    /** This process stored events. */
    public void wake() {
        // one task may serve many commits
        if (threads != null && stored.getAndIncrement() == 0) {
            submit(this::place);
        }
    }

    /**
     * Places and delivers in the caller's thread, without pauses, until nothing is left to do. For tests, where nothing runs in the
     * background.
     */
    public void drain() throws SQLException {
        boolean moved = true;
        while (moved) {
            moved = sequencer.run() > 0;
            for (Drive drive : drives.values()) {
                moved |= drive.drain();
            }
        }
    }

    boolean present(String reaction) {
        return drives.containsKey(reaction);
    }

    Lane lane(String reaction) {
        Drive drive = drives.get(reaction);
        return drive == null ? null : drive.lane;
    }

    @Override
    public synchronized void close() {
        ScheduledThreadPoolExecutor closing = threads;
        threads = null;
        drives.values().forEach(Drive::leave);
        drives.clear();
        if (closing != null) {
            // never interrupted: H2 closes its file when a thread that writes is interrupted
            closing.shutdown();
            try {
                closing.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS);
            } catch (InterruptedException hurry) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Others may have stored and placed events. */
    private void poll() {
        try {
            sequencer.run();
        } catch (SQLException | RuntimeException failure) {
            away(failure);
        }
        drives.values().forEach(Drive::wake);
    }

    private void place() {
        int seen = stored.get();
        try {
            boolean byUs = sequencer.run() > 0;
            Set<String> types = sequencer.placed();
            drives.values().stream()
                    .filter(drive -> !byUs || drive.lane.waitsFor(types))
                    .forEach(Drive::wake);
        } catch (SQLException | RuntimeException failure) {
            away(failure);
        }
        if (!stored.compareAndSet(seen, 0)) {
            later(this::place, TimeUnit.MILLISECONDS.toNanos(GATHER_MILLIS));
        }
    }

    /** The database is away or busy; the next round comes in a second, and the health check of the store tells. */
    private static void away(Exception failure) {
        LOG.debug("Events could not be placed", SqlFaults.translate(failure));
    }

    private void later(Runnable work, long nanos) {
        ScheduledThreadPoolExecutor open = threads;
        if (open != null) {
            try {
                open.schedule(work, nanos, TimeUnit.NANOSECONDS);
            } catch (RejectedExecutionException closing) {
                LOG.trace("Not placed any more, the platform stops", closing);
            }
        }
    }

    private void submit(Runnable work) {
        ScheduledThreadPoolExecutor open = threads;
        if (open != null) {
            try {
                open.execute(work);
            } catch (RejectedExecutionException closing) {
                LOG.trace("Not delivered any more, the platform stops", closing);
            }
        }
    }

    /** Runs one lane on one thread at a time; wakes that come meanwhile are not lost. */
    private final class Drive {

        private final Lane lane;
        private final AtomicInteger wakes = new AtomicInteger();
        private final ReentrantLock working = new ReentrantLock();
        private volatile boolean left;

        Drive(Lane lane) {
            this.lane = lane;
        }

        void wake() {
            if (threads != null && wakes.getAndIncrement() == 0) {
                submit(this::run);
            }
        }

        void leave() {
            left = true;
            try {
                if (working.tryLock(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                    working.unlock();
                }
            } catch (InterruptedException hurry) {
                Thread.currentThread().interrupt();
            }
        }

        /** Each failing event is tried until it is set aside; one that waits for a partner is left where it is. */
        boolean drain() throws SQLException {
            boolean moved = false;
            for (int waits = 0; waits < Lane.TRIES; ) {
                Lane.Step step = lane.step(false);
                if (step == Lane.Step.IDLE) {
                    break;
                }
                moved |= step == Lane.Step.DONE;
                waits = step == Lane.Step.DONE ? 0 : waits + 1;
            }
            return moved;
        }

        private void run() {
            int seen = wakes.get();
            for (int i = 0; i < STEPS_IN_A_ROW; i++) {
                long began = System.nanoTime();
                if (step() != Lane.Step.DONE) {
                    if (wakes.compareAndSet(seen, 0)) {
                        return;
                    }
                    seen = wakes.get();
                } else if (lane.rests()) {
                    later(this::run, System.nanoTime() - began);
                    return;
                }
            }
            // others want the thread too
            submit(this::run);
        }

        private Lane.Step step() {
            working.lock();
            try {
                return left ? Lane.Step.IDLE : lane.step(true);
            } catch (SQLException | RuntimeException failure) {
                LOG.debug("The reaction {} waits for the database", lane.name(), failure);
                return Lane.Step.WAITING;
            } finally {
                working.unlock();
            }
        }
    }
}
