package org.colonnade.platform.schedules.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.PageRequest;
import org.colonnade.platform.api.event.EventLog;
import org.colonnade.platform.api.job.Job;
import org.colonnade.platform.api.job.JobRun;
import org.colonnade.platform.api.job.JobWorker;
import org.colonnade.platform.api.schedule.Misfire;
import org.colonnade.platform.api.schedule.Overlap;
import org.colonnade.platform.api.schedule.ScheduleDefault;
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

/** Two nodes over one database, whose clock goes when the test wants it: each planned instant is fired once. */
@RunWith(Parameterized.class)
public class FiringTest {

    @Parameter
    public TestDatabase.Kind kind;

    @Rule
    public final TemporaryFolder home = new TemporaryFolder();

    private final SettableClock clock = new SettableClock();
    private TestDatabase database;
    private Node one;
    private Node two;

    @Parameters(name = "{0}")
    public static Object[] kinds() {
        return TestDatabase.Kind.values();
    }

    @Before
    public void open() {
        database = TestDatabase.of(kind, clock);
        one = new Node(database, home.getRoot().toPath());
        two = new Node(database, home.getRoot().toPath());
    }

    @After
    public void close() {
        one.close();
        two.close();
        database.close();
    }

    @Test
    public void aPlannedInstantMakesOneJobOnBehalfOfTheOwner() {
        String id = one.create(Node.PLANNER, Node.hourly(Misfire.ONCE, Overlap.SKIP));
        assertEquals(Instant.parse("2027-03-01T09:00:00Z"), one.schedule(id).nextAt());
        assertEquals(0, one.book.tick());
        clock.set("2027-03-01T09:00:01Z");
        assertEquals(1, one.book.tick());
        assertEquals(0, two.book.tick());
        assertEquals(List.of("FIRED 09:00"), one.outcomes(id));
        Job job = one.allJobs().get(0);
        assertEquals(1, one.allJobs().size());
        assertEquals("Report", job.title());
        assertEquals(Node.PLANNER.ref(), job.owner());
        assertEquals(job.ref(), one.firings(id).get(0).job());
        assertEquals(job.ref(), one.schedule(id).lastJob());
        assertEquals(Instant.parse("2027-03-01T09:00:00Z"), one.schedule(id).lastAt());
        assertEquals(Instant.parse("2027-03-01T10:00:00Z"), one.schedule(id).nextAt());
        assertEquals(1, one.book.desk().read(Node.ADMIN, id).version());
        assertEquals(List.of("platform.schedule.fired"), events("platform.schedule.fired"));
    }

    @Test
    public void theJobIsToldItsParametersAndInstant() {
        List<String> inputs = new ArrayList<>();
        one.engine.engine().add(new JobWorker() {
            @Override
            public String kind() {
                return "crm.report";
            }

            @Override
            public void run(JobRun run) {
                inputs.add(run.input());
                run.result("1");
            }
        });
        // a system schedule: its job needs no account, which this engine could not ask for
        one.kinds.arrive(Node.kind("crm.report", new ScheduleDefault("Nightly", "0 9 * * *", "UTC"), null));
        one.book.standards();
        clock.set("2027-03-01T09:00:01Z");
        one.book.tick();
        String id = one.book.all().get(0).id();
        until(() -> !inputs.isEmpty());
        assertEquals(
                "{\"plannedAt\":\"2027-03-01T09:00:00Z\",\"schedule\":\"schedule:plan:" + id + "\"}", inputs.get(0));
    }

    @Test
    public void twoNodesThatLookAtOnceFireEachInstantOnce() throws Exception {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            ids.add(one.create(Node.PLANNER, Node.draft("* * * * *", null, Misfire.ALL, Overlap.ALLOW)));
        }
        ExecutorService pool = Executors.newFixedThreadPool(4);
        for (int minute = 0; minute < 10; minute++) {
            clock.go(Duration.ofSeconds(minute == 5 ? -3600 : 60));
            List<Future<?>> looks = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                Node node = i % 2 == 0 ? one : two;
                looks.add(pool.submit(() -> node.book.tick()));
            }
            for (Future<?> look : looks) {
                look.get(60, TimeUnit.SECONDS);
            }
        }
        pool.shutdown();
        // five minutes forward, an hour back: nothing comes until the clock is where it was
        assertEquals(5 * ids.size(), one.allJobs().size());
        for (String id : ids) {
            assertEquals(
                    List.of("FIRED 08:05", "FIRED 08:04", "FIRED 08:03", "FIRED 08:02", "FIRED 08:01"),
                    one.outcomes(id));
        }
    }

    @Test
    public void aTransactionThatBreaksLeavesNeitherJobNorRow() {
        String id = one.create(Node.PLANNER, Node.hourly(Misfire.SKIP, Overlap.SKIP));
        one.afterSubmit(() -> {
            throw new IllegalStateException("the node is gone");
        });
        clock.set("2027-03-01T09:00:01Z");
        assertEquals(0, one.book.tick());
        assertEquals(List.of(), one.outcomes(id));
        assertEquals(List.of(), one.allJobs());
        assertEquals(1, two.book.tick());
        assertEquals(List.of("FIRED 09:00"), two.outcomes(id));
        assertEquals(1, two.allJobs().size());
    }

    @Test
    public void aClockThatJumpsFiresNothingTwice() {
        String skip = one.create(Node.PLANNER, Node.hourly(Misfire.SKIP, Overlap.ALLOW));
        String once = one.create(Node.PLANNER, Node.hourly(Misfire.ONCE, Overlap.ALLOW));
        String all = one.create(Node.PLANNER, Node.hourly(Misfire.ALL, Overlap.ALLOW));
        clock.set("2027-03-02T08:30:00Z");
        one.book.tick();
        assertEquals(List.of("MISSED 08:00 x24"), one.outcomes(skip));
        assertEquals(List.of("CAUGHT_UP 08:00", "MISSED 07:00 x23"), one.outcomes(once));
        assertEquals(
                10,
                one.outcomes(all).stream()
                        .filter(o -> o.startsWith("CAUGHT_UP"))
                        .count());
        assertEquals("MISSED 22:00 x14", one.outcomes(all).get(10));
        int jobs = one.allJobs().size();
        assertEquals(11, jobs);
        clock.go(Duration.ofHours(-1));
        one.book.tick();
        two.book.tick();
        clock.set("2027-03-02T08:00:10Z");
        one.book.tick();
        assertEquals("fired before the clock was put back", jobs, one.allJobs().size());
        clock.set("2027-03-02T09:00:10Z");
        one.book.tick();
        two.book.tick();
        assertEquals(jobs + 3, one.allJobs().size());
        assertEquals("FIRED 09:00", one.outcomes(once).get(0));
        assertEquals(3, events("platform.schedule.missed").size());
        assertEquals("MISSED 07:00 x23", one.outcomes(once).get(2));
        assertEquals(24, one.book.get(Node.ADMIN, skip).missed());
    }

    @Test
    public void anInstantComesNotWhileTheJobBeforeRunsOrWhenItHasEndedOrAtOnce() {
        String skip = one.create(Node.PLANNER, Node.draft("* * * * *", null, Misfire.ONCE, Overlap.SKIP));
        String queue = one.create(Node.PLANNER, Node.draft("* * * * *", null, Misfire.ONCE, Overlap.QUEUE));
        String allow = one.create(Node.PLANNER, Node.draft("* * * * *", null, Misfire.ONCE, Overlap.ALLOW));
        for (int i = 0; i < 3; i++) {
            clock.go(Duration.ofMinutes(1));
            one.book.tick();
        }
        assertEquals(List.of("OVERLAPPED 08:03", "OVERLAPPED 08:02", "FIRED 08:01"), one.outcomes(skip));
        assertEquals(List.of("QUEUED 08:03", "QUEUED 08:02", "FIRED 08:01"), one.outcomes(queue));
        assertEquals(List.of("FIRED 08:03", "FIRED 08:02", "FIRED 08:01"), one.outcomes(allow));
        one.cancelAll();
        one.book.tick();
        two.book.tick();
        assertEquals(List.of("QUEUED 08:03", "CAUGHT_UP 08:02", "FIRED 08:01"), one.outcomes(queue));
        one.cancelAll();
        two.book.tick();
        assertEquals(List.of("CAUGHT_UP 08:03", "CAUGHT_UP 08:02", "FIRED 08:01"), one.outcomes(queue));
        clock.go(Duration.ofMinutes(1));
        one.book.tick();
        assertEquals("QUEUED 08:04", one.outcomes(queue).get(0));
        one.book.desk().archive(Node.PLANNER, queue, version -> {});
        one.cancelAll();
        one.book.tick();
        assertEquals(
                "removed with its schedule",
                "OVERLAPPED 08:04",
                one.outcomes(queue).get(0));
    }

    @Test
    public void instantsThatAreDueTogetherDoNotOverlapEither() {
        String skip = one.create(Node.PLANNER, Node.draft(null, "PT10S", Misfire.ONCE, Overlap.SKIP));
        String queue = one.create(Node.PLANNER, Node.draft(null, "PT10S", Misfire.ALL, Overlap.QUEUE));
        clock.go(Duration.ofSeconds(30));
        one.book.tick();
        assertEquals(List.of("OVERLAPPED 08:00", "OVERLAPPED 08:00", "FIRED 08:00"), one.outcomes(skip));
        assertEquals(List.of("QUEUED 08:00", "QUEUED 08:00", "FIRED 08:00"), one.outcomes(queue));
        assertEquals(2, one.allJobs().size());
    }

    @Test
    public void aScheduleOfAFunctionThatIsAwayMakesOneJobThatWaits() {
        String id = one.create(Node.PLANNER, Node.hourly(Misfire.ONCE, Overlap.ALLOW));
        one.kinds.leave(one.kinds.find("crm.report").orElseThrow());
        assertEquals("crm", one.book.get(Node.PLANNER, id).waitingFor());
        for (int i = 0; i < 3; i++) {
            clock.go(Duration.ofHours(1));
            one.book.tick();
        }
        assertEquals(List.of("QUEUED 11:00", "QUEUED 10:00", "FIRED 09:00"), one.outcomes(id));
        assertEquals("crm", one.allJobs().get(0).waitingFor());
        assertEquals(1, one.allJobs().size());
        one.book.desk().change(Node.PLANNER, id, version -> {}, draft -> Node.hourly(Misfire.ONCE, Overlap.QUEUE));
        assertEquals("it can still be changed", Overlap.QUEUE, one.schedule(id).overlap());
    }

    @Test
    public void itRunsWithTheRightsThatItsOwnerHadAndStillHas() {
        String id = one.create(Node.PLANNER, Node.hourly(Misfire.ONCE, Overlap.ALLOW));
        one.accounts.put(Node.PLANNER.ref(), new Actor(Node.PLANNER.ref(), "planner", Set.of("crm.tag.change"), false));
        clock.go(Duration.ofHours(1));
        one.book.tick();
        one.accounts.remove(Node.PLANNER.ref());
        clock.go(Duration.ofHours(1));
        one.book.tick();
        assertEquals(List.of("REFUSED 10:00", "REFUSED 09:00"), one.outcomes(id));
        assertEquals("schedule.plan.owner-gone", one.firings(id).get(0).code());
        assertEquals("platform.forbidden", one.firings(id).get(1).code());
        assertEquals(2, events("platform.schedule.missed").size());
        assertEquals(List.of(), one.allJobs());
    }

    @Test
    public void whileNobodyCanTellAboutTheOwnerItWaits() {
        String id = one.create(Node.PLANNER, Node.hourly(Misfire.SKIP, Overlap.ALLOW));
        one.owners.gatekeeper = null;
        clock.go(Duration.ofHours(1));
        assertEquals(0, one.book.tick());
        assertEquals(List.of(), one.outcomes(id));
        one.owners.gatekeeper = one.keeper();
        one.book.tick();
        assertEquals(List.of("FIRED 09:00"), one.outcomes(id));
    }

    @Test
    public void aPauseIsNoMissAndAChangedPlanBeginsNow() {
        String id = one.create(Node.PLANNER, Node.hourly(Misfire.ALL, Overlap.ALLOW));
        one.book.pause(Node.PLANNER, id, true);
        assertEquals(null, one.schedule(id).nextAt());
        clock.set("2027-03-01T12:30:00Z");
        one.book.tick();
        one.book.pause(Node.PLANNER, id, false);
        one.book.tick();
        assertEquals(List.of(), one.outcomes(id));
        assertEquals(Instant.parse("2027-03-01T13:00:00Z"), one.schedule(id).nextAt());
        one.book
                .desk()
                .change(
                        Node.PLANNER,
                        id,
                        version -> {},
                        draft -> Node.draft("15 * * * *", null, Misfire.ALL, Overlap.ALLOW));
        one.book.tick();
        assertEquals(List.of(), one.outcomes(id));
        assertEquals(Instant.parse("2027-03-01T13:15:00Z"), one.schedule(id).nextAt());
        one.book.desk().archive(Node.PLANNER, id, version -> {});
        clock.set("2027-03-01T15:00:00Z");
        one.book.tick();
        one.book.desk().restore(Node.PLANNER, id, version -> {});
        one.book.tick();
        assertEquals(List.of(), one.outcomes(id));
        assertEquals(Instant.parse("2027-03-01T15:15:00Z"), one.schedule(id).nextAt());
    }

    @Test
    public void firingsGoPageByPageAndAreNotKeptForEver() {
        String id = one.create(Node.PLANNER, Node.draft(null, "PT10M", Misfire.ALL, Overlap.ALLOW));
        for (int i = 0; i < 5; i++) {
            clock.go(Duration.ofMinutes(10));
            one.book.tick();
        }
        var first = one.book.firings(Node.PLANNER, id, new PageRequest(2, null));
        var second = one.book.firings(Node.PLANNER, id, new PageRequest(2, first.next()));
        var third = one.book.firings(Node.PLANNER, id, new PageRequest(2, second.next()));
        assertEquals(
                List.of(2, 2, 1),
                List.of(
                        first.items().size(),
                        second.items().size(),
                        third.items().size()));
        assertNotNull(second.next());
        assertEquals(null, third.next());
        clock.go(Duration.ofDays(91));
        one.book.prune();
        assertEquals(List.of(), one.outcomes(id));
    }

    private List<String> events(String type) {
        database.placeEvents();
        EventLog log = database.eventLog();
        return log.entries(type, PageRequest.first()).items().stream()
                .map(entry -> entry.type())
                .toList();
    }

    private static void until(BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!condition.getAsBoolean()) {
            assertTrue("in time", System.nanoTime() < end);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }
}
