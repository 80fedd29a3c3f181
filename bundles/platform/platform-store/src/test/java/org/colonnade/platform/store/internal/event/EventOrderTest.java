package org.colonnade.platform.store.internal.event;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import javax.persistence.EntityManager;
import javax.persistence.LockModeType;
import org.colonnade.platform.store.internal.DeskModule;
import org.colonnade.platform.store.internal.OnBoth;
import org.colonnade.platform.store.internal.Store;
import org.colonnade.platform.store.internal.TestServer;
import org.colonnade.platform.store.internal.event.Marks.Marked;
import org.colonnade.platform.store.internal.event.Marks.Noting;
import org.colonnade.platform.store.internal.store.ThingRow;
import org.junit.Assume;
import org.junit.Test;

/** Exactly once and in order, whatever goes on beside. */
public class EventOrderTest extends OnBoth {

    private static final int LINES = 3;
    private static final int WRITERS = 4;
    private static final int EACH = 40;

    @Test
    public void concurrentWritersOfTheSameLinesAreFollowedInOrder() throws Exception {
        store.dispatcher().start();
        store.dispatcher().add(new Noting("desk.order"));
        writeAll(store);
        until(
                "all events have their effect",
                () -> number("select count(*) from desk_effect") == (long) WRITERS * EACH);
        assertInOrder("desk.order");
    }

    @Test
    public void anEventThatCommitsLateIsNotSkipped() throws Exception {
        store.dispatcher().start();
        store.dispatcher().add(new Noting("desk.late"));
        CountDownLatch published = new CountDownLatch(1);
        CountDownLatch mayCommit = new CountDownLatch(1);
        Thread slow = new Thread(() -> desk.write(work -> {
            // with its events already in the table, the transaction stays open
            try (Statement statement = work.unwrap(Connection.class).createStatement()) {
                statement.execute(
                        "insert into platform_event (id, type, subject, at, actor, request_id, data) values ("
                                + work.newId()
                                + ", 'desk.line.marked', 'desk:line:1', current_timestamp, 'desk:user:1', '-', '{\"line\":1,\"number\":1}')");
            }
            published.countDown();
            await(mayCommit);
            return null;
        }));
        slow.start();
        published.await();
        desk.write(work -> {
            work.publish(Marked.of(2, 2));
            return null;
        });
        until("the quick one has its effect", () -> number("select count(*) from desk_effect") == 1);
        mayCommit.countDown();
        slow.join();
        until("the slow one has its effect too", () -> number("select count(*) from desk_effect") == 2);
        assertEquals(2, number("select count(distinct number) from desk_effect"));
    }

    @Test
    public void twoNodesShareTheWorkWithoutDoingItTwice() throws Exception {
        Assume.assumeTrue("an H2 file belongs to one node", kind == TestServer.Kind.POSTGRESQL);
        try (Store other = open()) {
            other.raise(DeskModule.DESK);
            other.dispatcher().add(new Noting("desk.shared"));
            other.dispatcher().start();
            store.dispatcher().add(new Noting("desk.shared"));
            store.dispatcher().start();
            writeAll(store);
            until(
                    "all events have their effect",
                    () -> number("select count(*) from desk_effect") == (long) WRITERS * EACH);
            assertInOrder("desk.shared");
            assertEquals("nothing is done twice", (long) WRITERS * EACH, number("select count(*) from desk_effect"));
        }
    }

    @Test
    public void aCrashBetweenEffectAndCursorLeavesNeither() throws Exception {
        AtomicInteger calls = new AtomicInteger();
        store.dispatcher().add(new Noting("desk.crash", true, (event, work) -> {
            if (calls.incrementAndGet() == 1) {
                // the process is gone at this moment: nothing that follows runs, the connection breaks
                throw new Crash();
            }
        }));
        desk.write(work -> {
            work.publish(Marked.of(1, 1));
            return null;
        });
        assertThrows(Crash.class, () -> store.dispatcher().drain());
        assertEquals("the effect went with the cursor", 0, number("select count(*) from desk_effect"));
        assertEquals(0, number("select position from platform_reaction where name = 'desk.crash'"));
        try (Store restarted = open()) {
            restarted.raise(DeskModule.DESK);
            restarted.dispatcher().add(new Noting("desk.crash"));
            restarted.dispatcher().drain();
        }
        assertEquals(1, calls.get());
        assertEquals(1, number("select count(*) from desk_effect"));
    }

    private void writeAll(Store on) throws Exception {
        for (int line = 0; line < LINES; line++) {
            String name = "line" + line;
            desk.write(work -> thing(work, name));
        }
        List<Long> ids = desk.read(work -> work.unwrap(EntityManager.class)
                .createQuery("select t.id from ThingRow t order by t.name", Long.class)
                .getResultList());
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            Thread thread = new Thread(() -> write(ids));
            threads.add(thread);
            thread.start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
    }

    /** Marks the lines in turn; the number tells which change of the line it was, because the row is locked. */
    private void write(List<Long> ids) {
        for (int i = 0; i < EACH; i++) {
            int line = i % LINES;
            desk.write(work -> {
                ThingRow row = work.unwrap(EntityManager.class)
                        .find(ThingRow.class, ids.get(line), LockModeType.PESSIMISTIC_WRITE);
                row.rename(row.name() + '.');
                work.publish(Marked.of(line, row.name().length()));
                return null;
            });
        }
    }

    private void assertInOrder(String reaction) throws SQLException {
        try (Connection connection = store.database().own().getConnection();
                Statement statement = connection.createStatement()) {
            for (int line = 0; line < LINES; line++) {
                long last = 0;
                try (ResultSet row = statement.executeQuery("select number from desk_effect where reaction = '"
                        + reaction + "' and line = " + line + " order by nth")) {
                    while (row.next()) {
                        long number = row.getLong(1);
                        assertEquals("line " + line, last == 0 ? number : last + 1, number);
                        last = number;
                    }
                }
            }
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException hurry) {
            throw new AssertionError(hurry);
        }
    }

    /** Nothing catches it on the way but the clean-up. */
    private static final class Crash extends Error {
        private static final long serialVersionUID = 1L;
    }
}
