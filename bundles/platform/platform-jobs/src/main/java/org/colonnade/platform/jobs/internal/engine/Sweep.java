package org.colonnade.platform.jobs.internal.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.colonnade.platform.api.Tsid;
import org.colonnade.platform.api.store.Tx;
import org.colonnade.platform.jobs.internal.file.JobFolder;
import org.colonnade.platform.jobs.internal.person.Removal;
import org.colonnade.platform.jobs.internal.store.FileRows;
import org.colonnade.platform.jobs.internal.store.JobRows;
import org.colonnade.platform.jobs.internal.store.SweepRows;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Removes jobs whose time is over with their files, files that were to go when their job has ended, and files whose job never came. */
final class Sweep {

    private static final Logger LOG = LoggerFactory.getLogger(Sweep.class);
    private static final Duration DAY = Duration.ofDays(1);

    private final Tx ofEach;
    private final Tx tx;
    private final JobFolder folder;

    Sweep(Tx tx, JobFolder folder) {
        this.ofEach = tx;
        this.tx = tx.everywhere();
        this.folder = folder;
    }

    /** Looks once. @return how many jobs were removed */
    int run() throws IOException {
        int count = 0;
        List<Long> over = over();
        while (!over.isEmpty()) {
            for (long job : over) {
                tx.write(work -> {
                    JobRows.remove(work, job);
                    FileRows.removeAll(work, job);
                    return null;
                });
                folder.remove(job);
                count++;
            }
            over = over();
        }
        ofEach.inEachCompany(this::finishRemovals);
        for (long job : folder.jobs()) {
            orphan(job);
        }
        if (count > 0) {
            LOG.info("{} jobs whose time was over were removed", count);
        }
        return count;
    }

    private void finishRemovals() {
        try {
            new Removal(ofEach, folder).finish();
        } catch (IOException stuck) {
            throw new UncheckedIOException(stuck);
        }
    }

    private List<Long> over() {
        return tx.read(work -> SweepRows.over(work, folder.place(), work.now().minus(DAY)));
    }

    private void orphan(long job) throws IOException {
        Instant made = folder.madeAt(job);
        boolean orphan = tx.read(work -> made.isBefore(work.now().minus(DAY)) && !SweepRows.exists(work, job));
        if (orphan) {
            folder.remove(job);
            tx.write(work -> {
                FileRows.removeAll(work, job);
                return null;
            });
            LOG.info("The files of {}, a job that never came, were removed", Tsid.text(job));
        }
    }
}
