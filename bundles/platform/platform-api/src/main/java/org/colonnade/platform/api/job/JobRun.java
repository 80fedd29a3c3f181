package org.colonnade.platform.api.job;

import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.store.Work;
import org.osgi.annotation.versioning.ProviderType;

/** One run of a job, as its worker sees it. Belongs to the thread that it was given to. */
@ProviderType
public interface JobRun {

    /** The job's id. */
    String id();

    /** The JSON text that the job was submitted with. */
    String input();

    /** On whose behalf it runs, with the rights of this moment; also the thread's {@link org.colonnade.platform.api.Caller}. */
    Actor actor();

    /** Where an earlier run stood: what was last given to {@link #progress}; null at the beginning. */
    String checkpoint();

    /** How many tries there have been since the last progress, this one included; 1 for the first. */
    int attempt();

    /** The files of the job: what it was submitted with, and what it makes. */
    JobFiles files();

    /**
     * Stores where the run stands in the worker's own transaction, so that it is there if and only if the step's effect is. Keeps no row
     * locked that others wait for, except one that would take this job over.
     *
     * @param work the transaction, of whichever function
     * @param done how much is done, in a measure of the worker's
     * @param total how much there is, in the same measure; negative while that is not known
     * @param checkpoint what a later run needs to go on from here, up to 1 MiB; null keeps the one before
     * @throws RunEnded if another node has taken the job over: the step must not be stored
     */
    void progress(Work work, long done, long total, String checkpoint);

    /** The same in a transaction of its own, for steps whose effect may come twice. */
    void progress(long done, long total, String checkpoint);

    /** Says in a few words where the run is, up to 200 characters; stored with the next progress. */
    void message(String text);

    /** Whether somebody has called the job off: a worker that asks tidies up and returns. What it does after that still counts. */
    boolean cancelled();

    /**
     * To be called between two steps.
     *
     * @throws RunEnded if the job was called off, its function or the platform stops, or another node has taken it over
     */
    void goOn();

    /** Leaves a result, JSON text of up to 1 MiB; stored when the run ends well. */
    void result(String json);
}
