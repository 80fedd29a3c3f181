package org.colonnade.platform.jobs.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.colonnade.platform.api.PageRequest;
import org.colonnade.platform.api.Tsid;
import org.colonnade.platform.api.event.EventLog;
import org.colonnade.platform.api.job.JobState;
import org.colonnade.platform.api.job.JobWorker;
import org.colonnade.platform.api.problem.Unavailable;
import org.colonnade.platform.jobs.internal.store.RunRows;
import org.colonnade.testkit.TestDatabase;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameter;
import org.junit.runners.Parameterized.Parameters;

/** Two nodes over one database, whose clock goes when the test wants it. */
@RunWith(Parameterized.class)
public class RecoveryTest {

    private static final Duration LEASE = Duration.ofSeconds(15);
    private static final int ROWS = 40;

    @Parameter
    public TestDatabase.Kind kind;

    @Rule
    public final TemporaryFolder home = new TemporaryFolder();

    private final SettableClock clock = new SettableClock();
    private TestDatabase database;
    private Node one;
    private Node two;
    private Tally tally;

    @Parameters(name = "{0}")
    public static Object[] kinds() {
        return TestDatabase.Kind.values();
    }

    @Before
    public void open() {
        database = TestDatabase.of(kind, clock);
        one = new Node(database, home.getRoot().toPath());
        two = new Node(database, home.getRoot().toPath());
        tally = new Tally(database);
    }

    @After
    public void close() {
        database.close();
    }

    @Test
    public void aJobThatDiedInTheMiddleGoesOnAtItsCheckpoint() throws Exception {
        CountDownLatch stuck = new CountDownLatch(1);
        CountDownLatch freed = new CountDownLatch(1);
        one.engine.add(Node.worker("tally.count", run -> {
            tally.step(run, 0, 10, ROWS, () -> {});
            stuck.countDown();
            freed.await();
            tally.step(run, 10, 20, ROWS, () -> {});
        }));
        String id = one.submit(Node.MALEE, "tally.count");
        Thread slow = new Thread(one.engine::drain, "slow node");
        slow.start();
        assertTrue(stuck.await(30, TimeUnit.SECONDS));
        List<Integer> starts = new ArrayList<>();
        two.engine.add(counting(starts));
        assertEquals(0, two.engine.drain());
        clock.go(LEASE.plusSeconds(1));
        two.engine.drain();
        assertEquals(List.of(10), starts);
        assertEquals(JobState.DONE, two.get(id).state());
        // the first was not dead, only slow: its step is rolled back and its end changes nothing
        freed.countDown();
        slow.join(30_000);
        assertEquals(IntStream.range(0, ROWS).boxed().toList(), tally.marks());
        assertEquals(JobState.DONE, two.get(id).state());
        assertEquals(List.of("platform.job.done"), events());
    }

    @Test
    public void aSignOfLifeKeepsTheJob() throws Exception {
        CountDownLatch stuck = new CountDownLatch(1);
        CountDownLatch freed = new CountDownLatch(1);
        one.engine.add(Node.worker("tally.count", run -> {
            stuck.countDown();
            freed.await();
        }));
        String id = one.submit(Node.MALEE, "tally.count");
        Thread slow = new Thread(one.engine::drain, "slow node");
        slow.start();
        assertTrue(stuck.await(30, TimeUnit.SECONDS));
        two.engine.add(counting(new ArrayList<>()));
        for (int i = 0; i < 5; i++) {
            clock.go(LEASE.minusSeconds(5));
            one.engine.pulse();
            assertEquals(0, two.engine.drain());
        }
        freed.countDown();
        slow.join(30_000);
        assertEquals(JobState.DONE, one.get(id).state());
        assertEquals(List.of(), tally.marks());
    }

    @Test
    public void aCancellationReachesTheNodeThatRunsIt() throws Exception {
        CountDownLatch stuck = new CountDownLatch(1);
        CountDownLatch freed = new CountDownLatch(1);
        one.engine.add(Node.worker("tally.count", run -> {
            stuck.countDown();
            freed.await();
            run.goOn();
        }));
        String id = one.submit(Node.MALEE, "tally.count");
        Thread slow = new Thread(one.engine::drain, "node");
        slow.start();
        assertTrue(stuck.await(30, TimeUnit.SECONDS));
        assertTrue(Node.as(Node.MALEE, () -> two.jobs.cancel(id)).cancelling());
        one.engine.pulse();
        freed.countDown();
        slow.join(30_000);
        assertEquals(JobState.CANCELLED, one.get(id).state());
    }

    @Test
    public void aJobThatEndsItsProcessEachTimeIsGivenUp() {
        one.engine.add(counting(new ArrayList<>()));
        String id = one.submit(Node.MALEE, "tally.count");
        for (int death = 1; death <= 3; death++) {
            one.tx.write(work -> RunRows.take(
                    work, Tsid.parse(id), "a node that dies", work.now().plus(LEASE)));
            clock.go(LEASE.plusSeconds(1));
            if (death < 3) {
                new Node(database, home.getRoot().toPath()).engine.drain();
                assertEquals(JobState.QUEUED, one.get(id).state());
            }
        }
        two.engine.drain();
        assertEquals("platform.job.interrupted", two.get(id).failure().code());
        assertEquals(List.of("platform.job.failed"), events());
    }

    @Test
    public void aDefectIsTriedAgainAndThenGivenUp() {
        List<Integer> attempts = new ArrayList<>();
        one.engine.add(Node.worker("tally.count", run -> {
            attempts.add(run.attempt());
            throw new IllegalStateException("SQL and paths that nobody shall see");
        }));
        String id = one.submit(Node.MALEE, "tally.count");
        for (int i = 0; i < 5; i++) {
            one.engine.drain();
            clock.go(Duration.ofMinutes(10));
        }
        assertEquals(List.of(1, 2, 3), attempts);
        assertEquals("platform.job.failed", one.get(id).failure().code());
        assertEquals(
                "It went wrong for a reason that is not its owner's; the log tells more under the job's id.",
                one.get(id).failure().sentence());
    }

    @Test
    public void progressGivesNewTries() {
        List<Integer> starts = new ArrayList<>();
        one.engine.add(Node.worker("tally.count", run -> {
            int from = Tally.start(run);
            starts.add(from);
            tally.step(run, from, from + 10, ROWS, () -> {});
            if (from + 10 < ROWS) {
                throw new IllegalStateException("once more");
            }
        }));
        String id = one.submit(Node.MALEE, "tally.count");
        for (int i = 0; i < 5; i++) {
            one.engine.drain();
            clock.go(Duration.ofMinutes(10));
        }
        assertEquals(List.of(0, 10, 20, 30), starts);
        assertEquals(JobState.DONE, one.get(id).state());
        assertNull(one.get(id).failure());
    }

    @Test
    public void whatIsAwayIsWaitedFor() {
        List<Integer> attempts = new ArrayList<>();
        one.engine.add(Node.worker("tally.count", run -> {
            attempts.add(run.attempt());
            if (attempts.size() < 6) {
                throw new Unavailable("platform.store.away", "Later.", Duration.ofSeconds(1));
            }
        }));
        String id = one.submit(Node.MALEE, "tally.count");
        for (int i = 0; i < 6; i++) {
            one.engine.drain();
            clock.go(Duration.ofSeconds(6));
        }
        assertEquals(List.of(1, 1, 1, 1, 1, 1), attempts);
        assertEquals(JobState.DONE, one.get(id).state());
    }

    @Test
    public void eachStepCountsOnceWhateverDies() {
        Random random = new Random(20261124);
        JobsRules patient =
                new JobsRules(2, LEASE, 100, Duration.ofDays(7), 5, 1 << 20, 4 << 20, 3, Duration.ofSeconds(600));
        for (int round = 0; round < 15; round++) {
            String id = one.submit(Node.ADMIN, "tally.count");
            JobWorker dying = dying(random);
            for (int i = 0; i < 200 && !one.get(id).state().ended(); i++) {
                Node node = new Node(database, home.getRoot().toPath(), patient);
                node.engine.add(dying);
                node.engine.drain();
                clock.go(LEASE.plusMinutes(10));
            }
            assertEquals("round " + round, JobState.DONE, one.get(id).state());
            int all = round + 1;
            assertEquals(
                    "round " + round,
                    IntStream.range(0, ROWS * all).map(i -> i / all).boxed().toList(),
                    tally.marks());
        }
    }

    /** Goes wrong before a step, in it, after it, in a way that leaves no trace, or not at all. */
    private JobWorker dying(Random random) {
        return Node.worker("tally.count", run -> {
            int at = Tally.start(run);
            while (at < ROWS) {
                int to = Math.min(ROWS, at + 1 + random.nextInt(7));
                int fate = random.nextInt(8);
                fate(fate == 0);
                tally.step(run, at, to, ROWS, () -> fate(fate == 1));
                fate(fate == 2 && to < ROWS);
                at = to;
            }
        });
    }

    private static void fate(boolean strikes) {
        if (strikes) {
            throw new StackOverflowError("struck");
        }
    }

    private JobWorker counting(List<Integer> starts) {
        return Node.worker("tally.count", run -> {
            starts.add(Tally.start(run));
            for (int at = Tally.start(run); at < ROWS; at += 10) {
                tally.step(run, at, at + 10, ROWS, () -> {});
            }
        });
    }

    private List<String> events() {
        database.placeEvents();
        return database.eventLog().entries(null, PageRequest.first()).items().stream()
                .map(EventLog.Entry::type)
                .toList();
    }
}
