package org.colonnade.crm.internal.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.colonnade.crm.api.ImportDesk;
import org.colonnade.crm.api.ImportReport;
import org.colonnade.crm.internal.Json;
import org.colonnade.crm.internal.domain.ImportCounts;
import org.colonnade.crm.internal.store.ImportStore;
import org.colonnade.platform.api.Tsid;
import org.colonnade.platform.api.job.JobRun;
import org.colonnade.platform.api.job.JobWorker;
import org.colonnade.platform.api.job.RunEnded;
import org.colonnade.platform.api.problem.Problem;
import org.colonnade.platform.api.problem.Unavailable;
import org.colonnade.platform.api.store.Tx;
import org.colonnade.platform.api.store.Work;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Reads files of contacts as jobs. */
@Component(service = JobWorker.class)
public class ImportWorker implements JobWorker {

    static final String KIND = "crm.import";

    /** The file as it came. */
    static final String INPUT = "input";

    private final Tx tx;
    private final Intake intake;
    private final ImportStore imports = new ImportStore();

    @Activate
    public ImportWorker(@Reference(target = "(module=crm)") Tx tx, @Reference Intake intake) {
        this.tx = tx;
        this.intake = intake;
    }

    /**
     * What a job is to do.
     *
     * @param id the import's
     */
    record Input(String id) {}

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(JobRun run) throws IOException {
        long id = Tsid.parse(Json.read(run.input(), Input.class).id());
        try {
            read(run, id);
        } catch (RunEnded ended) {
            if (run.cancelled()) {
                tell(work -> imports.ended(work, id, ImportReport.State.CANCELLED));
            }
            throw ended;
        } catch (Unavailable later) {
            throw later;
        } catch (Problem refused) {
            tell(work -> imports.failed(work, id, refused.code(), refused.getMessage()));
            throw refused;
        } finally {
            intake.endings().tell();
        }
    }

    private void read(JobRun run, long id) throws IOException {
        run.actor().require(ImportDesk.RUN);
        ImportReport report = tx.read(work -> imports.find(work, id));
        if (report == null || report.state().ended()) {
            return;
        }
        FileOptions how = Json.read(tx.read(work -> imports.options(work, id)), FileOptions.class);
        Path file = run.files().path(INPUT);
        long total = intake.count(file, how);
        Pace pace = Pace.of(run, total);
        ImportCounts counts = report.dryRun()
                ? intake.trial(run.actor(), id, file, how, pace)
                : intake.take(run.actor(), id, file, how, stoodAt(run), pace);
        run.result(Json.write(counts));
    }

    private static ImportCounts stoodAt(JobRun run) {
        return run.checkpoint() == null ? ImportCounts.NONE : Json.read(run.checkpoint(), ImportCounts.class);
    }

    /** Writes down how it ended. */
    private void tell(Consumer<Work> what) {
        tx.write(work -> {
            what.accept(work);
            return null;
        });
    }
}
