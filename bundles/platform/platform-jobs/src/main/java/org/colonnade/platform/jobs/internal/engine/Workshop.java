package org.colonnade.platform.jobs.internal.engine;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Caller;
import org.colonnade.platform.api.Tsid;
import org.colonnade.platform.api.job.JobFiles;
import org.colonnade.platform.api.job.JobWorker;
import org.colonnade.platform.api.problem.Problem;
import org.colonnade.platform.api.store.Tx;
import org.colonnade.platform.jobs.internal.JobsSettings;
import org.colonnade.platform.jobs.internal.domain.DraftRule;
import org.colonnade.platform.jobs.internal.domain.Ending;
import org.colonnade.platform.jobs.internal.domain.OwnerRule;
import org.colonnade.platform.jobs.internal.file.FolderFiles;
import org.colonnade.platform.jobs.internal.file.JobFolder;
import org.colonnade.platform.jobs.internal.store.RunRows;
import org.colonnade.platform.jobs.internal.store.RunRows.Taken;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** Where a worker does one run of a job, on behalf of the job's owner, and where what came of it is stored. */
final class Workshop {

    private static final Logger LOG = LoggerFactory.getLogger(Workshop.class);
    private static final int DETAIL = 1_900;

    private final Desk desk;
    private final Tx tx;
    private final JobsSettings settings;
    private final JobFolder folder;
    private final Owners owners;

    Workshop(Desk desk, Tx tx, JobsSettings settings, JobFolder folder, Owners owners) {
        this.desk = desk;
        this.tx = tx;
        this.settings = settings;
        this.folder = folder;
        this.owners = owners;
    }

    Run prepare(Taken taken) {
        JobFiles files = new FolderFiles(folder, tx, settings, taken.id(), () -> settle(taken));
        return new Run(taken, files, tx);
    }

    void work(Run run, JobWorker worker, BooleanSupplier closed) {
        Taken job = run.taken();
        try (MDC.MDCCloseable log = MDC.putCloseable("request", job.requestId());
                MDC.MDCCloseable kind = MDC.putCloseable("operation", job.kind())) {
            Throwable thrown = null;
            Ending ending;
            try {
                ending = worker == null ? Ending.leaving() : ended(run, worker);
            } catch (Throwable failure) {
                // whatever a worker throws, an Error too, is how its job ended, not how this thread does
                thrown = failure;
                ending = Ending.of(failure, job.attempt(), settings.now().attempts(), run.cancelling(), run.leaving());
            }
            tell(job, ending, thrown);
            store(run, ending, detail(ending, thrown), closed);
        }
    }

    private Ending ended(Run run, JobWorker worker) throws Exception {
        Taken job = run.taken();
        Optional<Actor> now =
                OwnerRule.isAccount(job.owner()) ? owners.now(job.owner().ref()) : Optional.empty();
        Optional<Actor> actor = OwnerRule.acting(job.owner(), now);
        if (actor.isEmpty() || OwnerRule.isAccount(job.owner()) && !actor.get().belongsTo(job.company())) {
            return Ending.ownerGone();
        }
        run.actAs(actor.get());
        try (Caller.Binding bound = new Caller(actor.get(), job.requestId(), job.company()).bind()) {
            worker.run(run);
        }
        return Ending.well(run.told());
    }

    /** A database that is away must not cost what was done: the end is stored as soon as it is back. */
    private void store(Run run, Ending ending, String detail, BooleanSupplier closed) {
        while (!run.lost()) {
            try {
                if (!desk.end(
                        run.job(), run.number(), ending, detail, ending.failure() == null ? run.result() : null)) {
                    LOG.info("Job {} was taken over by another node meanwhile", run.id());
                }
                return;
            } catch (RuntimeException failure) {
                if (closed.getAsBoolean()) {
                    LOG.info("The end of job {} cannot be stored now; it goes on from its checkpoint", run.id());
                    return;
                }
                LOG.debug("The end of job {} waits for the database", run.id(), failure);
                LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
            }
        }
    }

    private void settle(Taken job) {
        tx.everywhere().write(work -> {
            RunRows.settle(work, job.id(), job.run(), folder.place());
            return null;
        });
    }

    private static void tell(Taken job, Ending ending, Throwable thrown) {
        if (ending.failure() == null) {
            return;
        }
        if (thrown == null || thrown instanceof Problem) {
            LOG.info(
                    "Job {} ({}): {}",
                    Tsid.text(job.id()),
                    job.kind(),
                    ending.failure().code());
        } else {
            LOG.error("Job {} ({}) went wrong in try {}", Tsid.text(job.id()), job.kind(), job.attempt(), thrown);
        }
    }

    private static String detail(Ending ending, Throwable thrown) {
        return ending.failure() == null || thrown == null || thrown instanceof Problem
                ? null
                : DraftRule.storable(thrown.getClass().getName() + ": " + thrown.getMessage(), DETAIL);
    }
}
