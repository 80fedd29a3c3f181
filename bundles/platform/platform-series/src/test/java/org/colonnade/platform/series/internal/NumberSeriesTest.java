package org.colonnade.platform.series.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Caller;
import org.colonnade.platform.api.Page;
import org.colonnade.platform.api.PageRequest;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.admin.HealthCheck;
import org.colonnade.platform.api.problem.Problem;
import org.colonnade.platform.api.series.GivenNumber;
import org.colonnade.platform.api.series.NumberClaim;
import org.colonnade.platform.api.series.NumberTaker;
import org.colonnade.platform.api.series.Reset;
import org.colonnade.platform.api.store.Work;
import org.colonnade.testkit.OnEachDatabase;
import org.junit.Before;
import org.junit.Test;

/** Records get their numbers with their postings. */
public class NumberSeriesTest extends OnEachDatabase {

    private Office office;

    @Before
    public void open() {
        office = new Office(database()).declared();
    }

    @Test
    public void aPostingHasItsNumber() {
        assertEquals("INV-2026-00001", office.post(Office.DAY));
        assertEquals("INV-2026-00002", office.post(Office.DAY));
        assertEquals("INV-2027-00001", office.post(Office.DAY.plusMonths(1)));
        assertEquals("INV-2026-00003", office.post(Office.DAY));
        assertEquals(
                "INV-2026-00004",
                office.desk.next(Office.KEEPER, id(), Office.DAY).text());
        assertEquals(
                1,
                office.desk.next(Office.KEEPER, id(), Office.DAY.plusYears(9)).number());
        assertEquals(
                List.of("2027", "2026"),
                office.desk.periods(Office.KEEPER, id()).stream()
                        .map(SeriesDesk.Reached::period)
                        .toList());
    }

    @Test
    public void whatIsNotStoredTakesNoNumber() {
        office.post(Office.DAY);
        assertThrows(
                IllegalStateException.class,
                () -> office.tx.write(work -> {
                    office.book(work, work.newId(), Office.DAY);
                    throw new IllegalStateException("changed my mind");
                }));
        office.tx.write(work -> {
            office.book(work, work.newId(), Office.DAY);
            work.rollbackOnly();
            return null;
        });
        assertEquals("INV-2026-00002", office.post(Office.DAY));
    }

    @Test
    public void whoHasSeenAPostingComesAfterIt() throws Exception {
        NumberClaim[] early = new NumberClaim[1];
        office.tx.write(work -> {
            // the first to claim, and the last to commit
            early[0] = office.book(work, work.newId(), Office.DAY);
            inAnotherThread(() -> office.book(Office.DAY));
            return null;
        });
        assertEquals("INV-2026-00002", office.series.number(early[0]));
    }

    @Test
    public void aRecordHasOneNumber() throws SQLException {
        NumberClaim first = office.book(Office.DAY);
        assertEquals("INV-2026-00001", office.series.number(first));
        NumberClaim again =
                office.tx.write(work -> office.series.claim(work, Office.INVOICES, first.record(), Office.DAY));
        assertEquals("INV-2026-00001", office.series.number(again));
        long twice = office.tx.write(work -> {
            long id = work.newId();
            office.book(work, id, Office.DAY);
            office.series.claim(work, Office.INVOICES, Office.ref(id), Office.DAY);
            return id;
        });
        office.series.sweep();
        assertEquals(
                "INV-2026-00002",
                office.series
                        .find(Office.INVOICES, Office.ref(twice))
                        .orElseThrow()
                        .text());
        assertEquals("INV-2026-00003", office.post(Office.DAY));
        assertEquals(List.of(), Office.texts(database(), "select subject from series_claim"));
    }

    @Test
    public void whatCannotBeClaimedIsRefused() {
        refused("series.series.not-found", () -> claim("posting.none", Office.DAY));
        refused("series.date.invalid", () -> claim(Office.INVOICES, null));
        refused("series.date.invalid", () -> claim(Office.INVOICES, LocalDate.of(1492, 1, 1)));
        office.desk.desk().archive(Office.KEEPER, id(), version -> {});
        refused("series.series.archived", () -> claim(Office.INVOICES, Office.DAY));
    }

    @Test
    public void theNumberStandsInTheAnswerOfARequestWithAKey() throws Exception {
        Actor maker = new Actor(Ref.of("platform", "user", 9), "maker", Set.of(), false);
        String kept = new Caller(maker, "r1")
                .call(() -> office.tx.write(work -> {
                    NumberClaim claim = office.book(work, work.newId(), Office.DAY);
                    return "{\"number\":\"" + office.series.number(claim) + "\"}";
                }));
        assertFalse(kept, kept.contains("INV"));
        assertEquals(kept, office.series.fill(kept, Office.KEEPER));
        assertEquals("{\"number\":\"INV-2026-00001\"}", office.series.fill(kept, maker));
        assertEquals("{\"number\":\"INV-2026-00001\"}", office.series.fill(kept, maker));
        for (String madeUp : List.of("{{number|}}", "{{number|0000000000000|cG9zdGluZw}}", kept.replace("|c", "|d"))) {
            assertEquals(madeUp, office.series.fill(madeUp, maker));
        }
    }

    @Test
    public void theRecordKnowsItsNumber() throws Exception {
        office.series.come(office);
        known();
        String text = office.post(Office.DAY);
        assertEquals(List.of(text), Office.texts(database(), "select number_text from posting_entry"));
    }

    @Test
    public void aFunctionThatWasAwayHearsOfItsNumbers() throws Exception {
        office.series.come(office);
        known();
        office.series.leave(office);
        List<String> given = List.of(office.post(Office.DAY), office.post(Office.DAY));
        assertEquals(2, count("posting_entry where number_text is null"));
        assertEquals(
                HealthCheck.Level.WARNING, new SeriesHealth(office.own).check().level());
        office.series.come(office);
        office.series.catchUp();
        assertEquals(given, Office.texts(database(), "select number_text from posting_entry order by number_text"));
        assertEquals(
                HealthCheck.Level.WELL, new SeriesHealth(office.own).check().level());
    }

    @Test
    public void aFunctionThatFailsKeepsNobodyFromANumber() throws Exception {
        NumberTaker broken = new NumberTaker() {
            @Override
            public String type() {
                return office.type();
            }

            @Override
            public void given(Work work, List<GivenNumber> numbers) throws SQLException {
                try (Statement statement = work.unwrap(Connection.class).createStatement()) {
                    statement.execute("update posting_nothing set number_text = null");
                }
            }
        };
        office.series.come(broken);
        known();
        assertEquals("INV-2026-00001", office.post(Office.DAY));
        office.series.catchUp();
        office.series.leave(broken);
        office.series.come(office);
        office.series.catchUp();
        assertEquals(List.of("INV-2026-00001"), Office.texts(database(), "select number_text from posting_entry"));
    }

    @Test
    public void aRecordThatSomebodyHoldsKeepsNobodyFromANumber() throws Exception {
        office.series.come(office);
        known();
        NumberClaim claim = office.book(Office.DAY);
        office.tx.write(work -> {
            try (Statement statement = work.unwrap(Connection.class).createStatement()) {
                statement.execute("select id from posting_entry for update");
            }
            inAnotherThread(() -> assertEquals("INV-2026-00001", office.series.number(claim)));
            return null;
        });
        assertEquals("INV-2026-00001", office.series.number(claim));
        assertEquals(1, count("posting_entry where number_text is null"));
        office.series.catchUp();
        assertEquals(0, count("posting_entry where number_text is null"));
    }

    @Test
    public void claimsThatNobodyWaitsForAreSwept() {
        for (int i = 0; i < 3; i++) {
            office.book(Office.DAY);
        }
        Clock later = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(1));
        assertEquals(
                HealthCheck.Level.WARNING,
                new SeriesHealth(office.own, later).check().level());
        office.series.sweep();
        assertEquals(
                HealthCheck.Level.WELL,
                new SeriesHealth(office.own, later).check().level());
        assertEquals("INV-2026-00004", office.post(Office.DAY));
    }

    @Test
    public void numbersAreListedAndFound() {
        office.declare("posting.note", "N{number}", Reset.NEVER, 1);
        for (int i = 0; i < 5; i++) {
            office.post(Office.DAY.plusMonths(i % 2));
        }
        Page<GivenNumber> first = office.desk.numbers(Office.KEEPER, id(), PageRequest.of(3, null));
        assertEquals(
                List.of("INV-2027-00002", "INV-2027-00001", "INV-2026-00003"),
                first.items().stream().map(GivenNumber::text).toList());
        Page<GivenNumber> rest = office.desk.numbers(Office.KEEPER, id(), PageRequest.of(3, first.next()));
        assertEquals(2, rest.items().size());
        assertEquals(null, rest.next());
        GivenNumber one = first.items().get(2);
        assertEquals(List.of(one), office.desk.find(Office.KEEPER, "INV-2026-00003", null));
        assertEquals(
                List.of(one), office.desk.find(Office.KEEPER, null, one.record().toString()));
        Actor planner = new Actor(Ref.of("platform", "user", 8), "planner", Set.of(SeriesDesk.READ), false);
        refused("platform.forbidden", () -> office.desk.find(planner, "INV-2026-00003", null));
    }

    @Test
    public void aPeriodMayGoOnFromElsewhere() {
        assertEquals(
                "INV-2026-04711",
                office.desk.begin(Office.KEEPER, id(), Office.DAY, 4711).text());
        refused("series.period.begun", () -> office.desk.begin(Office.KEEPER, id(), Office.DAY, 5));
        refused("series.period.invalid", () -> office.desk.begin(Office.KEEPER, id(), Office.DAY.plusYears(1), 0));
        assertEquals("INV-2026-04711", office.post(Office.DAY));
        assertEquals("INV-2026-04712", office.post(Office.DAY));
        assertEquals(List.of(), new OneToN(office.own).counterExamples(10));
    }

    @Test
    public void aGapIsSeen() throws Exception {
        for (int i = 0; i < 4; i++) {
            office.post(Office.DAY);
        }
        OneToN oneToN = new OneToN(office.own);
        assertEquals(List.of(), oneToN.counterExamples(10));
        execute("delete from series_number where number = 2");
        assertEquals(1, oneToN.counterExamples(10).size());
        execute("update series_number set number_text = 'INV-2026-00001' where number = 3");
        assertEquals(2, oneToN.counterExamples(10).size());
        execute("delete from series_counter");
        assertEquals(1 + 3, oneToN.counterExamples(10).size());
        assertEquals(2, oneToN.counterExamples(2).size());
    }

    private void known() throws Exception {
        long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (count("series_taker") == 0) {
            assertTrue(System.nanoTime() < end);
            Thread.sleep(20);
        }
    }

    private long count(String from) throws SQLException {
        return Long.parseLong(
                Office.texts(database(), "select count(*) from " + from).get(0));
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database().connection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private NumberClaim claim(String code, LocalDate date) {
        return office.tx.write(work -> office.series.claim(work, code, Office.ref(work.newId()), date));
    }

    private String id() {
        return org.colonnade.platform.api.Tsid.text(office.desk.ids().get(0));
    }

    private static void inAnotherThread(Runnable work) {
        Thread thread = new Thread(work);
        thread.start();
        try {
            thread.join();
        } catch (InterruptedException failure) {
            throw new AssertionError(failure);
        }
    }

    private static void refused(String code, org.junit.function.ThrowingRunnable asked) {
        assertEquals(code, assertThrows(Problem.class, asked).code());
    }
}
