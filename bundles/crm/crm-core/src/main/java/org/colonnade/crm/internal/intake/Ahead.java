package org.colonnade.crm.internal.intake;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.colonnade.crm.internal.file.Entries;
import org.colonnade.crm.internal.file.Entry;

/** The cards or rows of a file, some at a time: while some are being stored, the next are read and checked by a thread of their own. */
final class Ahead implements Closeable {

    private static final int CHUNK = 500;
    private static final long CHUNK_BYTES = 4 << 20;

    private final Entries entries;
    private final ExecutorService reader = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "crm-import-reader");
        thread.setDaemon(true);
        return thread;
    });
    private Future<Portion> coming;

    Ahead(Entries entries) {
        this.entries = entries;
        coming = reader.submit(this::read);
    }

    /** The next ones; empty at the end. */
    Portion next() throws IOException {
        Portion chunk = arrived();
        if (chunk.size() > 0) {
            coming = reader.submit(this::read);
        }
        return chunk;
    }

    private Portion arrived() throws IOException {
        try {
            return coming.get();
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof RuntimeException unchecked) {
                throw unchecked;
            }
            throw new IOException(failure.getCause());
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
            throw new IOException("The import was told to end", hurry);
        }
    }

    private Portion read() throws IOException {
        List<Entry> chunk = new ArrayList<>();
        long bytes = 0;
        while (chunk.size() < CHUNK && bytes < CHUNK_BYTES) {
            Entry entry = entries.next();
            if (entry == null) {
                break;
            }
            bytes += entry.size();
            chunk.add(entry);
        }
        return Portion.of(chunk);
    }

    /** What is being read is read to its end: nobody closes the file under it. */
    @Override
    public void close() {
        reader.shutdown();
        try {
            coming.get();
        } catch (ExecutionException nobodyAsks) {
            // the import has ended for another reason, or has told of this one
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }
}
