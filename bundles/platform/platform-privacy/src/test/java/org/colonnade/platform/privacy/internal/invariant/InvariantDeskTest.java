package org.colonnade.platform.privacy.internal.invariant;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Invariant;
import org.colonnade.platform.api.PageRequest;
import org.colonnade.platform.api.admin.InvariantRuns.Outcome;
import org.colonnade.platform.api.admin.InvariantRuns.Run;
import org.colonnade.platform.api.admin.InvariantRuns.Verdict;
import org.colonnade.platform.api.job.RunEnded;
import org.colonnade.platform.api.problem.Conflict;
import org.colonnade.platform.api.problem.NotFound;
import org.colonnade.platform.api.problem.Rejected;
import org.colonnade.platform.api.problem.Unavailable;
import org.colonnade.platform.api.store.Tx;
import org.colonnade.platform.privacy.internal.SettableClock;
import org.colonnade.platform.privacy.internal.Settings;
import org.colonnade.testkit.PaperRun;
import org.colonnade.testkit.TestDatabase;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;

@RunWith(Parameterized.class)
public class InvariantDeskTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Parameterized.Parameter
    public TestDatabase.Kind kind;

    private final SettableClock clock = new SettableClock(Instant.parse("2026-03-10T12:00:00Z"));
    private final List<String> wrong = new ArrayList<>();
    private TestDatabase database;
    private Tx tx;
    private InvariantDesk desk;

    @Parameterized.Parameters(name = "{0}")
    public static Object[] kinds() {
        return TestDatabase.Kind.values();
    }

    @Before
    public void raise() {
        database = TestDatabase.of(kind, clock);
        tx = database.tx("privacy");
        desk = desk(Map.of("timeoutSeconds", 1, "keptRuns", 3, "counterExamples", 2));
    }

    @After
    public void close() {
        desk.close();
        database.close();
    }

    @Test
    public void whatHoldsWhatDoesNotAndWhatBreaksAreAllResults() {
        desk.invariants.add(invariant("crm.a", limit -> List.of()));
        desk.invariants.add(invariant(
                "crm.b",
                limit -> IntStream.range(0, 50).mapToObj(i -> "party " + i).toList()));
        desk.invariants.add(invariant("sales.c", limit -> {
            throw new IllegalStateException("inside");
        }));
        assertEquals(
                List.of(Outcome.UNKNOWN, Outcome.UNKNOWN, Outcome.UNKNOWN),
                desk.all().stream().map(Verdict::outcome).toList());

        Run run = run();
        assertEquals(List.of(3, 1, 1), List.of(run.checked(), run.violated(), run.unchecked()));
        assertEquals(List.of(), run.verdicts().get(0).counterExamples());
        assertEquals(List.of("party 0", "party 1"), run.verdicts().get(1).counterExamples());
        assertEquals("It broke; the log says why.", run.verdicts().get(2).failure());
        assertEquals(
                List.of(Outcome.HOLDS, Outcome.VIOLATED, Outcome.UNCHECKED),
                desk.all().stream().map(Verdict::outcome).toList());
        assertNotNull(desk.all().get(1).since());
        assertEquals("platform:system:platform", run.startedBy());
    }

    @Test
    public void onlyThoseAskedForAreChecked() {
        desk.invariants.add(invariant("crm.a", limit -> List.of()));
        desk.invariants.add(invariant("sales.b", limit -> List.of()));
        assertEquals(1, await(desk.start(List.of("crm"))).checked());
        assertEquals(
                "sales.b",
                await(desk.start(List.of("sales.b"))).verdicts().get(0).name());
        assertEquals(
                "platform.invariant.unknown",
                assertThrows(Rejected.class, () -> desk.start(List.of("crm", "nothing")))
                        .code());
        assertThrows(NotFound.class, () -> desk.get("0000000000000"));
        assertThrows(NotFound.class, () -> desk.get("none"));
    }

    @Test
    public void itIsToldOnceWhenOneTurns() {
        desk.invariants.add(invariant("crm.a", limit -> wrong));
        run();
        wrong.add("party 1");
        run();
        run();
        assertEquals(1, told());
        Instant since = desk.all().get(0).since();
        wrong.clear();
        clock.pass(Duration.ofHours(1));
        run();
        assertTrue(since.isBefore(desk.all().get(0).since()));
        wrong.add("party 2");
        run();
        assertEquals(2, told());
    }

    @Test
    public void oneRunAtATimeAndOneThatHangsHindersNoOther() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        desk.invariants.add(invariant("crm.a", limit -> {
            begun.countDown();
            awaitQuietly(end);
            return List.of();
        }));
        desk.invariants.add(invariant("crm.b", limit -> List.of()));
        Run run = desk.start(List.of());
        begun.await();
        assertEquals(
                "platform.invariants.running",
                assertThrows(Conflict.class, () -> desk.start(List.of())).code());
        assertEquals(Run.State.RUNNING, desk.get(run.id()).state());
        run = await(run);
        assertEquals("It took longer than 1 seconds.", run.verdicts().get(0).failure());
        assertEquals(Outcome.HOLDS, run.verdicts().get(1).outcome());
        assertEquals(
                "An earlier check of it has not come to its end yet.",
                run().verdicts().get(0).failure());
        end.countDown();
    }

    @Test
    public void onlyTheNewestRunsAreKept() {
        desk.invariants.add(invariant("crm.a", limit -> List.of()));
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            ids.add(0, run().id());
        }
        assertEquals(
                ids.subList(0, 3),
                desk.runs(PageRequest.first()).items().stream().map(Run::id).toList());
        var page = desk.runs(new PageRequest(2, null));
        assertEquals(1, desk.runs(new PageRequest(2, page.next())).items().size());
    }

    @Test
    public void aJobChecksAllOneRunAtATime() {
        InvariantDesk other = desk(Map.of());
        List<String> refusals = new ArrayList<>();
        desk.invariants.add(invariant("crm.a", limit -> {
            refusals.add(
                    assertThrows(Unavailable.class, () -> other.all(paper())).code());
            return List.of();
        }));
        PaperRun job = paper();
        new InvariantSchedule(desk).run(job);
        assertEquals(List.of("platform.invariants.running"), refusals);
        List<Run> runs = desk.runs(PageRequest.first()).items();
        assertEquals(1, runs.size());
        assertEquals("{\"run\": \"" + runs.get(0).id() + "\"}", job.outcome());
        assertEquals(Run.Trigger.SCHEDULED, runs.get(0).trigger());
        assertEquals("platform:system:invariants", runs.get(0).startedBy());
        assertEquals(Run.State.FINISHED, runs.get(0).state());
        other.close();
    }

    @Test
    public void aJobThatIsCutOffLeavesTheWayFree() {
        desk.invariants.add(invariant("crm.a", limit -> List.of()));
        assertThrows(RunEnded.class, () -> desk.all(paper().cutAfter(0)));
        assertEquals(
                Run.State.ABANDONED,
                desk.runs(PageRequest.first()).items().get(0).state());
        desk.all(paper());
        assertEquals(
                Run.State.FINISHED,
                desk.runs(PageRequest.first()).items().get(0).state());
    }

    private static PaperRun paper() {
        return new PaperRun("J1", "{}", Actor.system("schedules"), null);
    }

    @Test
    public void aRunWhoseNodeWentAwayIsAbandonedAndTheNextOneBegins() {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        desk.invariants.add(invariant("crm.a", limit -> {
            begun.countDown();
            awaitQuietly(end);
            return List.of();
        }));
        String id = desk.start(List.of()).id();
        // only then has it taken its lease for the time that is about to pass
        awaitQuietly(begun);
        clock.pass(Duration.ofHours(1));
        assertEquals(Run.State.ABANDONED, desk.get(id).state());
        InvariantDesk other = desk(Map.of());
        assertFalse(other.start(List.of()).id().equals(id));
        other.close();
        end.countDown();
    }

    private InvariantDesk desk(Map<String, Object> values) {
        return new InvariantDesk(tx, new InvariantSettings(Settings.of(InvariantConfig.class, values)), clock);
    }

    private Run run() {
        return await(desk.start(List.of()));
    }

    private Run await(Run run) {
        Run done = desk.await(run.id(), PATIENCE);
        assertEquals(Run.State.FINISHED, done.state());
        return done;
    }

    private long told() {
        database.placeEvents();
        return database.eventLog()
                .entries("platform.invariant.violated", PageRequest.first())
                .items()
                .size();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException notYet) {
            awaitQuietly(latch);
        }
    }

    private static Invariant invariant(String name, IntFunction<List<String>> examples) {
        return new Invariant() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public String statement() {
                return "Everything weighs something.";
            }

            @Override
            public List<String> counterExamples(int limit) {
                return examples.apply(limit);
            }
        };
    }
}
