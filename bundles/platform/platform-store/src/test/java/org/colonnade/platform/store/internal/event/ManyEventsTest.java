package org.colonnade.platform.store.internal.event;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;

import java.sql.Connection;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import javax.persistence.EntityManager;
import javax.persistence.LockModeType;
import org.colonnade.platform.api.PageRequest;
import org.colonnade.platform.api.Tsid;
import org.colonnade.platform.api.event.EventLog;
import org.colonnade.platform.api.store.Tx;
import org.colonnade.platform.store.internal.DeskModule;
import org.colonnade.platform.store.internal.OnBoth;
import org.colonnade.platform.store.internal.Store;
import org.colonnade.platform.store.internal.TestServer;
import org.colonnade.platform.store.internal.database.Placement;
import org.colonnade.platform.store.internal.event.Marks.Marked;
import org.colonnade.platform.store.internal.event.Marks.Noting;
import org.colonnade.platform.store.internal.store.ThingRow;
import org.junit.Test;

/** The events of a large transaction have their places when it commits. */
public class ManyEventsTest extends OnBoth {

    private static final int WRITERS = 4;
    private static final int EACH = 12;
    private static final int SHARED = 7;

    @Test
    public void theyStandBehindWhatWaitedAndInTheirOwnOrder() {
        publish(0, 3);
        publish(3, Placement.MANY);
        assertEquals(0, number("select count(*) from platform_event where position is null"));
        assertEquals(Placement.MANY + 3, number("select position from platform_event_head where id = 1"));
        List<EventLog.Entry> entries = store.eventLog()
                .entries("desk.line.marked", new PageRequest(Placement.MANY + 3, null))
                .items();
        assertEquals(Placement.MANY + 3, entries.size());
        for (int i = 0; i < entries.size(); i++) {
            assertEquals(i + 1L, entries.get(i).position());
            assertEquals("desk:line:" + Tsid.text(i), entries.get(i).subject());
        }
    }

    @Test
    public void fewerWait() {
        publish(0, Placement.MANY - 1);
        assertEquals(Placement.MANY - 1, number("select count(*) from platform_event where position is null"));
    }

    @Test
    public void oneThatIsRolledBackLeavesNoGapAndPlacesNothing() throws Exception {
        publish(0, 2);
        try (Connection connection = store.database().own().getConnection()) {
            connection.setAutoCommit(false);
            new Outbox(new Sequencer(store.database())).write(connection, loose());
            connection.rollback();
        }
        assertEquals(2, number("select count(*) from platform_event where position is null"));
        publish(2, Placement.MANY);
        assertEquals(Placement.MANY + 2, number("select max(position) from platform_event"));
        assertEquals(Placement.MANY + 2, number("select count(*) from platform_event"));
    }

    @Test
    public void nobodyWaitsForItWhoHasFew() throws Exception {
        try (Connection connection = store.database().own().getConnection()) {
            connection.setAutoCommit(false);
            new Outbox(new Sequencer(store.database())).write(connection, loose());
            Thread other = new Thread(() -> publish(0, 1));
            other.start();
            other.join(10_000);
            assertEquals("the small one is stored", 1, number("select count(*) from platform_event"));
            connection.commit();
        }
        store.dispatcher().drain();
        assertEquals(
                "it came first, but its place is given later",
                Placement.MANY + 1L,
                number("select position from platform_event where type = 'desk.line.marked'"));
    }

    @Test
    public void largeAndSmallOnesOfTwoNodesMakeOneLog() throws Exception {
        long thing = desk.write(work -> thing(work, "shared").id());
        store.dispatcher().start();
        store.dispatcher().add(new Noting("desk.many"));
        if (kind == TestServer.Kind.POSTGRESQL) {
            try (Store other = open()) {
                Tx there = other.raise(DeskModule.DESK);
                other.dispatcher().start();
                writeAtOnce(thing, desk, there);
            }
        } else {
            writeAtOnce(thing, desk, desk);
        }
        long all = number("select count(*) from platform_event");
        until("all have their effect", () -> number("select count(*) from desk_effect") == all);
        assertEquals(all, number("select max(position) from platform_event"));
        assertEquals(1, number("select min(position) from platform_event"));
        assertEquals(all, number("select position from platform_event_head where id = 1"));
        assertEquals(WRITERS * EACH, number("select count(*) from desk_effect where line = " + SHARED));
        assertEquals(
                "changes of the same line keep their order",
                0,
                number("select count(*) from desk_effect a join desk_effect b on a.line = b.line and a.nth < b.nth"
                        + " and a.number > b.number where a.line = " + SHARED));
    }

    /** All change the same line in turn, some of them many others too. */
    private static void writeAtOnce(long thing, Tx one, Tx other) throws InterruptedException {
        AtomicReference<Throwable> failed = new AtomicReference<>();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            Tx tx = i % 2 == 0 ? one : other;
            int writer = i;
            Thread thread = new Thread(() -> {
                for (int n = 0; n < EACH; n++) {
                    change(tx, thing, (n + writer) % 3 == 0 ? Placement.MANY : 1);
                }
            });
            thread.setUncaughtExceptionHandler((who, why) -> failed.set(why));
            threads.add(thread);
            thread.start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertNull(failed.get());
    }

    private static void change(Tx tx, long thing, int events) {
        tx.write(work -> {
            ThingRow shared =
                    work.unwrap(EntityManager.class).find(ThingRow.class, thing, LockModeType.PESSIMISTIC_WRITE);
            shared.rename(shared.name() + '.');
            work.publish(Marked.of(SHARED, shared.name().length()));
            for (int i = 1; i < events; i++) {
                work.publish(Marked.of(SHARED + i, 0));
            }
            return null;
        });
    }

    private void publish(int from, int count) {
        desk.write(work -> {
            IntStream.range(from, from + count).forEach(line -> work.publish(Marked.of(line, 1)));
            return null;
        });
    }

    private static List<NewEvent> loose() {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        return LongStream.rangeClosed(1, Placement.MANY)
                .mapToObj(id -> new NewEvent(id, 1, "desk.line.loose", "desk:line:1", now, "desk:user:1", "-", "{}"))
                .toList();
    }
}
