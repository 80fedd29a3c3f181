package org.colonnade.platform.store.internal.database;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import javax.persistence.EntityManager;
import org.colonnade.platform.api.admin.HealthCheck.Level;
import org.colonnade.platform.api.problem.Unavailable;
import org.colonnade.platform.api.store.Tx;
import org.colonnade.platform.store.internal.DeskModule;
import org.colonnade.platform.store.internal.Store;
import org.colonnade.platform.store.internal.StoreSettings;
import org.colonnade.platform.store.internal.TestServer;
import org.colonnade.platform.store.internal.store.ThingRow;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** The database goes and comes back while the platform runs. */
public class DatabaseAwayTest {

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private Cable cable;
    private Store store;

    @Before
    public void layTheCable() throws Exception {
        DatabaseSettings settings = TestServer.postgres().unsafe();
        cable = new Cable(TestServer.port());
        String url = settings.url().replace(":" + TestServer.port(), ":" + cable.port());
        DatabaseSettings through =
                DatabaseSettings.of(url, settings.user(), settings.password()).unsafe();
        store = new Store(new StoreSettings(through, folder.getRoot().toPath()), Clock.systemUTC());
    }

    @After
    public void end() throws Exception {
        store.close();
        cable.close();
    }

    @Test
    public void aDatabaseThatIsAwayAtTheStartIsServedWhenItComes() throws Exception {
        cable.cut();
        assertFalse(store.open());
        assertTrue(
                store.database().check().sentence(),
                store.database().check().sentence().contains("cannot be reached"));
        cable.mend();
        assertTrue(store.open());
        assertNull(store.raise(DeskModule.DESK)
                .read(work -> work.unwrap(EntityManager.class).find(ThingRow.class, 1L)));
    }

    @Test
    public void aStoppedDatabaseIsToldWithinThreeSecondsAndHealsWithinTen() throws Exception {
        Tx desk = running();
        cable.cut();
        assertAway(desk);
        assertEquals(Level.FAILED, store.database().check().level());
        cable.mend();
        assertHeals(desk);
    }

    @Test
    public void aSilentNetworkIsToldWithinThreeSecondsAndHealsWithinTen() throws Exception {
        Tx desk = running();
        // the pool trusts a connection that was used within the last half second
        idleFor(Duration.ofMillis(600));
        cable.silence();
        assertAway(desk);
        cable.mend();
        assertHeals(desk);
    }

    private Tx running() throws Exception {
        assertTrue(store.open());
        Tx desk = store.raise(DeskModule.DESK);
        write(desk, "before");
        return desk;
    }

    private static void assertAway(Tx desk) {
        for (int i = 0; i < 2; i++) {
            boolean writes = i % 2 == 0;
            long begin = System.nanoTime();
            Unavailable away = assertThrows(Unavailable.class, () -> {
                if (writes) {
                    write(desk, "lost" + begin);
                } else {
                    desk.read(work -> work.unwrap(EntityManager.class).find(ThingRow.class, 1L));
                }
            });
            assertEquals("platform.store.away", away.code());
            Duration took = Duration.ofNanos(System.nanoTime() - begin);
            assertTrue("told after " + took, took.compareTo(Duration.ofSeconds(3)) < 0);
        }
    }

    private static void assertHeals(Tx desk) {
        long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (true) {
            try {
                write(desk, "after");
                break;
            } catch (Unavailable stillAway) {
                assertTrue("healed within ten seconds", System.nanoTime() < deadline);
            }
        }
        long stored = desk.read(work -> work.unwrap(EntityManager.class)
                .createQuery("select count(t) from ThingRow t", Long.class)
                .getSingleResult());
        assertEquals("what was refused is not there", 2, stored);
    }

    private static void write(Tx desk, String name) {
        desk.write(work -> {
            work.unwrap(EntityManager.class)
                    .persist(new ThingRow(work.newId(), name, work.now().atOffset(ZoneOffset.UTC)));
            return null;
        });
    }

    private static void idleFor(Duration time) throws InterruptedException {
        // not a wait for something: the idle time is the condition itself
        new java.util.concurrent.CountDownLatch(1).await(time.toMillis(), java.util.concurrent.TimeUnit.MILLISECONDS);
    }
}
