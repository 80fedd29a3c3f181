package org.colonnade.platform.jobs.internal;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Caller;
import org.colonnade.platform.api.Page;
import org.colonnade.platform.api.PageRequest;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.Tsid;
import org.colonnade.platform.api.job.Job;
import org.colonnade.platform.api.job.JobDraft;
import org.colonnade.platform.api.job.JobFile;
import org.colonnade.platform.api.job.JobFiles;
import org.colonnade.platform.api.job.JobQuery;
import org.colonnade.platform.api.job.JobState;
import org.colonnade.platform.api.job.Jobs;
import org.colonnade.platform.api.problem.Conflict;
import org.colonnade.platform.api.problem.NotFound;
import org.colonnade.platform.api.problem.Rejected;
import org.colonnade.platform.api.problem.TooMany;
import org.colonnade.platform.api.store.Tx;
import org.colonnade.platform.api.store.Work;
import org.colonnade.platform.jobs.internal.domain.DraftRule;
import org.colonnade.platform.jobs.internal.domain.OwnerRule;
import org.colonnade.platform.jobs.internal.engine.Engine;
import org.colonnade.platform.jobs.internal.engine.JobEngine;
import org.colonnade.platform.jobs.internal.engine.JsonText;
import org.colonnade.platform.jobs.internal.file.FolderFiles;
import org.colonnade.platform.jobs.internal.file.JobFolder;
import org.colonnade.platform.jobs.internal.store.FileRows;
import org.colonnade.platform.jobs.internal.store.JobRows;
import org.colonnade.platform.jobs.internal.store.NewJob;
import org.colonnade.platform.jobs.internal.store.StepFailed;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Jobs in the database, and their files in the data folder. */
@Component
public final class StoredJobs implements Jobs {

    private static final Logger LOG = LoggerFactory.getLogger(StoredJobs.class);
    private static final Duration LATER = Duration.ofMinutes(1);

    private final Tx tx;
    private final JobsSettings settings;
    private final JobFolder folder;
    private final Engine engine;

    @Activate
    public StoredJobs(
            @Reference(target = "(module=jobs)") Tx tx,
            @Reference JobsSettings settings,
            @Reference JobFolder folder,
            @Reference JobEngine engine) {
        this(tx, settings, folder, engine.engine());
    }

    StoredJobs(Tx tx, JobsSettings settings, JobFolder folder, Engine engine) {
        this.tx = tx;
        this.settings = settings;
        this.folder = folder;
        this.engine = engine;
    }

    @Override
    public JobFiles prepare() {
        return files(tx.write(Work::newId));
    }

    @Override
    public String submit(Work work, JobDraft draft) {
        DraftRule.check(draft);
        if (!JsonText.valid(draft.input())) {
            throw new Rejected("platform.job.invalid", "The input of a job is JSON.").field("input", "is not JSON");
        }
        Caller caller = Caller.current();
        long id =
                draft.files() == null ? work.newId() : Tsid.parse(draft.files().job());
        String place = draft.files() == null ? null : folder.place();
        StepFailed.unless(() -> {
            limit(work, caller.actor());
            JobRows.add(work, new NewJob(id, draft, caller, place));
        });
        engine.wake();
        return Tsid.text(id);
    }

    @Override
    public String submit(JobDraft draft) {
        return tx.write(work -> submit(work, draft));
    }

    @Override
    public Job get(String id) {
        return tx.read(work -> {
            Job job = visible(work, id, READ);
            return shown(job, FileRows.of(work, Tsid.parse(id)));
        });
    }

    @Override
    public Page<Job> list(JobQuery query, PageRequest page) {
        Actor actor = Caller.current().actor();
        Ref owner = query.mine() || !actor.may(READ) ? actor.ref() : null;
        List<String> keys = page.keys(1);
        long before = keys.isEmpty() ? Long.MAX_VALUE : Tsid.parse(keys.get(0));
        return tx.read(work -> {
            List<Job> found = JobRows.before(work, before, query, owner, page.limit() + 1);
            List<Job> items = found.subList(0, Math.min(page.limit(), found.size()));
            Map<Long, List<JobFile>> files = items.isEmpty()
                    ? Map.of()
                    : FileRows.between(work, id(items.get(items.size() - 1)), id(items.get(0)));
            return new Page<>(
                    items.stream()
                            .map(job -> shown(job, files.getOrDefault(id(job), List.of())))
                            .toList(),
                    found.size() > page.limit()
                            ? PageRequest.cursor(items.get(items.size() - 1).id())
                            : null);
        });
    }

    @Override
    public JobFiles files(String id) {
        tx.read(work -> visible(work, id, READ));
        return files(Tsid.parse(id));
    }

    @Override
    public Job cancel(String id) {
        tx.write(work -> {
            visible(work, id, CHANGE);
            JobState state = JobRows.lock(work, Tsid.parse(id)).orElseThrow(() -> missing(id));
            if (state.ended()) {
                throw new Conflict("platform.job.ended", "The job has ended already.");
            }
            if (state == JobState.QUEUED) {
                JobRows.cancel(
                        work, Tsid.parse(id), work.now().plus(settings.now().retention()));
            } else {
                JobRows.callOff(work, Tsid.parse(id));
            }
            return null;
        });
        engine.callOff(Tsid.parse(id));
        return get(id);
    }

    @Override
    public void remove(String id) {
        tx.write(work -> {
            visible(work, id, CHANGE);
            JobState state = JobRows.lock(work, Tsid.parse(id)).orElseThrow(() -> missing(id));
            if (!state.ended()) {
                throw new Conflict("platform.job.not-ended", "The job has not ended yet; cancel it first.");
            }
            JobRows.remove(work, Tsid.parse(id));
            FileRows.removeAll(work, Tsid.parse(id));
            return null;
        });
        discard(Tsid.parse(id));
    }

    /** What cannot be removed now is removed with the next sweep. */
    private void discard(long job) {
        try {
            folder.remove(job);
        } catch (IOException stuck) {
            LOG.warn("The files of job {} cannot be removed now", Tsid.text(job), stuck);
        }
    }

    private void limit(Work work, Actor owner) throws java.sql.SQLException {
        int most = settings.now().jobsPerOwner();
        if (OwnerRule.isAccount(owner) && JobRows.open(work, owner.ref()) >= most) {
            throw new TooMany(
                    "platform.job.too-many",
                    "You have " + most + " jobs that have not ended; wait for some of them, or cancel them.",
                    LATER);
        }
    }

    private Job visible(Work work, String id, String permission) throws java.sql.SQLException {
        Actor actor = Caller.current().actor();
        return JobRows.find(work, Tsid.parse(id))
                .filter(job -> job.owner().equals(actor.ref()) || actor.may(permission))
                .orElseThrow(() -> missing(id));
    }

    private Job shown(Job job, List<JobFile> files) {
        String waitsFor =
                job.state() == JobState.QUEUED && !engine.knows(job.kind()) ? DraftRule.module(job.kind()) : null;
        return new Job(
                job.id(),
                job.kind(),
                job.title(),
                job.state(),
                job.priority(),
                job.owner(),
                job.ownerName(),
                job.done(),
                job.total(),
                job.message(),
                waitsFor,
                job.cancelling(),
                job.failure(),
                job.result(),
                files,
                job.createdAt(),
                job.startedAt(),
                job.changedAt(),
                job.endedAt(),
                job.keptUntil(),
                job.change());
    }

    private JobFiles files(long id) {
        return new FolderFiles(folder, tx, settings, id, () -> {});
    }

    private static long id(Job job) {
        return Tsid.parse(job.id());
    }

    private static NotFound missing(String id) {
        return NotFound.of(Job.MODULE, Job.TYPE, id);
    }
}
