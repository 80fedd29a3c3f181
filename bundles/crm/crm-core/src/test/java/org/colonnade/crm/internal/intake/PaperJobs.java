package org.colonnade.crm.internal.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.colonnade.crm.internal.Office;
import org.colonnade.crm.internal.store.Sql;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Page;
import org.colonnade.platform.api.PageRequest;
import org.colonnade.platform.api.Tsid;
import org.colonnade.platform.api.job.Job;
import org.colonnade.platform.api.job.JobDraft;
import org.colonnade.platform.api.job.JobFiles;
import org.colonnade.platform.api.job.JobQuery;
import org.colonnade.platform.api.job.JobState;
import org.colonnade.platform.api.job.JobWorker;
import org.colonnade.platform.api.job.Jobs;
import org.colonnade.platform.api.job.RunEnded;
import org.colonnade.platform.api.problem.NotFound;
import org.colonnade.platform.api.store.Tx;
import org.colonnade.platform.api.store.Work;
import org.colonnade.testkit.PaperFiles;
import org.colonnade.testkit.PaperRun;
import org.colonnade.testkit.TestDatabase;

/** Jobs that are done in the test's own thread when it says so, and that can be cut off half-way. */
public final class PaperJobs implements Jobs {

    private static final String LAST = "select checkpoint from paper_job where job = ?";
    private static final String FORGET = "delete from paper_job where job = ?";
    private static final String MARK = "insert into paper_job (job, checkpoint) values (?, ?)";

    private final TestDatabase database;
    private final Map<String, JobWorker> workers = new HashMap<>();
    private final Map<String, JobDraft> drafts = new LinkedHashMap<>();
    private final Map<String, JobState> states = new HashMap<>();
    private final Map<String, JobFiles> folders = new HashMap<>();
    private boolean tableIsThere;

    public PaperJobs(TestDatabase database) {
        this.database = database;
    }

    void knows(JobWorker worker) {
        workers.put(worker.kind(), worker);
    }

    JobWorker worker(String kind) {
        return workers.get(kind);
    }

    /** Does everything that was submitted and has not ended. */
    public void work() {
        drafts.keySet().stream()
                .filter(job -> states.get(job) == JobState.QUEUED)
                .toList()
                .forEach(job -> work(job, Office.ACTOR, Integer.MAX_VALUE, false));
    }

    /** Does a job up to its step of that number, in which the process is killed. */
    void work(String job, Actor actor, int killedIn, boolean calledOff) {
        Run run = new Run(job, actor, killedIn, calledOff);
        states.put(job, JobState.RUNNING);
        try {
            workers.get(drafts.get(job).kind()).run(run);
            states.put(job, JobState.DONE);
        } catch (RunEnded ended) {
            states.put(job, calledOff ? JobState.CANCELLED : JobState.QUEUED);
        } catch (Killed killed) {
            states.put(job, JobState.QUEUED);
        } catch (RuntimeException failure) {
            states.put(job, JobState.FAILED);
            throw failure;
        } catch (Exception failure) {
            throw new AssertionError(failure);
        }
    }

    @Override
    public JobFiles prepare() {
        try {
            Path folder = Files.createTempDirectory("colonnade-paper");
            folder.toFile().deleteOnExit();
            return new PaperFiles(Tsid.text(office(Work::newId)), folder);
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    private <T> T office(Tx.Body<T> body) {
        return database.tx("crm").write(body);
    }

    @Override
    public String submit(Work work, JobDraft draft) {
        String id =
                draft.files() == null ? Tsid.text(work.newId()) : draft.files().job();
        drafts.put(id, draft);
        states.put(id, JobState.QUEUED);
        if (draft.files() != null) {
            folders.put(id, draft.files());
        }
        return id;
    }

    @Override
    public String submit(JobDraft draft) {
        return office(work -> submit(work, draft));
    }

    @Override
    public Job get(String id) {
        JobDraft draft = drafts.get(id);
        if (draft == null) {
            throw NotFound.of(Job.MODULE, Job.TYPE, id);
        }
        Instant then = Instant.EPOCH;
        return new Job(
                id,
                draft.kind(),
                draft.title(),
                states.get(id),
                draft.priority(),
                Office.ACTOR.ref(),
                "test",
                0,
                null,
                null,
                null,
                false,
                null,
                null,
                List.of(),
                then,
                then,
                then,
                null,
                null,
                1);
    }

    @Override
    public JobFiles files(String id) {
        if (!folders.containsKey(id)) {
            throw NotFound.of(Job.MODULE, Job.TYPE, id);
        }
        return folders.get(id);
    }

    @Override
    public Job cancel(String id) {
        states.put(id, JobState.CANCELLED);
        return get(id);
    }

    @Override
    public void remove(String id) {
        drafts.remove(id);
        folders.remove(id);
    }

    @Override
    public Page<Job> list(JobQuery query, PageRequest page) {
        throw new UnsupportedOperationException();
    }

    private void table() {
        if (!tableIsThere) {
            try (Connection connection = database.connection();
                    Statement statement = connection.createStatement()) {
                statement.execute("create table if not exists paper_job (job varchar(13), checkpoint varchar(1000))");
                tableIsThere = true;
            } catch (SQLException failure) {
                throw new AssertionError(failure);
            }
        }
    }

    /** The process is gone. */
    private static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Keeps its checkpoint as the platform does: in the transaction that it is given. */
    private final class Run extends PaperRun {

        private final int killedIn;
        private final boolean calledOff;
        private final String checkpoint;
        private int steps;
        private boolean dead;

        Run(String job, Actor actor, int killedIn, boolean calledOff) {
            super(job, drafts.get(job).input(), actor, folders.get(job));
            table();
            this.killedIn = killedIn;
            this.calledOff = calledOff;
            List<String> kept =
                    office(work -> Sql.query(work.unwrap(Connection.class), LAST, row -> row.getString(1), job));
            checkpoint = kept.isEmpty() ? null : kept.get(0);
        }

        @Override
        public String checkpoint() {
            return checkpoint;
        }

        @Override
        public void progress(Work work, long done, long total, String where) {
            steps++;
            dead |= steps >= killedIn;
            if (dead) {
                throw new RunEnded("killed");
            }
            try {
                Connection connection = work.unwrap(Connection.class);
                Sql.update(connection, FORGET, id());
                Sql.update(connection, MARK, id(), where);
            } catch (SQLException failure) {
                throw new AssertionError(failure);
            }
        }

        @Override
        public void progress(long done, long total, String where) {
            steps++;
            if (steps >= killedIn) {
                throw new Killed();
            }
        }

        @Override
        public boolean cancelled() {
            return calledOff;
        }

        @Override
        public void goOn() {
            if (calledOff && steps > 0) {
                throw new RunEnded("called off");
            }
        }
    }
}
