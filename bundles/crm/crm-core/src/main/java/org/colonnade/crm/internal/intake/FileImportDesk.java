package org.colonnade.crm.internal.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import org.colonnade.crm.api.FileContent;
import org.colonnade.crm.api.FileFormat;
import org.colonnade.crm.api.ImportDesk;
import org.colonnade.crm.api.ImportItem;
import org.colonnade.crm.api.ImportOptions;
import org.colonnade.crm.api.ImportReport;
import org.colonnade.crm.internal.Json;
import org.colonnade.crm.internal.domain.ImportCounts;
import org.colonnade.crm.internal.party.Parties;
import org.colonnade.crm.internal.store.ImportStore;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Page;
import org.colonnade.platform.api.PageRequest;
import org.colonnade.platform.api.Tsid;
import org.colonnade.platform.api.job.JobDraft;
import org.colonnade.platform.api.job.JobFiles;
import org.colonnade.platform.api.job.Jobs;
import org.colonnade.platform.api.problem.Conflict;
import org.colonnade.platform.api.problem.NotFound;
import org.colonnade.platform.api.problem.Unavailable;
import org.colonnade.platform.api.store.Tx;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Takes files of contacts in, and takes imports back. */
@Component(service = ImportDesk.class)
public class FileImportDesk implements ImportDesk {

    private static final int SHOWN = 1_000;
    private static final int MOST_WAITING = 16;
    private static final long LONGEST_WAIT = 60_000;
    private static final long LOOK = 500;
    private static final Duration SOON = Duration.ofSeconds(2);

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile Jobs jobs;

    private final Tx tx;
    private final Parties records;
    private final Intake intake;
    private final ImportStore imports = new ImportStore();
    private final RefusedFiles refused;
    private final Semaphore waiting = new Semaphore(MOST_WAITING);

    @Activate
    public FileImportDesk(
            @Reference(target = "(module=crm)") Tx tx, @Reference Parties records, @Reference Intake intake) {
        this.tx = tx;
        this.records = records;
        this.intake = intake;
        this.refused = new RefusedFiles(tx, intake.sheets());
    }

    @Override
    public ImportReport begin(Actor actor, FileFormat format, InputStream file, ImportOptions options) {
        actor.require(RUN);
        records.notWritable(actor);
        FileOptions how = FileOptions.of(format, options);
        Jobs now = jobs();
        try {
            JobFiles files = now.prepare();
            files.keep(ImportWorker.INPUT, "application/octet-stream", file);
            ImportStore.Arrival arrival = arrival(files.path(ImportWorker.INPUT), how, options.dryRun());
            long id = tx.write(work -> {
                long run = imports.begin(work, arrival, actor.ref().toString());
                imports.submitted(work, run, now.submit(work, draft(run, options.dryRun(), files)));
                return run;
            });
            return get(actor, Tsid.text(id));
        } catch (IOException unreadable) {
            throw unreadable(unreadable);
        }
    }

    @Override
    public ImportReport take(Actor actor, FileFormat format, InputStream file, ImportOptions options) {
        actor.require(RUN);
        records.notWritable(actor);
        FileOptions how = FileOptions.of(format, options);
        try (Spool spool = new Spool(file)) {
            ImportStore.Arrival arrival = arrival(spool.file(), how, options.dryRun());
            long id = tx.write(work -> imports.begin(work, arrival, actor.ref().toString()));
            if (options.dryRun()) {
                intake.trial(actor, id, spool.file(), how, Pace.ALONE);
            } else {
                intake.take(actor, id, spool.file(), how, ImportCounts.NONE, Pace.ALONE);
            }
            return shown(get(actor, Tsid.text(id)));
        } catch (IOException unreadable) {
            throw unreadable(unreadable);
        }
    }

    @Override
    public ImportReport commit(Actor actor, String id) {
        ImportReport tried = get(actor, id);
        records.notWritable(actor);
        if (tried.state() != ImportReport.State.TRIED) {
            throw notTried();
        }
        long run = Tsid.parse(id);
        Jobs now = jobs();
        try {
            JobFiles files = now.prepare();
            try (InputStream input = ImportJobs.file(now, tried.job())) {
                files.keep(ImportWorker.INPUT, "application/octet-stream", input);
            }
            tx.write(work -> {
                if (imports.lock(work, run).state() != ImportReport.State.TRIED) {
                    throw notTried();
                }
                imports.committed(work, run, now.submit(work, draft(run, false, files)));
                return null;
            });
            return get(actor, id);
        } catch (IOException unreadable) {
            throw unreadable(unreadable);
        }
    }

    @Override
    public ImportReport revert(Actor actor, String id) {
        ImportReport report = get(actor, id);
        records.whole(actor);
        if (report.state() == ImportReport.State.REVERTED) {
            throw new Conflict("crm.import.reverted", "The import was taken back already.");
        }
        if (!report.state().ended()) {
            throw notEnded();
        }
        if (report.dryRun()) {
            throw new Conflict("crm.import.nothing-stored", "This was a dry run: it has stored nothing.");
        }
        long run = Tsid.parse(id);
        Jobs now = jobs();
        tx.write(work -> {
            ImportReport still = imports.lock(work, run);
            if (!Objects.equals(still.job(), report.job())) {
                throw notEnded();
            }
            JobDraft draft = JobDraft.of(
                    RevertWorker.KIND, "Taking back of an import of contacts", Json.write(new ImportWorker.Input(id)));
            imports.reverting(work, run, now.submit(work, draft));
            return null;
        });
        return get(actor, id);
    }

    @Override
    public ImportReport await(Actor actor, String id, Duration atMost) {
        long end = System.nanoTime() + Math.min(LONGEST_WAIT, atMost.toMillis()) * 1_000_000;
        boolean mayWait = waiting.tryAcquire();
        try {
            long seen = intake.endings().count();
            ImportReport report = get(actor, id);
            long left = (end - System.nanoTime()) / 1_000_000;
            while (!report.state().ended() && left > 0 && mayWait) {
                intake.endings().await(seen, Math.min(LOOK, left));
                seen = intake.endings().count();
                report = get(actor, id);
                left = (end - System.nanoTime()) / 1_000_000;
            }
            return report.state().ended() ? shown(report) : report;
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
            return get(actor, id);
        } finally {
            if (mayWait) {
                waiting.release();
            }
        }
    }

    @Override
    public Page<ImportReport> imports(Actor actor, PageRequest page) {
        actor.require(RUN);
        records.notWritable(actor);
        Page<ImportReport> found = tx.read(work -> imports.list(work, page));
        return new Page<>(found.items().stream().map(this::live).toList(), found.next());
    }

    @Override
    public ImportReport get(Actor actor, String id) {
        actor.require(RUN);
        records.notWritable(actor);
        ImportReport report = tx.read(work -> imports.find(work, Tsid.parse(id)));
        if (report == null) {
            throw NotFound.of("crm", "import", id);
        }
        return live(report);
    }

    @Override
    public Page<ImportItem> items(Actor actor, String id, ImportItem.Status status, PageRequest page) {
        get(actor, id);
        return tx.read(work -> imports.items(work, Tsid.parse(id), status, page));
    }

    @Override
    public FileContent refused(Actor actor, String id) {
        get(actor, id);
        return out -> refused.asTheyCame(Tsid.parse(id), out);
    }

    @Override
    public FileContent errors(Actor actor, String id) {
        get(actor, id);
        return out -> refused.withReasons(Tsid.parse(id), out);
    }

    private ImportReport shown(ImportReport report) {
        return report.showing(tx.read(work -> imports.some(work, Tsid.parse(report.id()), SHOWN)));
    }

    /** One that does not say itself that it has ended is as its job is. */
    private ImportReport live(ImportReport report) {
        Jobs now = jobs;
        return report.state().ended() || report.job() == null || now == null ? report : ImportJobs.live(now, report);
    }

    private ImportStore.Arrival arrival(Path file, FileOptions how, boolean dryRun) throws IOException {
        try (Opened opened = intake.open(file, how)) {
            return new ImportStore.Arrival(opened.format(), dryRun, opened.header(), Json.write(how));
        }
    }

    private static JobDraft draft(long run, boolean dryRun, JobFiles files) {
        String title = dryRun ? "Dry run: import of contacts" : "Import of contacts";
        return JobDraft.of(ImportWorker.KIND, title, Json.write(new ImportWorker.Input(Tsid.text(run))))
                .with(files);
    }

    private Jobs jobs() {
        Jobs now = jobs;
        if (now == null) {
            throw new Unavailable("crm.import.no-jobs", "Jobs cannot be begun now; ask again shortly.", SOON);
        }
        return now;
    }

    private static Conflict notTried() {
        return new Conflict("crm.import.not-tried", "Only a dry run that has ended well can be committed, and once.");
    }

    private static Conflict notEnded() {
        return new Conflict("crm.import.not-ended", "The import is under way; wait for its job, or call that off.");
    }

    private static Unavailable unreadable(IOException cause) {
        return new Unavailable(
                "crm.import.unreadable",
                "The file did not arrive or could not be put aside; send it again.",
                Duration.ofSeconds(5),
                cause);
    }
}
