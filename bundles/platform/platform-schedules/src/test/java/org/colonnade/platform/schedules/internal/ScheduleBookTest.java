package org.colonnade.platform.schedules.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.admin.HealthCheck.Level;
import org.colonnade.platform.api.problem.Forbidden;
import org.colonnade.platform.api.problem.Problem;
import org.colonnade.platform.api.problem.Rejected;
import org.colonnade.platform.api.schedule.Misfire;
import org.colonnade.platform.api.schedule.Overlap;
import org.colonnade.platform.api.schedule.ScheduleDefault;
import org.colonnade.platform.api.store.Work;
import org.colonnade.platform.calendar.internal.Calendars;
import org.colonnade.platform.calendar.internal.domain.BusinessHoursDraft;
import org.colonnade.platform.calendar.internal.domain.WeekWindow;
import org.colonnade.platform.calendar.internal.holiday.PublicHolidays;
import org.colonnade.platform.records.internal.Companions;
import org.colonnade.platform.records.internal.KeptRecords;
import org.colonnade.platform.records.internal.rights.FieldRights;
import org.colonnade.platform.schedules.internal.domain.ClosedDays;
import org.colonnade.platform.schedules.internal.store.PlanRows;
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

/** What may be said of a schedule, whose it is, and how it stands. */
@RunWith(Parameterized.class)
public class ScheduleBookTest {

    @Parameter
    public TestDatabase.Kind kind;

    @Rule
    public final TemporaryFolder home = new TemporaryFolder();

    private final SettableClock clock = new SettableClock();
    private TestDatabase database;
    private Node node;

    @Parameters(name = "{0}")
    public static Object[] kinds() {
        return TestDatabase.Kind.values();
    }

    @Before
    public void open() {
        database = TestDatabase.of(kind, clock);
        node = new Node(database, home.getRoot().toPath());
    }

    @After
    public void close() {
        node.close();
        database.close();
    }

    @Test
    public void whatMakesNoScheduleIsRefused() {
        Rejected refusal = assertThrows(Rejected.class, () -> node.create(Node.PLANNER, wrong()));
        assertEquals("schedule.plan.invalid", refusal.code());
        assertEquals(
                List.of(
                        "calendar",
                        "catchUpMost",
                        "catchUpWithin",
                        "cron",
                        "cron",
                        "every",
                        "name",
                        "notBefore",
                        "overlap",
                        "parameters.days",
                        "parameters.more",
                        "parameters.since",
                        "zone"),
                refusal.fields().stream().map(Rejected.Field::field).sorted().toList());
    }

    private static ScheduleDraft wrong() {
        return new ScheduleDraft(
                " ",
                "crm.report",
                Map.of("days", "seven", "since", "2027-02-30", "more", 1),
                "Mars/Olympus",
                "61 * * * *",
                "PT1S",
                null,
                Instant.parse("1066-10-14T09:00:00Z"),
                null,
                new Ref("crm", "party", "X"),
                null,
                Misfire.ALL,
                0,
                "P1Y",
                Overlap.SKIP,
                null);
    }

    @Test
    public void whatNobodyOffersIsRefused() {
        Rejected unknown = assertThrows(
                Rejected.class,
                () -> node.create(
                        Node.PLANNER,
                        new ScheduleDraft(
                                "x",
                                "hr.pay",
                                null,
                                null,
                                null,
                                "PT1H",
                                Arrays.asList((Instant) null),
                                null,
                                null,
                                new Ref("calendar", "business", "X"),
                                null,
                                null,
                                null,
                                null,
                                null,
                                null)));
        assertEquals(
                List.of("calendar", "cron", "kind", "times"),
                unknown.fields().stream().map(Rejected.Field::field).sorted().toList());
        assertEquals(List.of(), node.book.all());
    }

    @Test
    public void whoeverSaysWhatItDoesIsItsOwner() {
        String id = node.create(Node.PLANNER, Node.hourly(Misfire.ONCE, Overlap.SKIP));
        assertThrows(
                "the kind asks for a permission",
                Forbidden.class,
                () -> node.create(Node.OTHER, Node.hourly(Misfire.ONCE, Overlap.SKIP)));
        change(Node.ADMIN, id, Node.draft("5 * * * *", null, Misfire.ONCE, Overlap.SKIP));
        assertEquals(Node.PLANNER.ref(), node.schedule(id).owner());
        ScheduleDraft other = new ScheduleDraft(
                "Report",
                "crm.report",
                Map.of("days", 8),
                "UTC",
                "5 * * * *",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
        change(Node.ADMIN, id, other);
        assertEquals(Node.ADMIN.ref(), node.schedule(id).owner());
    }

    @Test
    public void theScheduleOfAFunctionIsMadeOnceAndIsTheAdministratorsThen() {
        node.kinds.arrive(Node.kind("crm.sweep", new ScheduleDefault("Nightly", "0 3 * * *", "Asia/Bangkok"), null));
        node.kinds.arrive(Node.kind("crm.broken", new ScheduleDefault("Broken", "when I like", "UTC"), null));
        node.book.standards();
        node.book.standards();
        Node other = new Node(database, home.getRoot().toPath());
        other.kinds.arrive(node.kinds.find("crm.sweep").orElseThrow());
        other.book.standards();
        assertEquals(1, node.book.all().size());
        String id = node.book.all().get(0).id();
        assertEquals(
                new Ref("platform", "system", "schedules"), node.schedule(id).owner());
        assertEquals(Instant.parse("2027-03-01T20:00:00Z"), node.schedule(id).nextAt());
        change(Node.PLANNER, id, sweep("0 4 * * *", Map.of()));
        assertEquals("0 4 * * *", node.schedule(id).cron());
        assertThrows(Forbidden.class, () -> change(Node.PLANNER, id, sweep("0 4 * * *", Map.of("days", 1))));
        change(Node.ADMIN, id, sweep("0 4 * * *", Map.of("days", 1)));
        assertEquals(
                new Ref("platform", "system", "schedules"), node.schedule(id).owner());
        Rejected refused =
                assertThrows(Rejected.class, () -> change(Node.ADMIN, id, Node.hourly(Misfire.ONCE, Overlap.SKIP)));
        assertEquals("kind", refused.fields().get(0).field());
        node.book.desk().archive(Node.PLANNER, id, version -> {});
        Node third = new Node(database, home.getRoot().toPath());
        third.kinds.arrive(node.kinds.find("crm.sweep").orElseThrow());
        third.book.standards();
        assertEquals("not made anew after it was removed", List.of(), third.book.all());
        other.close();
        third.close();
    }

    @Test
    public void oneIsFiredByHand() {
        String id = node.create(Node.PLANNER, Node.hourly(Misfire.ONCE, Overlap.SKIP));
        String job = Node.as(Node.ADMIN, () -> node.book.runNow(Node.ADMIN, id));
        assertEquals(Node.PLANNER.ref(), node.allJobs().get(0).owner());
        assertEquals(job, node.allJobs().get(0).id());
        assertEquals(List.of("ASKED 08:00"), node.outcomes(id));
        assertEquals(Node.ADMIN.ref(), node.firings(id).get(0).askedBy());
        refused("schedule.plan.running", () -> node.book.runNow(Node.ADMIN, id));
        node.cancelAll();
        node.accounts.remove(Node.PLANNER.ref());
        clock.go(Duration.ofSeconds(1));
        refused("schedule.plan.owner-gone", () -> node.book.runNow(Node.ADMIN, id));
        node.book.desk().archive(Node.ADMIN, id, version -> {});
        refused("schedule.plan.archived", () -> node.book.runNow(Node.ADMIN, id));
        Actor reader = new Actor(new Ref("platform", "user", "R"), "r", Set.of("platform.schedules.read"), false);
        assertThrows(Forbidden.class, () -> node.book.runNow(reader, id));
        refused("schedule.plan.not-found", () -> node.book.runNow(Node.ADMIN, "none"));
    }

    @Test
    public void theNextInstantsAreShownBeforeAndAfterItIsMade() {
        ScheduleDraft beat = Node.draft(null, "PT90M", Misfire.ONCE, Overlap.SKIP);
        List<Instant> expected = List.of(
                Instant.parse("2027-03-01T09:30:00Z"),
                Instant.parse("2027-03-01T11:00:00Z"),
                Instant.parse("2027-03-01T12:30:00Z"));
        assertEquals(expected, node.book.preview(beat, null, 3));
        assertEquals(List.of(), node.book.all());
        String id = node.create(Node.PLANNER, beat);
        assertEquals(expected, node.book.next(Node.PLANNER, id, null, 3));
        refused("schedule.plan.count", () -> node.book.next(Node.PLANNER, id, null, 101));
        ScheduleDraft times = new ScheduleDraft(
                "Twice",
                "crm.report",
                null,
                null,
                null,
                null,
                List.of(Instant.parse("2027-04-01T00:00:00.7Z"), Instant.parse("2027-03-05T00:00:00Z")),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
        assertEquals(
                List.of(Instant.parse("2027-03-05T00:00:00Z"), Instant.parse("2027-04-01T00:00:00Z")),
                node.book.preview(times, null, 5));
    }

    @Test
    public void itGoesByABusinessCalendarAndWaitsForIt() {
        Calendars calendars = new Calendars(
                new KeptRecords(new FieldRights(database.tx("records")), new Companions()),
                database.tx("calendar"),
                new PublicHolidays());
        List<WeekWindow> week = Arrays.stream(DayOfWeek.values())
                .limit(5)
                .map(day -> new WeekWindow(day, "09:00", "17:00"))
                .toList();
        String calendar = calendars
                .desk()
                .create(
                        Node.ADMIN,
                        new BusinessHoursDraft("Desk", "Europe/Berlin", false, week, List.of("DE"), null, null))
                .id();
        node.plans.calendars = calendars;
        Ref ref = new Ref("calendar", "business", calendar);
        String skip = node.create(Node.PLANNER, monthly(ref, ClosedDays.SKIP));
        String next = node.create(Node.PLANNER, monthly(ref, ClosedDays.NEXT_OPEN));
        // Good Friday is on 2027-03-26, Easter Monday on the 29th; the first of May, a Saturday, is a holiday
        assertEquals(
                List.of(Instant.parse("2027-04-01T04:00:00Z"), Instant.parse("2027-06-01T04:00:00Z")),
                node.book.next(Node.PLANNER, skip, null, 2));
        assertEquals(
                List.of(
                        Instant.parse("2027-04-01T04:00:00Z"),
                        Instant.parse("2027-05-03T04:00:00Z"),
                        Instant.parse("2027-06-01T04:00:00Z")),
                node.book.next(Node.PLANNER, next, null, 3));
        node.plans.calendars = null;
        clock.set("2027-04-01T04:00:01Z");
        assertEquals(0, node.book.tick());
        assertEquals("calendar", node.book.get(Node.PLANNER, skip).waitingFor());
        refused("schedule.calendar.away", () -> node.book.next(Node.PLANNER, skip, null, 2));
        node.plans.calendars = calendars;
        assertEquals(2, node.book.tick());
        assertEquals(1, node.outcomes(skip).size());
    }

    @Test
    public void healthTellsWhatWasMissedAndWhoseClockIsOff() {
        SchedulesHealth health = new SchedulesHealth(node.tx, node.book, clock, Work::now);
        node.create(Node.PLANNER, Node.hourly(Misfire.SKIP, Overlap.SKIP));
        assertEquals(Level.WELL, health.check().level());
        clock.go(Duration.ofMinutes(66));
        assertTrue(health.check().sentence().contains("five minutes late"));
        node.book.tick();
        assertEquals(Level.WARNING, health.check().level());
        assertTrue(health.check().sentence(), health.check().sentence().contains("missed"));
        clock.go(Duration.ofHours(30));
        node.book.tick();
        for (int seconds : new int[] {-6, 6, -4, 4}) {
            Clock off = Clock.offset(clock, Duration.ofSeconds(seconds));
            String said = new SchedulesHealth(node.tx, node.book, off, Work::now)
                    .check()
                    .sentence();
            assertEquals(said, Math.abs(seconds) > 5, said.contains("clock is 6 s"));
            assertEquals(said, seconds == -6, said.contains("behind"));
        }
    }

    @Test
    public void theDatabaseTellsTheTime() {
        Instant before = Clock.systemUTC().instant();
        Instant there = node.tx.read(PlanRows::now);
        assertFalse(Duration.between(before, there).abs().compareTo(Duration.ofMinutes(1)) > 0);
    }

    private static ScheduleDraft monthly(Ref calendar, ClosedDays closed) {
        return new ScheduleDraft(
                "Monthly",
                "crm.report",
                null,
                "Europe/Berlin",
                "0 6 1 * *",
                null,
                null,
                null,
                null,
                calendar,
                closed,
                null,
                null,
                null,
                null,
                null);
    }

    private static ScheduleDraft sweep(String cron, Map<String, Object> parameters) {
        return new ScheduleDraft(
                "Nightly",
                "crm.sweep",
                parameters,
                "Asia/Bangkok",
                cron,
                null,
                null,
                null,
                null,
                null,
                null,
                Misfire.ONCE,
                10,
                "P1D",
                Overlap.SKIP,
                false);
    }

    private void change(Actor actor, String id, ScheduleDraft draft) {
        Node.as(actor, () -> node.book.desk().change(actor, id, version -> {}, present -> draft));
    }

    private static void refused(String code, Runnable step) {
        assertEquals(code, assertThrows(Problem.class, step::run).code());
    }
}
