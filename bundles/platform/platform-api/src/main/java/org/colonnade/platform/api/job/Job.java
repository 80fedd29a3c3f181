package org.colonnade.platform.api.job;

import java.time.Instant;
import java.util.List;
import org.colonnade.platform.api.Ref;

/**
 * A job as it stands now.
 *
 * @param id its id (TSID)
 * @param kind the kind of work, {@code <module>.<what>}
 * @param title what people call this one
 * @param state where it stands
 * @param priority who goes first
 * @param owner the account on whose behalf it runs
 * @param ownerName what people call that account
 * @param done how much is done, in the worker's own measure: rows, files, bytes
 * @param total how much there is, in the same measure; null while that is not known
 * @param message what the worker says about where it is; null where it says nothing
 * @param waitingFor the function without which it cannot run and which is not here; null if it needs none that is away
 * @param cancelling whether somebody has called it off and its worker has not ended yet
 * @param failure why it failed, or why its last try did; null otherwise
 * @param result JSON text that its worker left; null where it left none
 * @param files its files, by name
 * @param createdAt when it was submitted, UTC
 * @param startedAt when it was first begun; null before
 * @param changedAt when it last changed
 * @param endedAt when it ended; null before
 * @param keptUntil when it will be removed with its files; null before it has ended
 * @param change grows with each change of this job
 */
public record Job(
        String id,
        String kind,
        String title,
        JobState state,
        JobPriority priority,
        Ref owner,
        String ownerName,
        long done,
        Long total,
        String message,
        String waitingFor,
        boolean cancelling,
        Failure failure,
        String result,
        List<JobFile> files,
        Instant createdAt,
        Instant startedAt,
        Instant changedAt,
        Instant endedAt,
        Instant keptUntil,
        long change) {

    /** The module of all references to jobs. */
    public static final String MODULE = "platform";

    /** The type of all references to jobs. */
    public static final String TYPE = "job";

    public Job {
        files = List.copyOf(files);
    }

    /** The reference to it. */
    public Ref ref() {
        return new Ref(MODULE, TYPE, id);
    }

    /**
     * Why a job, or its last try, failed.
     *
     * @param code stable, for programs
     * @param sentence for people
     */
    public record Failure(String code, String sentence) {}
}
