package org.colonnade.crm.internal;

import org.colonnade.crm.api.MergeDesk;
import org.colonnade.crm.api.ScanProgress;
import org.colonnade.platform.api.job.JobRun;
import org.colonnade.platform.api.job.JobWorker;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Looks through all parties as a job: each stretch is stored together with where the job stands. */
@Component(service = JobWorker.class)
public class DuplicateScanWorker implements JobWorker {

    static final String KIND = "crm.duplicate-scan";

    private final DuplicateScan scan;

    @Activate
    public DuplicateScanWorker(@Reference DuplicateScan scan) {
        this.scan = scan;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(JobRun run) {
        run.actor().require(MergeDesk.MERGE);
        long total = scan.parties();
        String checkpoint = run.checkpoint();
        ScanProgress progress;
        do {
            run.goOn();
            progress = scan.step(checkpoint, (work, now) -> {
                run.message(now.pairs() + " pairs compared, " + now.found() + " new suspects");
                run.progress(work, now.parties(), Math.max(total, now.parties()), now.checkpoint());
            });
            checkpoint = progress.checkpoint();
        } while (!progress.done());
        run.result(Json.write(progress));
    }
}
