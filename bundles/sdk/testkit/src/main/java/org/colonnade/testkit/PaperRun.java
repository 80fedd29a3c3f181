package org.colonnade.testkit;

import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.job.JobFiles;
import org.colonnade.platform.api.job.JobRun;
import org.colonnade.platform.api.job.RunEnded;
import org.colonnade.platform.api.store.Work;

/** A job's run in a test's own thread: it keeps what its worker says, can be cut off after some steps, and gone on with. */
public class PaperRun implements JobRun {

    private final String id;
    private final String input;
    private final Actor actor;
    private final JobFiles files;
    private String checkpoint;
    private String result;
    private int stepsLeft = Integer.MAX_VALUE;

    /** @param files null for a job without any */
    public PaperRun(String id, String input, Actor actor, JobFiles files) {
        this.id = id;
        this.input = input;
        this.actor = actor;
        this.files = files;
    }

    /** Ends the run when its worker asks for so many further steps and one; a negative number never. */
    public final PaperRun cutAfter(int steps) {
        stepsLeft = steps;
        return this;
    }

    /** What the worker left as the result, JSON; null for nothing. */
    public final String outcome() {
        return result;
    }

    @Override
    public final String id() {
        return id;
    }

    @Override
    public final String input() {
        return input;
    }

    @Override
    public final Actor actor() {
        return actor;
    }

    @Override
    public String checkpoint() {
        return checkpoint;
    }

    @Override
    public final int attempt() {
        return 1;
    }

    @Override
    public final JobFiles files() {
        return files;
    }

    @Override
    public void progress(Work work, long done, long total, String next) {
        progress(done, total, next);
    }

    @Override
    public void progress(long done, long total, String next) {
        checkpoint = next == null ? checkpoint : next;
    }

    @Override
    public final void message(String text) {}

    @Override
    public boolean cancelled() {
        return false;
    }

    @Override
    public void goOn() {
        if (stepsLeft-- == 0) {
            throw new RunEnded("cut off");
        }
    }

    @Override
    public final void result(String json) {
        result = json;
    }
}
