package org.colonnade.platform.store.internal.event;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Caller;
import org.colonnade.platform.api.PageRequest;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.admin.HealthCheck.Level;
import org.colonnade.platform.api.event.EventLog;
import org.colonnade.platform.api.problem.Conflict;
import org.colonnade.platform.api.problem.NotFound;
import org.colonnade.platform.api.problem.Rejected;
import org.colonnade.platform.api.problem.Unavailable;
import org.colonnade.platform.store.internal.OnBoth;
import org.colonnade.platform.store.internal.event.Marks.Gathering;
import org.colonnade.platform.store.internal.event.Marks.Ignored;
import org.colonnade.platform.store.internal.event.Marks.Marked;
import org.colonnade.platform.store.internal.event.Marks.Noting;
import org.junit.Test;

public class ReactionTest extends OnBoth {

    private static final PageRequest ALL = PageRequest.first();

    @Test
    public void eachEventHasItsEffectOnceAndInOrder() throws Exception {
        store.dispatcher().add(new Noting("desk.a"));
        store.dispatcher().add(new Noting("desk.b"));
        publish(1, 2, 3);
        store.dispatcher().drain();
        store.dispatcher().drain();
        assertEquals(List.of(1L, 2L, 3L), effects("desk.a"));
        assertEquals(List.of(1L, 2L, 3L), effects("desk.b"));
    }

    @Test
    public void anEventIsThereIfAndOnlyIfItsChangeIs() throws Exception {
        assertThrows(
                Conflict.class,
                () -> desk.write(work -> {
                    work.publish(Marked.of(1, 1));
                    throw new Conflict("desk.no", "No.");
                }));
        desk.write(work -> {
            work.publish(Marked.of(1, 2));
            work.rollbackOnly();
            return null;
        });
        store.dispatcher().drain();
        assertEquals(List.of(), store.eventLog().entries(null, ALL).items());
    }

    @Test
    public void theLogTellsWhoDidWhatWhen() throws Exception {
        Actor actor = new Actor(new Ref("platform", "user", "7"), "Mali", Set.of(), false);
        new Caller(actor, "request-1")
                .call(() -> desk.write(work -> {
                    work.publish(Marked.of(4, 9));
                    return null;
                }));
        store.dispatcher().drain();
        EventLog.Entry entry =
                store.eventLog().entries("desk.line.marked", ALL).items().get(0);
        assertEquals("platform:user:7", entry.actor());
        assertEquals("request-1", entry.requestId());
        assertEquals(Ref.of("desk", "line", 4).toString(), entry.subject());
        assertEquals("{\"subject\":\"" + entry.subject() + "\",\"line\":4,\"number\":9}", entry.data());
    }

    @Test
    public void theLogIsReadInPages() throws Exception {
        publish(1, 2, 3, 4, 5);
        desk.write(work -> {
            work.publish(new Ignored(Ref.of("desk", "line", 1)));
            return null;
        });
        store.dispatcher().drain();
        List<Long> positions = new ArrayList<>();
        String next = null;
        do {
            var page = store.eventLog().entries("desk.line.marked", new PageRequest(2, next));
            page.items().forEach(entry -> positions.add(entry.position()));
            next = page.next();
        } while (next != null);
        assertEquals(List.of(1L, 2L, 3L, 4L, 5L), positions);
        assertEquals(6, store.eventLog().entries(null, ALL).items().size());
        assertThrows(Rejected.class, () -> store.eventLog().entries(null, new PageRequest(2, PageRequest.cursor("x"))));
    }

    @Test
    public void aLateReactionIsBackFilledUnlessItWantsOnlyWhatComes() throws Exception {
        publish(1, 2);
        store.dispatcher().drain();
        store.dispatcher().add(new Noting("desk.late"));
        store.dispatcher().add(new Noting("desk.next", false, (event, work) -> {}));
        store.dispatcher().drain();
        publish(3);
        store.dispatcher().drain();
        assertEquals(List.of(1L, 2L, 3L), effects("desk.late"));
        assertEquals(List.of(3L), effects("desk.next"));
    }

    @Test
    public void anEventWaitsWhileTheReactionIsAway() throws Exception {
        Noting reaction = new Noting("desk.away");
        store.dispatcher().add(reaction);
        publish(1);
        store.dispatcher().drain();
        store.dispatcher().remove(reaction);
        publish(2, 3);
        store.dispatcher().drain();
        assertEquals(List.of(1L), effects("desk.away"));
        EventLog.Progress away = progress("desk.away");
        assertFalse(away.present());
        assertEquals(2, away.behind());
        store.dispatcher().add(new Noting("desk.away"));
        store.dispatcher().drain();
        assertEquals(List.of(1L, 2L, 3L), effects("desk.away"));
        assertEquals(0, progress("desk.away").behind());
    }

    @Test
    public void aFailureRollsTheEffectBackAndIsTriedAgain() throws Exception {
        AtomicInteger tries = new AtomicInteger();
        store.dispatcher().add(new Noting("desk.shaky", true, (event, work) -> {
            if (tries.incrementAndGet() < 3) {
                throw new IllegalStateException("not yet");
            }
        }));
        publish(1, 2);
        store.dispatcher().drain();
        assertEquals(List.of(1L, 2L), effects("desk.shaky"));
        assertEquals(4, tries.get());
        assertNull(progress("desk.shaky").failure());
    }

    @Test
    public void aReactionMayTakeManyEventsAtOnce() throws Exception {
        List<Integer> lots = new ArrayList<>();
        store.dispatcher().add(new Gathering("desk.bulk", 3, lots, (event, work) -> {}));
        publish(1, 2, 3, 4, 5);
        store.dispatcher().drain();
        assertEquals(List.of(1L, 2L, 3L, 4L, 5L), effects("desk.bulk"));
        assertEquals(List.of(3, 2), lots);
        assertEquals(0, progress("desk.bulk").behind());
    }

    @Test
    public void aPatientOneLetsABulkComeInFirst() throws Exception {
        Instant before = Instant.now();
        publish(LongStream.rangeClosed(1, 120).toArray());
        store.dispatcher().drain();
        assertEquals(
                "they still come in", Lane.Step.IDLE, patient("desk.a", before).step(true));
        assertEquals(
                "nothing came for a while",
                Lane.Step.DONE,
                patient("desk.b", before.plusSeconds(20)).step(true));
        assertEquals(
                "nobody asks for patience",
                Lane.Step.DONE,
                patient("desk.c", before).step(false));
        store.dispatcher().add(new Noting("desk.d"));
        store.dispatcher().drain();
        Lane few = patient("desk.d", before);
        publish(121);
        store.dispatcher().drain();
        publish(122);
        new Sequencer(store.database()).run();
        assertEquals("a few are taken at once", Lane.Step.DONE, few.step(true));
        assertFalse(few.rests());
    }

    @Test
    public void aPatientOneDoesNotAskAgainBeforeItIsTime() throws Exception {
        Instant before = Instant.now();
        publish(LongStream.rangeClosed(1, 120).toArray());
        store.dispatcher().drain();
        MovingClock clock = new MovingClock(before);
        Lane lane = patient("desk.a", clock);
        assertEquals(Lane.Step.IDLE, lane.step(true));
        try (Connection connection = store.database().own().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("update platform_event set at = at - interval '1' day");
        }
        assertEquals("it knows until when more may come", Lane.Step.IDLE, lane.step(true));
        clock.now = before.plusSeconds(20);
        assertEquals("nothing came for a while", Lane.Step.DONE, lane.step(true));
    }

    private Lane patient(String name, Instant now) {
        return patient(name, Clock.fixed(now, ZoneOffset.UTC));
    }

    private Lane patient(String name, Clock clock) {
        Gathering reaction = new Gathering(name, 50, Duration.ofMinutes(1), new ArrayList<>(), (event, work) -> {});
        return new Lane(
                reaction,
                new EventStore(store.database(), module -> Optional.of(desk), clock, () -> System.nanoTime()));
    }

    /** Stands where it was put. */
    private static final class MovingClock extends Clock {

        private Instant now;

        MovingClock(Instant now) {
            this.now = now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    @Test
    public void whatCannotBeTakenTogetherIsTakenOneByOne() throws Exception {
        List<Integer> lots = new ArrayList<>();
        store.dispatcher().add(new Gathering("desk.bulk", 10, lots, (event, work) -> {
            if (event.number() == 2) {
                throw new IllegalStateException("never");
            }
        }));
        publish(1, 2, 3);
        store.dispatcher().drain();
        assertEquals(List.of(1L, 3L), effects("desk.bulk"));
        assertEquals(3, (int) lots.get(0));
        assertEquals(
                List.of("desk.bulk"),
                store.eventLog().deadLetters(ALL).items().stream()
                        .map(letter -> letter.reaction())
                        .toList());
    }

    @Test
    public void aPoisonousEventIsSetAsideAndTheOthersFlow() throws Exception {
        AtomicBoolean mended = new AtomicBoolean();
        store.dispatcher().add(new Noting("desk.picky", true, (event, work) -> {
            if (event.number() == 2 && !mended.get()) {
                throw new IllegalStateException("poison");
            }
        }));
        publish(1, 2, 3);
        store.dispatcher().drain();
        assertEquals(List.of(1L, 3L), effects("desk.picky"));
        EventLog.DeadLetter letter = store.eventLog().deadLetters(ALL).items().get(0);
        assertEquals("desk.picky", letter.reaction());
        assertEquals("IllegalStateException: poison", letter.failure());
        assertEquals(1, progress("desk.picky").deadLetters());
        assertEquals(Level.WARNING, store.eventsHealth().check().level());

        assertEquals(
                "platform.dead-letter.failed-again",
                assertThrows(Conflict.class, () -> store.eventLog().retry(letter.id()))
                        .code());
        mended.set(true);
        store.eventLog().retry(letter.id());
        assertEquals(List.of(1L, 3L, 2L), effects("desk.picky"));
        assertEquals(List.of(), store.eventLog().deadLetters(ALL).items());
        assertThrows(NotFound.class, () -> store.eventLog().retry(letter.id()));
        assertEquals(Level.WELL, store.eventsHealth().check().level());
    }

    @Test
    public void aPartnerThatIsAwayIsNoFaultOfTheEvent() throws Exception {
        AtomicBoolean away = new AtomicBoolean(true);
        store.dispatcher().add(new Noting("desk.partner", true, (event, work) -> {
            if (away.get()) {
                throw new Unavailable("crm.stopped", "Stopped.", Duration.ofSeconds(1));
            }
        }));
        publish(1);
        for (int i = 0; i < 3; i++) {
            store.dispatcher().drain();
        }
        assertEquals(List.of(), store.eventLog().deadLetters(ALL).items());
        assertTrue(progress("desk.partner").failure().startsWith("Unavailable"));
        away.set(false);
        store.dispatcher().drain();
        assertEquals(List.of(1L), effects("desk.partner"));
    }

    @Test
    public void aReactionThatRollsItselfBackIsADefectAndNotALoop() throws Exception {
        store.dispatcher().add(new Noting("desk.undo", true, (event, work) -> work.rollbackOnly()));
        publish(1);
        store.dispatcher().drain();
        assertEquals(1, store.eventLog().deadLetters(ALL).items().size());
        assertEquals(List.of(), effects("desk.undo"));
    }

    @Test
    public void whatAReactionPublishesReachesOthersInTheSameTransaction() throws Exception {
        store.dispatcher().add(new Noting("desk.chain", true, (event, work) -> {
            if (event.number() < 3) {
                work.publish(Marked.of(event.line(), event.number() + 1));
            }
        }));
        publish(1);
        store.dispatcher().drain();
        assertEquals(List.of(1L, 2L, 3L), effects("desk.chain"));
    }

    private void publish(long... numbers) {
        desk.write(work -> {
            for (long number : numbers) {
                work.publish(Marked.of(1, number));
            }
            return null;
        });
    }

    private EventLog.Progress progress(String name) {
        return store.eventLog().reactions().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private List<Long> effects(String reaction) throws SQLException {
        List<Long> numbers = new ArrayList<>();
        try (Connection connection = store.database().own().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select number from desk_effect where reaction = '" + reaction + "' order by nth")) {
            while (row.next()) {
                numbers.add(row.getLong(1));
            }
        }
        return numbers;
    }
}
