package org.colonnade.crm.internal.intake;

import java.io.Closeable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.colonnade.platform.api.store.Tx;

/** Stores something while a transaction is under way that stores nothing: by a thread, and so a transaction, of its own. */
final class Beside implements Closeable {

    private final Tx tx;
    private final ExecutorService writer = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "crm-import-trial");
        thread.setDaemon(true);
        return thread;
    });

    Beside(Tx tx) {
        this.tx = tx;
    }

    /** Returns when it is stored. */
    <T> void write(Tx.Body<T> body) {
        Future<T> stored = writer.submit(() -> tx.write(body));
        try {
            stored.get();
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof RuntimeException unchecked) {
                throw unchecked;
            }
            throw new IllegalStateException(failure.getCause());
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The import was told to end", hurry);
        }
    }

    @Override
    public void close() {
        writer.shutdown();
    }
}
