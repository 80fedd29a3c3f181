package org.colonnade.platform.jobs.internal;

import java.time.Duration;
import java.time.Instant;
import org.colonnade.platform.api.admin.HealthCheck;
import org.colonnade.platform.api.problem.Problem;
import org.colonnade.platform.api.store.Tx;
import org.colonnade.platform.api.store.Work;
import org.colonnade.platform.jobs.internal.engine.Engine;
import org.colonnade.platform.jobs.internal.engine.JobEngine;
import org.colonnade.platform.jobs.internal.file.JobFolder;
import org.colonnade.platform.jobs.internal.store.SweepRows;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Says whether jobs get on. */
@Component
public final class JobsHealth implements HealthCheck {

    private static final Duration SILENT = Duration.ofMinutes(1);
    private static final Duration LONG = Duration.ofMinutes(15);
    private static final Duration RECENT = Duration.ofHours(1);

    private final Tx tx;
    private final Engine engine;
    private final JobFolder folder;

    @Activate
    public JobsHealth(
            @Reference(target = "(module=jobs)") Tx tx, @Reference JobEngine engine, @Reference JobFolder folder) {
        this(tx, engine.engine(), folder);
    }

    JobsHealth(Tx tx, Engine engine, JobFolder folder) {
        this.tx = tx;
        this.engine = engine;
        this.folder = folder;
    }

    @Override
    public String name() {
        return "jobs";
    }

    @Override
    public Finding check() {
        try {
            return tx.everywhere().read(this::look);
        } catch (Problem away) {
            return Finding.warning(
                    "Whether jobs get on cannot be seen: the store does not answer.", "See the check 'store'.");
        } catch (RuntimeException unusable) {
            return Finding.failed(
                    "The folder jobs of the data folder cannot be used.", "Make the data folder writable.");
        }
    }

    private Finding look(Work work) throws java.sql.SQLException {
        Instant now = work.now();
        long stuck = SweepRows.stuck(work, now.minus(SILENT));
        if (stuck > 0) {
            return Finding.warning(
                    jobs(stuck) + " without a sign of life, and no node has taken over.",
                    "If it stays so, look into the log for the bundle of the jobs.");
        }
        long defects = SweepRows.defects(work, now.minus(RECENT));
        if (defects > 0) {
            return Finding.warning(
                    jobs(defects) + " failed within the last hour for a reason of the platform's own.",
                    "colonnade:jobs --state FAILED shows them; the log says why, under the job's id.");
        }
        long elsewhere = SweepRows.elsewhere(work, folder.place(), now.minus(LONG));
        if (elsewhere > 0) {
            return Finding.warning(
                    jobs(elsewhere) + " waited more than a quarter of an hour for a node with another data folder.",
                    "Start that node again, let the nodes share one data folder, or cancel them.");
        }
        for (String kind : engine.kinds()) {
            long waiting = SweepRows.waiting(work, kind, now.minus(LONG));
            if (waiting > 0) {
                return Finding.warning(
                        jobs(waiting) + " of the kind " + kind + " waited more than a quarter of an hour.",
                        "More threads in org.colonnade.jobs let more run at once.");
            }
        }
        return Finding.well(engine.running() == 0 ? "No job runs here." : jobs(engine.running()) + " running here.");
    }

    private static String jobs(long count) {
        return count == 1 ? "1 job is or has been" : count + " jobs are or have been";
    }
}
