package org.colonnade.platform.api.job;

import org.colonnade.platform.api.Page;
import org.colonnade.platform.api.PageRequest;
import org.colonnade.platform.api.store.Work;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Submits jobs and tells how they stand. A caller sees its own jobs, and all of them with the permission {@value #READ}; what it does not
 * see is not there.
 */
@ProviderType
public interface Jobs {

    /** To see everybody's jobs. */
    String READ = "platform.jobs.read";

    /** To cancel and remove everybody's jobs. */
    String CHANGE = "platform.jobs.change";

    /** Makes room for the files of a job that is to be submitted; files whose job is not submitted within a day are removed. */
    JobFiles prepare();

    /**
     * Submits a job in the caller's transaction, of whichever function it is: the job is there if and only if that commits, and then
     * begins by itself.
     *
     * @return its id
     * @throws org.colonnade.platform.api.problem.Rejected {@code platform.job.invalid}
     * @throws org.colonnade.platform.api.problem.TooMany {@code platform.job.too-many}: the caller has too many that have not ended
     */
    String submit(Work work, JobDraft draft);

    /** Submits a job in a transaction of its own. The same problems. */
    String submit(JobDraft draft);

    /** @throws org.colonnade.platform.api.problem.NotFound {@code platform.job.not-found} */
    Job get(String id);

    /** Those that the caller may see, newest first. */
    Page<Job> list(JobQuery query, PageRequest page);

    /** The files of a job that the caller may see. {@code platform.job.not-found}. */
    JobFiles files(String id);

    /**
     * Calls a job off. One that runs ends when its worker next looks; what it has stored until then stays.
     *
     * @return the job as it stands now
     * @throws org.colonnade.platform.api.problem.NotFound {@code platform.job.not-found}
     * @throws org.colonnade.platform.api.problem.Conflict {@code platform.job.ended}
     */
    Job cancel(String id);

    /**
     * Removes a job that has ended, with its files.
     *
     * @throws org.colonnade.platform.api.problem.NotFound {@code platform.job.not-found}
     * @throws org.colonnade.platform.api.problem.Conflict {@code platform.job.not-ended}
     */
    void remove(String id);
}
