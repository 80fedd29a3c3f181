package org.colonnade.itests;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/** Requests at a steady rate from somebody who does not know what is being installed. */
final class Traffic implements AutoCloseable {

    private final ScheduledExecutorService pool = Executors.newScheduledThreadPool(4);
    private final Queue<Api.Answer> answers = new ConcurrentLinkedQueue<>();
    private final Queue<String> broken = new ConcurrentLinkedQueue<>();
    private final AtomicInteger turn = new AtomicInteger();
    private final Api api;
    private final String[] paths;

    private Traffic(Api api, String[] paths) {
        this.api = api;
        this.paths = paths;
    }

    static Traffic on(Api api, int perSecond, String... paths) {
        Traffic traffic = new Traffic(api, paths);
        traffic.pool.scheduleAtFixedRate(traffic::once, 0, 1_000_000 / perSecond, TimeUnit.MICROSECONDS);
        return traffic;
    }

    int count() {
        return answers.size() + broken.size();
    }

    /** What came back and is not as it should be, and what did not come back. */
    List<String> failures(Predicate<Api.Answer> right) {
        List<String> failures = new ArrayList<>(broken);
        answers.stream()
                .filter(right.negate())
                .limit(20)
                .forEach(answer -> failures.add(answer.call() + " " + answer.status() + " " + answer.text()));
        return failures;
    }

    private void once() {
        String path = paths[Math.floorMod(turn.getAndIncrement(), paths.length)];
        try {
            answers.add(api.get(path));
        } catch (RuntimeException e) {
            broken.add(path + " " + e);
        }
    }

    @Override
    public void close() {
        pool.shutdownNow();
    }
}
