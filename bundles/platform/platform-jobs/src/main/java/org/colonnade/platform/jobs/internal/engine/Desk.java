package org.colonnade.platform.jobs.internal.engine;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.colonnade.platform.api.Caller;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.Tsid;
import org.colonnade.platform.api.job.Job;
import org.colonnade.platform.api.job.event.JobDone;
import org.colonnade.platform.api.job.event.JobFailed;
import org.colonnade.platform.api.store.Tx;
import org.colonnade.platform.api.store.Work;
import org.colonnade.platform.jobs.internal.JobsSettings;
import org.colonnade.platform.jobs.internal.domain.Ending;
import org.colonnade.platform.jobs.internal.domain.Ending.Verdict;
import org.colonnade.platform.jobs.internal.store.RunRows;
import org.colonnade.platform.jobs.internal.store.RunRows.Candidate;
import org.colonnade.platform.jobs.internal.store.RunRows.Ended;
import org.colonnade.platform.jobs.internal.store.RunRows.Taken;

/** Takes jobs for this node and gives them back: each a transaction of its own. */
final class Desk {

    private final Tx tx;
    private final JobsSettings settings;
    private final String holder;

    /** @param holder names this process */
    Desk(Tx tx, JobsSettings settings, String holder) {
        this.tx = tx;
        this.settings = settings;
        this.holder = holder;
    }

    /** Takes the next one of these kinds. @param background whether one that nobody waits for may be taken */
    Optional<Taken> take(Set<String> kinds, String place, boolean background) {
        Optional<Candidate> next = tx.read(work -> RunRows.next(work, kinds, place, background));
        return next.flatMap(candidate -> tx.write(
                work -> RunRows.take(work, candidate.id(), holder, work.now().plus(lease()))));
    }

    /** A sign of life. */
    Pulse hold(long job, long run) {
        return tx.write(work -> RunRows.hold(work, job, run, work.now().plus(lease()))
                ? RunRows.calledOff(work, job, run) ? Pulse.CALLED_OFF : Pulse.HELD
                : Pulse.LOST);
    }

    /** How a run stands with the database. */
    enum Pulse {
        HELD,
        CALLED_OFF,
        LOST
    }

    /** Stores how a run ended. @return false if it had lost its job */
    boolean end(long job, long run, Ending ending, String detail, String result) {
        return tx.write(work -> {
            Optional<Ended> ended = RunRows.lock(work, job, run);
            if (ended.isPresent()) {
                settle(work, ended.get(), ending, detail, result);
            }
            return ended.isPresent();
        });
    }

    /** Takes the jobs of silent nodes from them. @return how many */
    int recover() {
        int found = 0;
        for (long id : tx.read(RunRows::silent)) {
            found += tx.write(work -> {
                Optional<Ended> ended = RunRows.lockSilent(work, id);
                if (ended.isPresent()) {
                    Ended job = ended.get();
                    Ending ending =
                            Ending.vanished(job.attempt(), settings.now().attempts(), job.cancelling());
                    settle(work, job, ending, "No sign of life from its node", null);
                }
                return ended.isPresent() ? 1 : 0;
            });
        }
        return found;
    }

    private void settle(Work work, Ended job, Ending ending, String detail, String result)
            throws java.sql.SQLException {
        if (ending.verdict() == Verdict.AGAIN) {
            RunRows.again(work, job, ending, detail);
            return;
        }
        RunRows.end(
                work,
                job,
                ending,
                detail,
                result,
                work.now().plus(settings.now().retention()));
        try (Caller.Binding bound = Caller.current().in(job.company()).bind()) {
            tell(work, job, ending);
        }
    }

    private static void tell(Work work, Ended job, Ending ending) {
        Ref ref = new Ref(Job.MODULE, Job.TYPE, Tsid.text(job.id()));
        if (ending.verdict() == Verdict.DONE) {
            work.publish(new JobDone(ref, job.kind(), job.owner()));
        } else if (ending.verdict() == Verdict.FAILED) {
            work.publish(new JobFailed(
                    ref,
                    job.kind(),
                    job.owner(),
                    ending.failure().code(),
                    ending.failure().sentence()));
        }
    }

    private Duration lease() {
        return settings.now().lease();
    }
}
