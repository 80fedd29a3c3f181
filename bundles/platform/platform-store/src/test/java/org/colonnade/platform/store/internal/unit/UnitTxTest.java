package org.colonnade.platform.store.internal.unit;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.TimeZone;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import javax.persistence.EntityManager;
import javax.persistence.LockModeType;
import org.colonnade.platform.api.problem.Conflict;
import org.colonnade.platform.api.problem.Stale;
import org.colonnade.platform.api.problem.Unavailable;
import org.colonnade.platform.store.internal.OnBoth;
import org.colonnade.platform.store.internal.store.ThingRow;
import org.junit.Test;

public class UnitTxTest extends OnBoth {

    @Test
    public void whatIsWrittenIsReadBackInAnyTimeZone() {
        TimeZone before = TimeZone.getDefault();
        TimeZone.setDefault(TimeZone.getTimeZone("Asia/Bangkok"));
        try {
            String[] shown = new String[1];
            long id = desk.write(work -> {
                ThingRow row = thing(work, "ปากกา");
                row.fill(LocalDate.of(2026, 3, 29), "x".repeat(100_000), new BigDecimal("12.3000"), new byte[] {1, 2, 3
                });
                row.add(work.newId(), 2, "b");
                row.add(work.newId(), 1, "a");
                row.tag("x");
                shown[0] = row.show().replace("[b, a]", "[a, b]");
                return row.id();
            });
            assertEquals(shown[0], desk.read(work -> find(work, id).show()));
        } finally {
            TimeZone.setDefault(before);
        }
    }

    @Test
    public void nowIsTheTransactionsBeginInMicroseconds() {
        desk.write(work -> {
            assertEquals(work.now(), work.now().truncatedTo(ChronoUnit.MICROS));
            assertSame(work.now(), work.now());
            return null;
        });
    }

    @Test
    public void theChildrenAreRemovedWithTheirParent() {
        long id = made("parent");
        desk.write(work -> {
            ThingRow row = find(work, id);
            row.add(work.newId(), 1, "a");
            row.add(work.newId(), 2, "b");
            row.tag("x");
            return null;
        });
        desk.write(work -> {
            find(work, id).removeFirstPart();
            return null;
        });
        assertEquals(1, number("select count(*) from desk_part"));
        desk.write(work -> {
            work.unwrap(EntityManager.class).remove(find(work, id));
            return null;
        });
        assertEquals(0, number("select count(*) from desk_part"));
        assertEquals(0, number("select count(*) from desk_thing_tag"));
    }

    @Test
    public void theMapperAndTheConnectionSeeTheSame() {
        desk.write(work -> {
            thing(work, "seen");
            assertEquals(1, count(work.unwrap(Connection.class)));
            try (Statement statement = work.unwrap(Connection.class).createStatement()) {
                statement.executeUpdate("update desk_thing set name = 'changed'");
            }
            assertEquals(
                    1,
                    work.unwrap(EntityManager.class)
                            .createQuery("select t from ThingRow t where t.name = 'changed'")
                            .getResultList()
                            .size());
            assertEquals(0, number("select count(*) from desk_thing"));
            return null;
        });
        assertEquals(1, desk.read(work -> count(work.unwrap(Connection.class))).longValue());
    }

    @Test
    public void aFailureStoresNothing() {
        assertThrows(
                Conflict.class,
                () -> desk.write(work -> {
                    thing(work, "lost");
                    work.unwrap(Connection.class);
                    throw new Conflict("desk.no", "No.");
                }));
        assertEquals(0, number("select count(*) from desk_thing"));
    }

    @Test
    public void aDryRunStoresNothingButMeetsEveryRefusal() {
        made("taken");
        assertEquals("done", desk.write(work -> {
            thing(work, "free");
            work.rollbackOnly();
            return "done";
        }));
        assertEquals(1, number("select count(*) from desk_thing"));
        assertThrows(
                RuntimeException.class,
                () -> desk.write(work -> {
                    thing(work, "taken");
                    work.rollbackOnly();
                    return null;
                }));
    }

    @Test
    public void stepsFrameTheCommit() {
        List<String> done = new ArrayList<>();
        desk.write(work -> {
            work.afterCommit(() -> done.add("after, " + number("select count(*) from desk_thing")));
            work.beforeCommit(last -> {
                done.add("before, " + number("select count(*) from desk_thing"));
                thing(last, "second");
                last.beforeCommit(other -> done.add("last of all"));
            });
            thing(work, "first");
            done.add("body");
            return null;
        });
        assertEquals(List.of("body", "before, 0", "last of all", "after, 2"), done);
        done.clear();
        assertThrows(
                IllegalArgumentException.class,
                () -> desk.write(work -> {
                    work.afterCommit(() -> done.add("after"));
                    work.beforeCommit(last -> {
                        throw new IllegalArgumentException("no");
                    });
                    return thing(work, "third");
                }));
        assertEquals(List.of(), done);
        assertEquals(2, number("select count(*) from desk_thing"));
        assertThrows(
                IllegalStateException.class,
                () -> desk.read(work -> {
                    work.beforeCommit(last -> {});
                    return null;
                }));
    }

    @Test
    public void anInnerTransactionJoinsTheOuter() {
        desk.write(outer -> {
            thing(outer, "one");
            return desk.write(inner -> {
                assertSame(outer, inner);
                return thing(inner, "two");
            });
        });
        assertEquals(2, number("select count(*) from desk_thing"));
    }

    @Test
    public void aWriteInsideAReadHasATransactionOfItsOwn() {
        desk.read(outer -> {
            desk.write(inner -> thing(inner, "own"));
            assertEquals(1, count(outer.unwrap(Connection.class)));
            return null;
        });
    }

    @Test
    public void anInnerFailureThatIsSwallowedStoresNothing() {
        assertThrows(
                RuntimeException.class,
                () -> desk.write(outer -> {
                    thing(outer, "outer");
                    try {
                        desk.write(inner -> {
                            thing(inner, "inner");
                            throw new Conflict("desk.no", "No.");
                        });
                    } catch (Conflict swallowed) {
                        assertEquals("desk.no", swallowed.code());
                    }
                    return null;
                }));
        assertEquals(0, number("select count(*) from desk_thing"));
    }

    @Test
    public void theSecondOfTwoChangesIsStale() {
        long id = made("contested");
        Stale stale = assertThrows(
                Stale.class,
                () -> desk.write(work -> {
                    ThingRow row = find(work, id);
                    inAnotherThread(() -> desk.write(other -> {
                        find(other, id).rename("first");
                        return null;
                    }));
                    row.rename("second");
                    return null;
                }));
        assertEquals("platform.record.stale", stale.code());
        assertEquals("first", desk.read(work -> find(work, id).name()));
        assertEquals(2, desk.read(work -> find(work, id).version()).longValue());
    }

    @Test
    public void aChangeOfTagsCountsTheVersionUp() {
        long id = made("tagged");
        desk.write(work -> {
            find(work, id).tag("new");
            return null;
        });
        assertEquals(2, desk.read(work -> find(work, id).version()).longValue());
    }

    @Test
    public void aDeadlockIsRepeatedUntilItSucceeds() throws Exception {
        long one = made("one");
        long two = made("two");
        CountDownLatch bothHold = new CountDownLatch(2);
        AtomicInteger runs = new AtomicInteger();
        Thread other = new Thread(() -> lockBoth(two, one, bothHold, runs));
        other.start();
        lockBoth(one, two, bothHold, runs);
        other.join();
        assertEquals(2, number("select count(*) from desk_thing where name like '%!!'"));
        assertTrue("one of the two was repeated", runs.get() > 2);
    }

    @Test
    public void aRepeatableFailureIsRepeatedFiveTimesAtMost() {
        AtomicInteger runs = new AtomicInteger();
        Unavailable busy = assertThrows(
                Unavailable.class,
                () -> desk.write(work -> {
                    runs.incrementAndGet();
                    throw new SQLException("could not serialize", "40001");
                }));
        assertEquals(5, runs.get());
        assertEquals("platform.store.busy", busy.code());
    }

    @Test
    public void aReadRefusesToPublish() {
        assertThrows(
                IllegalStateException.class,
                () -> desk.read(work -> {
                    work.publish(() -> null);
                    return null;
                }));
    }

    @Test
    public void aFunctionThatLeftAnswersUnavailable() {
        store.lower("desk");
        assertEquals(
                "platform.function.stopped",
                assertThrows(Unavailable.class, () -> desk.read(work -> null)).code());
    }

    @Test
    public void onlyTheTwoToolsAreHandedOut() {
        assertThrows(IllegalArgumentException.class, () -> desk.read(work -> work.unwrap(String.class)));
        assertNull(desk.read(work -> find(work, 1)));
        assertTrue(desk.write(work -> -work.newId() + work.newId()) > 0);
    }

    private long made(String name) {
        return desk.write(work -> thing(work, name).id());
    }

    private void lockBoth(long first, long second, CountDownLatch bothHold, AtomicInteger runs) {
        desk.write(work -> {
            runs.incrementAndGet();
            EntityManager rows = work.unwrap(EntityManager.class);
            ThingRow a = rows.find(ThingRow.class, first, LockModeType.PESSIMISTIC_WRITE);
            bothHold.countDown();
            await(bothHold);
            ThingRow b = rows.find(ThingRow.class, second, LockModeType.PESSIMISTIC_WRITE);
            a.rename(a.name() + '!');
            b.rename(b.name() + '!');
            return null;
        });
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException hurry) {
            throw new AssertionError(hurry);
        }
    }

    private static void inAnotherThread(Runnable work) {
        Thread thread = new Thread(work);
        thread.start();
        try {
            thread.join();
        } catch (InterruptedException hurry) {
            throw new AssertionError(hurry);
        }
    }

    private static long count(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from desk_thing")) {
            row.next();
            return row.getLong(1);
        }
    }
}
