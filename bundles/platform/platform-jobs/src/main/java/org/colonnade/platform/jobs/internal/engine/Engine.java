package org.colonnade.platform.jobs.internal.engine;

import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import org.colonnade.platform.api.job.JobWorker;
import org.colonnade.platform.api.store.Tx;
import org.colonnade.platform.jobs.internal.JobsSettings;
import org.colonnade.platform.jobs.internal.engine.Desk.Pulse;
import org.colonnade.platform.jobs.internal.file.JobFolder;
import org.colonnade.platform.jobs.internal.store.RunRows.Taken;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the jobs of this node: takes as many as there are threads, gives signs of life for them, and takes over those of dead nodes. */
public final class Engine implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Engine.class);
    private static final long POLL_MILLIS = 1_000;
    private static final long PULSE_MILLIS = 1_500;
    private static final long SWEEP_SECONDS = 600;
    private static final List<Long> EAGER_MILLIS = List.of(20L, 100L, 300L);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Desk desk;
    private final Tx tx;
    private final JobsSettings settings;
    private final JobFolder folder;
    private final Workshop workshop;
    private final Map<String, JobWorker> workers = new ConcurrentHashMap<>();
    private final Map<Long, Run> runs = new ConcurrentHashMap<>();
    private final ReentrantLock taking = new ReentrantLock();
    private volatile ScheduledThreadPoolExecutor clock;
    private volatile ExecutorService threads;
    private volatile boolean closed;

    public Engine(Tx tx, JobsSettings settings, JobFolder folder, Owners owners) {
        this.tx = tx;
        this.settings = settings;
        this.folder = folder;
        this.desk = new Desk(tx.everywhere(), settings, UUID.randomUUID().toString());
        this.workshop = new Workshop(desk, tx, settings, folder, owners);
    }

    /** Begins to work in the background; without it only {@link #drain} moves anything. */
    public void start() {
        threads = Executors.newCachedThreadPool(named("colonnade-job-"));
        ScheduledThreadPoolExecutor fresh = new ScheduledThreadPoolExecutor(3, named("colonnade-jobs-"));
        fresh.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        clock = fresh;
        fresh.scheduleWithFixedDelay(this::round, 0, POLL_MILLIS, TimeUnit.MILLISECONDS);
        fresh.scheduleWithFixedDelay(this::pulse, PULSE_MILLIS, PULSE_MILLIS, TimeUnit.MILLISECONDS);
        fresh.scheduleWithFixedDelay(this::sweep, 1, SWEEP_SECONDS, TimeUnit.SECONDS);
    }

    /** A worker has come; of two for one kind the later works. */
    public void add(JobWorker worker) {
        workers.put(worker.kind(), worker);
        wake();
    }

    /** The worker goes: its runs are told to end and waited for, for a few seconds; their jobs go on when there is a worker again. */
    public void remove(JobWorker worker) {
        if (workers.remove(worker.kind(), worker)) {
            leave(runs.values().stream()
                    .filter(run -> run.kind().equals(worker.kind()))
                    .toList());
        }
    }

    /** Whether there is a worker for the kind on this node. */
    public boolean knows(String kind) {
        return workers.containsKey(kind);
    }

    /** The kinds that this node can do. */
    public Set<String> kinds() {
        return Set.copyOf(workers.keySet());
    }

    /** How many jobs run here now. */
    public int running() {
        return runs.size();
    }

    /** There may be a new job as soon as the transaction that makes it is stored. */
    public void wake() {
        ScheduledThreadPoolExecutor open = clock;
        if (open != null) {
            try {
                EAGER_MILLIS.forEach(millis -> open.schedule(this::take, millis, TimeUnit.MILLISECONDS));
            } catch (RejectedExecutionException closing) {
                LOG.trace("Not begun any more, the platform stops", closing);
            }
        }
    }

    /** Somebody has called the job off. */
    public void callOff(long job) {
        Run run = runs.get(job);
        if (run != null) {
            run.callOff();
        }
    }

    /** Runs everything that is due in the caller's thread. For tests, where nothing runs in the background. */
    public int drain() {
        int count = desk.recover();
        Optional<Taken> next = desk.take(kinds(), folder.place(), true);
        while (next.isPresent()) {
            count++;
            begin(next.get()).run();
            next = desk.take(kinds(), folder.place(), true);
        }
        return count;
    }

    /** A sign of life for each run, and what there is to tell it. */
    public void pulse() {
        for (Run run : runs.values()) {
            try {
                Pulse pulse = desk.hold(run.job(), run.number());
                if (pulse == Pulse.LOST) {
                    run.lose();
                } else if (pulse == Pulse.CALLED_OFF) {
                    run.callOff();
                }
            } catch (RuntimeException failure) {
                // the database is away or busy; the lease outlives a few of these
                LOG.debug("No sign of life for job {}", run.id(), failure);
            }
        }
    }

    /** Removes what need not be kept any longer. */
    public void sweep() {
        try {
            new Sweep(tx, folder).run();
        } catch (IOException | RuntimeException failure) {
            LOG.warn("Old jobs cannot be removed now; the next sweep tries again", failure);
        }
    }

    @Override
    public void close() {
        closed = true;
        ScheduledThreadPoolExecutor stopping = clock;
        if (stopping != null) {
            stopping.shutdown();
        }
        leave(List.copyOf(runs.values()));
        if (threads != null) {
            // never interrupted: H2 closes its file when a thread that writes is interrupted
            threads.shutdown();
        }
    }

    private void round() {
        try {
            desk.recover();
        } catch (RuntimeException failure) {
            LOG.debug("Jobs of silent nodes cannot be looked for", failure);
        }
        take();
    }

    private void take() {
        if (!taking.tryLock()) {
            return;
        }
        try {
            int most = settings.now().threads();
            while (!closed && runs.size() < most) {
                boolean background = most == 1 || low() < most - 1;
                Optional<Taken> next = desk.take(kinds(), folder.place(), background);
                if (next.isEmpty()) {
                    return;
                }
                threads.execute(begin(next.get()));
            }
        } catch (RuntimeException failure) {
            // the database is away or busy, or the platform stops; the next round comes in a second
            LOG.debug("Jobs cannot be taken", failure);
        } finally {
            taking.unlock();
        }
    }

    private long low() {
        return runs.values().stream().filter(Run::isLow).count();
    }

    private Runnable begin(Taken taken) {
        Run run = workshop.prepare(taken);
        runs.put(taken.id(), run);
        return () -> {
            try {
                workshop.work(run, workers.get(taken.kind()), () -> closed);
            } finally {
                runs.remove(taken.id(), run);
                run.over().countDown();
                if (clock != null) {
                    take();
                }
            }
        };
    }

    private void leave(Collection<Run> going) {
        going.forEach(Run::leave);
        long until = System.nanoTime() + PATIENCE.toNanos();
        for (Run run : going) {
            try {
                if (!run.over().await(until - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                    LOG.warn(
                            "Job {} still runs while its worker leaves; it goes on from its checkpoint later",
                            run.id());
                }
            } catch (InterruptedException hurry) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private static ThreadFactory named(String prefix) {
        AtomicInteger number = new AtomicInteger();
        return work -> {
            Thread thread = new Thread(work, prefix + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }
}
