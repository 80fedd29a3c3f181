package org.colonnade.platform.api.job;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Does the work of one kind of job. A service of a function; while it is away, its jobs wait.
 *
 * <p>A run may be cut off at any moment: the process is killed, the function is updated, another node takes over. The job is then run
 * again and finds the checkpoint that was stored last. So a worker goes in steps, and stores with each step where it stands:
 *
 * <pre>
 * long from = run.checkpoint() == null ? 0 : Long.parseLong(run.checkpoint());
 * while (from &lt; rows) {
 *     long to = Math.min(from + 500, rows);
 *     tx.write(work -&gt; {
 *         store(work, from, to);
 *         run.progress(work, to, rows, Long.toString(to));   // with the effect, so each step counts exactly once
 *         return null;
 *     });
 *     from = to;
 * }
 * </pre>
 */
@ConsumerType
public interface JobWorker {

    /** The kind of job that it does: {@code <module>.<what>}, such as {@code crm.import}. */
    String kind();

    /**
     * Does the job, or the rest of it. The thread's {@link org.colonnade.platform.api.Caller} is the job's owner.
     *
     * <p>A {@link org.colonnade.platform.api.problem.Problem} ends the job as failed with its code, except for {@code Unavailable}, after
     * which it is tried again shortly; any other exception is tried again a few times. {@link RunEnded} is let through.
     */
    void run(JobRun run) throws Exception;
}
