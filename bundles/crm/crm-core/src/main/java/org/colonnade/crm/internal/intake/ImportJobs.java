package org.colonnade.crm.internal.intake;

import java.io.IOException;
import java.io.InputStream;
import org.colonnade.crm.api.ImportReport;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Caller;
import org.colonnade.platform.api.job.Job;
import org.colonnade.platform.api.job.JobState;
import org.colonnade.platform.api.job.Jobs;
import org.colonnade.platform.api.problem.Conflict;
import org.colonnade.platform.api.problem.NotFound;

/** The jobs of imports, whoever began them: who may see an import may see how its job stands. */
final class ImportJobs {

    private static final Actor CRM = Actor.system("crm");

    private ImportJobs() {}

    /**
     * The file that a job was given.
     *
     * @throws Conflict {@code crm.import.file-gone}
     */
    static InputStream file(Jobs jobs, String job) throws IOException {
        try (Caller.Binding bound = platform()) {
            if (job != null) {
                return jobs.files(job).read(ImportWorker.INPUT);
            }
        } catch (NotFound swept) {
            // refused below, as every file that is not kept
        }
        throw new Conflict("crm.import.file-gone", "The file of the dry run is not kept any more; send it again.");
    }

    /** The import as its job says that it stands. */
    static ImportReport live(Jobs jobs, ImportReport report) {
        try (Caller.Binding bound = platform()) {
            Job job = jobs.get(report.job());
            boolean taking = report.state() == ImportReport.State.REVERTING;
            return switch (job.state()) {
                case FAILED -> report.in(
                        taking ? ImportReport.State.INTERRUPTED : ImportReport.State.FAILED,
                        job.failure() == null
                                ? null
                                : new ImportReport.Failure(
                                        job.failure().code(), job.failure().sentence()));
                case CANCELLED -> report.in(
                        taking ? ImportReport.State.INTERRUPTED : ImportReport.State.CANCELLED, null);
                case QUEUED, RUNNING -> taking || report.read() > 0
                        ? report
                        : report.in(
                                job.state() == JobState.QUEUED ? ImportReport.State.QUEUED : ImportReport.State.RUNNING,
                                null);
                case DONE -> report;
            };
        } catch (NotFound swept) {
            return report.in(ImportReport.State.INTERRUPTED, null);
        }
    }

    private static Caller.Binding platform() {
        return new Caller(CRM, Caller.current().requestId()).bind();
    }
}
