package org.colonnade.platform.jobs.internal.person;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.colonnade.platform.api.Tsid;
import org.colonnade.platform.api.job.JobFile;
import org.colonnade.platform.api.job.JobState;
import org.colonnade.platform.api.store.Tx;
import org.colonnade.platform.api.store.Work;
import org.colonnade.platform.jobs.internal.file.JobFolder;
import org.colonnade.platform.jobs.internal.store.ErasureRows;
import org.colonnade.platform.jobs.internal.store.FileRows;
import org.colonnade.platform.jobs.internal.store.JobRows;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes files away that hold a person that was erased. A job that still reads or writes them comes to its end first. */
public final class Removal {

    private static final Logger LOG = LoggerFactory.getLogger(Removal.class);

    private final Tx tx;
    private final JobFolder folder;

    public Removal(Tx tx, JobFolder folder) {
        this.tx = tx;
        this.folder = folder;
    }

    /**
     * Removes a file, if its job has ended; else it is written down, and all files of the job go when it has.
     *
     * @return whether it is gone
     */
    boolean file(String caseId, long job, String name) throws IOException {
        boolean over = tx.write(work -> {
            boolean ended = JobRows.lock(work, job).map(JobState::ended).orElse(false);
            if (ended) {
                FileRows.remove(work, job, name);
            }
            ErasureRows.put(work, caseId, job, name, ended ? work.now() : null);
            return ended;
        });
        if (over) {
            folder.remove(job, name);
        }
        return over;
    }

    /** Removes the files of all jobs that have ended since one of their files was to go. */
    public void finish() throws IOException {
        for (long job : tx.read(work -> ErasureRows.due(work, folder.place()))) {
            Set<String> names = new TreeSet<>();
            for (Path file : folder.files(job)) {
                names.add(JobFolder.name(file));
            }
            tx.write(work -> {
                close(work, job, names);
                return null;
            });
            folder.remove(job);
            LOG.info("The files of job {} were removed: they held a person that was erased", Tsid.text(job));
        }
    }

    private static void close(Work work, long job, Set<String> names) throws java.sql.SQLException {
        List<JobFile> known = FileRows.of(work, job);
        known.forEach(file -> names.add(file.name()));
        for (String caseId : ErasureRows.cases(work, job)) {
            for (String name : names) {
                ErasureRows.put(work, caseId, job, name, work.now());
            }
            ErasureRows.close(work, caseId, job);
        }
        for (JobFile file : known) {
            FileRows.remove(work, job, file.name());
        }
    }
}
