package org.colonnade.platform.store.internal.audit;

import java.io.IOException;
import java.sql.SQLException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.colonnade.platform.api.admin.HealthCheck;
import org.colonnade.platform.store.internal.database.Database;
import org.colonnade.platform.store.internal.database.SqlFaults;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Chains in the background: a quarter of a second after this process stored changes, so that one round serves many commits, and once a
 * second for what others left. Anchors the heads every minute.
 */
public final class Warden implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Warden.class);
    private static final long TICK_MILLIS = 250;
    private static final int TICKS_OF_OTHERS = 4;
    private static final int ANCHOR_SECONDS = 60;
    private static final int PATIENCE_SECONDS = 5;

    private final Database database;
    private final Sealer sealer;
    private final Anchorage anchorage;
    private ScheduledThreadPoolExecutor thread;
    private volatile boolean stored;
    private int ticks;

    public Warden(Database database, Sealer sealer, Anchorage anchorage) {
        this.database = database;
        this.sealer = sealer;
        this.anchorage = anchorage;
    }

    /** Begins to work in the background; without it only {@link #drain} chains anything. */
    public synchronized void start() {
        if (thread == null) {
            thread = new ScheduledThreadPoolExecutor(1, work -> {
                Thread made = new Thread(work, "colonnade-audit");
                made.setDaemon(true);
                return made;
            });
            thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
            thread.scheduleWithFixedDelay(this::tick, 0, TICK_MILLIS, TimeUnit.MILLISECONDS);
            thread.scheduleWithFixedDelay(this::anchor, ANCHOR_SECONDS, ANCHOR_SECONDS, TimeUnit.SECONDS);
        }
    }

    /** This process stored changes. */
    public void wake() {
        stored = true;
    }

    /** Chains in the caller's thread what waits. */
    public void drain() throws SQLException {
        sealer.run();
    }

    /** Lets the round under way end; what was stored last is chained and anchored if the database still answers. */
    @Override
    public synchronized void close() {
        ScheduledThreadPoolExecutor closing = thread;
        thread = null;
        if (closing == null) {
            return;
        }
        // never interrupted: H2 closes its file when a thread that writes is interrupted
        closing.shutdown();
        try {
            if (closing.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)
                    && database.check().level() != HealthCheck.Level.FAILED) {
                seal();
                anchor();
            }
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }

    private void tick() {
        ticks++;
        if (stored || ticks >= TICKS_OF_OTHERS) {
            ticks = 0;
            stored = false;
            seal();
        }
    }

    private void seal() {
        try {
            sealer.run();
        } catch (SQLException | RuntimeException failure) {
            // the database is away or busy; the next round comes in a second, and the health check of the store tells
            LOG.debug("Changes could not be chained", SqlFaults.translate(failure));
        }
    }

    private void anchor() {
        try {
            anchorage.anchor();
        } catch (SQLException | RuntimeException failure) {
            LOG.debug("The audit could not be anchored", SqlFaults.translate(failure));
        } catch (IOException failure) {
            LOG.warn("The anchors of the audit cannot be written", failure);
        }
    }
}
