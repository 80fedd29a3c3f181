package org.colonnade.crm.internal.sweep;

import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.colonnade.platform.api.store.Tx;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does its steps every few seconds on a thread of its own, each as often as it says that there may be more. */
final class Round implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Round.class);
    private static final int PAUSE_SECONDS = 5;
    private static final int MOST_STEPS = 500;

    private final ScheduledExecutorService thread;
    private final Tx tx;
    private final List<BooleanSupplier> steps;

    Round(String name, Tx tx, List<BooleanSupplier> steps) {
        this.tx = tx;
        this.steps = List.copyOf(steps);
        this.thread = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread made = new Thread(work, name);
            made.setDaemon(true);
            return made;
        });
    }

    void begin() {
        thread.scheduleWithFixedDelay(this::go, PAUSE_SECONDS, PAUSE_SECONDS, TimeUnit.SECONDS);
    }

    /** Everything that is due now. */
    void go() {
        for (BooleanSupplier step : steps) {
            try {
                tx.inEachCompany(() -> all(step));
            } catch (RuntimeException failure) {
                LOG.warn("A sweep over leads could not be finished; the next one goes on with it", failure);
            }
        }
    }

    private void all(BooleanSupplier step) {
        for (int i = 0; i < MOST_STEPS && !thread.isShutdown() && step.getAsBoolean(); i++) {
            // the next one
        }
    }

    /** Lets a step under way end, within reason. */
    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(PAUSE_SECONDS, TimeUnit.SECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException hurry) {
            thread.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
