package org.colonnade.crm.internal.intake;

import java.io.Closeable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.colonnade.platform.api.Caller;

/**
 * Stores the steps of an import, two at a time, each by a thread of its own on behalf of whoever made this: while the database is busy with
 * one, the other is decided on.
 */
final class Abreast implements Closeable {

    private final Caller caller = Caller.current();
    private final Consumer<Step> store;
    private final ExecutorService writers = Executors.newFixedThreadPool(2, work -> {
        Thread thread = new Thread(work, "crm-import-writer");
        thread.setDaemon(true);
        return thread;
    });

    /** @param store stores a step, and tells the step so */
    Abreast(Consumer<Step> store) {
        this.store = store;
    }

    /** Begins with a step. */
    void take(Step step) {
        writers.execute(() -> {
            try (Caller.Binding bound = caller.bind()) {
                store.accept(step);
            } catch (RuntimeException | Error failure) {
                step.failed(failure instanceof RuntimeException why ? why : new IllegalStateException(failure));
            }
        });
    }

    /** Returns when nothing is being written any more. */
    @Override
    public void close() {
        writers.shutdown();
        boolean interrupted = false;
        while (!writers.isTerminated()) {
            try {
                writers.awaitTermination(1, TimeUnit.MINUTES);
            } catch (InterruptedException hurry) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
