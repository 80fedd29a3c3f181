package org.colonnade.platform.privacy.internal.invariant;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.colonnade.platform.api.Caller;
import org.colonnade.platform.api.Invariant;
import org.colonnade.platform.api.admin.InvariantRuns.Outcome;
import org.colonnade.platform.api.admin.InvariantRuns.Verdict;
import org.colonnade.platform.api.problem.Problem;
import org.colonnade.platform.privacy.internal.store.InvariantStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Checks one invariant at a time, and does not wait longer than it is told to. What breaks or hangs is a result like any other. */
final class Check implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Check.class);
    private static final int LONGEST_LINE = 2_000;

    private final Clock clock;
    private final Set<String> underWay = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads =
            new ThreadPoolExecutor(0, Integer.MAX_VALUE, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), work -> {
                Thread thread = new Thread(work, "colonnade-invariant");
                thread.setDaemon(true);
                return thread;
            });

    Check(Clock clock) {
        this.clock = clock;
    }

    Verdict of(Invariant invariant, Duration patience, int examples) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        long begun = System.nanoTime();
        String name = invariant.name();
        if (!underWay.add(name)) {
            return unchecked(invariant, now, begun, "An earlier check of it has not come to its end yet.");
        }
        // what must be true is looked at in all companies at once
        Caller everywhere = Caller.current().in(Caller.EVERY_COMPANY);
        Future<List<String>> found = threads.submit(() -> {
            try {
                return everywhere.call(() -> invariant.counterExamples(examples));
            } finally {
                underWay.remove(name);
            }
        });
        try {
            List<String> counter = found.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return verdict(
                    invariant,
                    now,
                    begun,
                    counter.isEmpty() ? Outcome.HOLDS : Outcome.VIOLATED,
                    bounded(counter, examples),
                    null);
        } catch (TimeoutException slow) {
            found.cancel(true);
            return unchecked(invariant, now, begun, "It took longer than " + patience.toSeconds() + " seconds.");
        } catch (ExecutionException broken) {
            LOG.error("The invariant {} could not be checked", name, broken.getCause());
            return unchecked(invariant, now, begun, sentence(broken.getCause()));
        } catch (InterruptedException leaving) {
            found.cancel(true);
            Thread.currentThread().interrupt();
            return unchecked(invariant, now, begun, "The platform was stopped meanwhile.");
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    private static Verdict unchecked(Invariant invariant, Instant now, long begun, String failure) {
        return verdict(invariant, now, begun, Outcome.UNCHECKED, List.of(), failure);
    }

    private static Verdict verdict(
            Invariant invariant, Instant now, long begun, Outcome outcome, List<String> examples, String failure) {
        return new Verdict(
                invariant.name(),
                InvariantStore.module(invariant.name()),
                invariant.statement(),
                outcome,
                outcome == Outcome.HOLDS,
                examples,
                failure,
                now,
                null,
                TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun));
    }

    private static List<String> bounded(List<String> lines, int most) {
        return lines.stream()
                .limit(most)
                .map(line -> line.length() > LONGEST_LINE ? line.substring(0, LONGEST_LINE) : line)
                .toList();
    }

    /** A problem is written for people; anything else is in the log. */
    private static String sentence(Throwable broken) {
        return broken instanceof Problem problem ? problem.getMessage() : "It broke; the log says why.";
    }
}
