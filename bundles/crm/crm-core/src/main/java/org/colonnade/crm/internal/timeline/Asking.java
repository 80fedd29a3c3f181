package org.colonnade.crm.internal.timeline;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.colonnade.crm.api.spi.TimelineContributor;
import org.colonnade.crm.api.spi.TimelineEntry;
import org.colonnade.crm.api.timeline.TimelinePage;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Caller;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.problem.Forbidden;
import org.colonnade.platform.api.problem.NotFound;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks contributors all at once, on few threads, and waits half a second. One that hangs keeps at most two threads; it is not asked again
 * before it has let go of one.
 */
final class Asking implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Asking.class);
    private static final int THREADS = 16;
    private static final int EACH = 2;

    private final Duration patience;
    private final AtomicInteger number = new AtomicInteger();
    private final Map<TimelineContributor, Semaphore> turns = new ConcurrentHashMap<>();
    private final ThreadPoolExecutor pool =
            new ThreadPoolExecutor(0, THREADS, 30, TimeUnit.SECONDS, new SynchronousQueue<>(), this::thread);

    Asking(Duration patience) {
        this.patience = patience;
    }

    private Thread thread(Runnable work) {
        Thread thread = new Thread(work, "crm-timeline-" + number.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    }

    /** What was told, and by whom nothing. */
    record Answers(List<List<TimelineEntry>> told, List<TimelinePage.Missing> missing) {}

    /** A question that waits for its answer, or what became of it at once. */
    private record Asked(String module, Future<List<TimelineEntry>> answer, TimelinePage.Reason refused) {}

    Answers ask(List<TimelineContributor> contributors, Actor actor, Ref party, Instant before, int limit) {
        List<Asked> all = new ArrayList<>();
        for (TimelineContributor one : contributors) {
            all.add(ask(one, actor, party, before, limit));
        }
        long end = System.nanoTime() + patience.toNanos();
        List<List<TimelineEntry>> told = new ArrayList<>();
        List<TimelinePage.Missing> missing = new ArrayList<>();
        for (Asked asked : all) {
            TimelinePage.Reason reason = asked.refused() == null ? await(asked, end, told) : asked.refused();
            if (reason != null) {
                missing.add(new TimelinePage.Missing(asked.module(), reason));
            }
        }
        return new Answers(told, missing.stream().distinct().toList());
    }

    private Asked ask(TimelineContributor one, Actor actor, Ref party, Instant before, int limit) {
        String module = one.module();
        Semaphore turn = turns.computeIfAbsent(one, c -> new Semaphore(EACH));
        if (!turn.tryAcquire()) {
            return new Asked(module, null, TimelinePage.Reason.BUSY);
        }
        Caller caller = Caller.current();
        Callable<List<TimelineEntry>> question = () -> one.entries(actor, party, before, limit);
        try {
            return new Asked(
                    module,
                    pool.submit(() -> {
                        try {
                            return caller.call(question);
                        } finally {
                            turn.release();
                        }
                    }),
                    null);
        } catch (RejectedExecutionException full) {
            turn.release();
            return new Asked(module, null, TimelinePage.Reason.BUSY);
        }
    }

    /** Adds what is told in time. @return why nothing was, or null */
    private static TimelinePage.Reason await(Asked asked, long end, List<List<TimelineEntry>> told) {
        try {
            told.add(List.copyOf(asked.answer().get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS)));
            return null;
        } catch (TimeoutException late) {
            asked.answer().cancel(true);
            return TimelinePage.Reason.SLOW;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return TimelinePage.Reason.SLOW;
        } catch (ExecutionException | NullPointerException failed) {
            Throwable cause = failed.getCause();
            if (cause instanceof Forbidden || cause instanceof NotFound) {
                return null;
            }
            LOG.warn("The function {} could not tell its part of a timeline", asked.module(), failed);
            return TimelinePage.Reason.FAILED;
        }
    }

    /** A contributor has left. */
    void forget(TimelineContributor contributor) {
        turns.remove(contributor);
    }

    @Override
    public void close() {
        pool.shutdownNow();
    }
}
