package org.colonnade.platform.jobs.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.colonnade.platform.api.job.JobState;
import org.colonnade.platform.api.job.JobWorker;
import org.colonnade.testkit.OnEachDatabase;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Two nodes that work in the background, as in operation. */
public class TwoNodesTest extends OnEachDatabase {

    private static final int JOBS = 60;

    @Rule
    public final TemporaryFolder home = new TemporaryFolder();

    private final List<Node> nodes = new ArrayList<>();

    @Before
    public void open() {
        JobsRules rules = new JobsRules(
                3, Duration.ofSeconds(15), 3, Duration.ofDays(7), 500, 1 << 20, 4 << 20, 3, Duration.ofSeconds(600));
        for (int i = 0; i < 2; i++) {
            nodes.add(new Node(database(), home.getRoot().toPath(), rules));
        }
    }

    @After
    public void stop() {
        nodes.forEach(node -> node.engine.close());
    }

    @Test
    public void noJobRunsTwice() {
        Map<String, AtomicInteger> runs = new ConcurrentHashMap<>();
        for (Node node : nodes) {
            node.engine.add(Node.worker("tally.count", run -> {
                runs.computeIfAbsent(run.id(), id -> new AtomicInteger()).incrementAndGet();
                run.progress(1, 1, "done");
            }));
            node.engine.start();
        }
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < JOBS; i++) {
            ids.add(nodes.get(i % 2).submit(i % 3 == 0 ? Node.MALEE : Node.SOMCHAI, "tally.count"));
        }
        await(() -> ids.stream().allMatch(id -> nodes.get(0).get(id).state() == JobState.DONE));
        assertEquals(JOBS, runs.size());
        runs.forEach((id, count) -> assertEquals(id, 1, count.get()));
    }

    @Test
    public void aWorkerThatLeavesGivesItsJobToTheOtherNode() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        AtomicInteger goneOn = new AtomicInteger(-1);
        JobWorker endless = Node.worker("tally.count", run -> {
            run.progress(7, 10, "7");
            begun.countDown();
            while (true) {
                run.goOn();
                LockSupport.parkNanos(1_000_000);
            }
        });
        nodes.get(0).engine.add(endless);
        nodes.get(0).engine.start();
        String id = nodes.get(0).submit(Node.MALEE, "tally.count");
        assertTrue(begun.await(30, TimeUnit.SECONDS));
        nodes.get(0).engine.remove(endless);
        assertEquals(JobState.QUEUED, nodes.get(0).get(id).state());
        nodes.get(1).engine.add(Node.worker("tally.count", run -> {
            assertEquals(1, run.attempt());
            goneOn.set(Integer.parseInt(run.checkpoint()));
        }));
        nodes.get(1).engine.start();
        await(() -> nodes.get(1).get(id).state() == JobState.DONE);
        assertEquals(7, goneOn.get());
    }

    private static void await(BooleanSupplier condition) {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!condition.getAsBoolean()) {
            assertTrue("it did not come to pass in time", System.nanoTime() < until);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }
}
