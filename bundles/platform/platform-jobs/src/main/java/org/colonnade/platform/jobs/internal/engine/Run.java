package org.colonnade.platform.jobs.internal.engine;

import java.util.concurrent.CountDownLatch;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Fields;
import org.colonnade.platform.api.Tsid;
import org.colonnade.platform.api.job.JobFiles;
import org.colonnade.platform.api.job.JobRun;
import org.colonnade.platform.api.job.RunEnded;
import org.colonnade.platform.api.store.Tx;
import org.colonnade.platform.api.store.Work;
import org.colonnade.platform.jobs.internal.domain.DraftRule;
import org.colonnade.platform.jobs.internal.store.ProgressRows;
import org.colonnade.platform.jobs.internal.store.RunRows.Taken;

/** One run of a job on this node. What others tell it (called off, leave, lost) it tells its worker when that looks. */
final class Run implements JobRun {

    private final Taken taken;
    private final JobFiles files;
    private final Tx tx;
    private final CountDownLatch over = new CountDownLatch(1);
    private volatile Actor actor;
    private volatile boolean cancelling;
    private volatile boolean told;
    private volatile boolean leaving;
    private volatile boolean lost;
    private volatile String message;
    private volatile String result;

    Run(Taken taken, JobFiles files, Tx tx) {
        this.taken = taken;
        this.files = files;
        this.tx = tx;
    }

    @Override
    public String id() {
        return Tsid.text(taken.id());
    }

    @Override
    public String input() {
        return taken.input();
    }

    @Override
    public Actor actor() {
        return actor;
    }

    @Override
    public String checkpoint() {
        return taken.checkpoint();
    }

    @Override
    public int attempt() {
        return taken.attempt();
    }

    @Override
    public JobFiles files() {
        return files;
    }

    @Override
    public void progress(Work work, long done, long total, String checkpoint) {
        if (checkpoint != null && (checkpoint.length() > DraftRule.TEXT || !Fields.storable(checkpoint))) {
            throw new IllegalArgumentException("A checkpoint is a text of at most " + DraftRule.TEXT + " characters");
        }
        ProgressRows.Step step = new ProgressRows.Step(taken.id(), taken.run(), done, total, message, checkpoint);
        if (lost || !ProgressRows.stored(work, step)) {
            lost = true;
            throw new RunEnded("Another node has taken the job over");
        }
    }

    @Override
    public void progress(long done, long total, String checkpoint) {
        tx.write(work -> {
            progress(work, done, total, checkpoint);
            return null;
        });
    }

    @Override
    public void message(String text) {
        message = DraftRule.storable(text, DraftRule.TITLE);
    }

    @Override
    public boolean cancelled() {
        told |= cancelling;
        return cancelling;
    }

    @Override
    public void goOn() {
        if (lost) {
            throw new RunEnded("Another node has taken the job over");
        }
        if (cancelling) {
            throw new RunEnded("The job was called off");
        }
        if (leaving) {
            throw new RunEnded("The function or the platform stops");
        }
    }

    @Override
    public void result(String json) {
        result = JsonText.checked(json);
    }

    void actAs(Actor owner) {
        actor = owner;
    }

    Taken taken() {
        return taken;
    }

    long job() {
        return taken.id();
    }

    long number() {
        return taken.run();
    }

    String kind() {
        return taken.kind();
    }

    boolean isLow() {
        return taken.low();
    }

    String result() {
        return result;
    }

    /** Whether the worker was told that the job was called off. */
    boolean told() {
        return told;
    }

    boolean cancelling() {
        return cancelling;
    }

    boolean leaving() {
        return leaving;
    }

    boolean lost() {
        return lost;
    }

    void callOff() {
        cancelling = true;
    }

    void leave() {
        leaving = true;
    }

    void lose() {
        lost = true;
    }

    /** Counted down when the run is over and its end is stored. */
    CountDownLatch over() {
        return over;
    }
}
