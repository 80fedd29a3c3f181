package org.colonnade.platform.store.internal;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import javax.persistence.EntityManager;
import org.colonnade.platform.api.store.Tx;
import org.colonnade.platform.api.store.Work;
import org.colonnade.platform.store.internal.database.DatabaseSettings;
import org.colonnade.platform.store.internal.store.ThingRow;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.rules.TemporaryFolder;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameter;
import org.junit.runners.Parameterized.Parameters;

/** Runs a test of the store on H2 and on PostgreSQL, with the function {@code desk} on it. */
@RunWith(Parameterized.class)
public abstract class OnBoth {

    @Parameter
    public TestServer.Kind kind;

    @Rule
    public TemporaryFolder folder = new TemporaryFolder();

    protected DatabaseSettings settings;
    protected Store store;
    protected Tx desk;

    @Parameters(name = "{0}")
    public static Object[] kinds() {
        return TestServer.Kind.values();
    }

    @Before
    public void openStore() throws Exception {
        settings = Ready.copy(kind);
        store = open();
        desk = store.raise(DeskModule.DESK);
    }

    @After
    public void closeStore() {
        store.close();
    }

    /** One more node on the same database. */
    protected final Store open() throws Exception {
        Store opened = new Store(new StoreSettings(settings, folder.getRoot().toPath()), Clock.systemUTC());
        if (!opened.open()) {
            throw new AssertionError(opened.database().check());
        }
        return opened;
    }

    protected static ThingRow thing(Work work, String name) {
        ThingRow row = new ThingRow(work.newId(), name, work.now().atOffset(ZoneOffset.UTC));
        work.unwrap(EntityManager.class).persist(row);
        return row;
    }

    protected static ThingRow find(Work work, long id) {
        return work.unwrap(EntityManager.class).find(ThingRow.class, id);
    }

    protected final long number(String sql) {
        try (Connection connection = store.database().own().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }

    /** Waits until it is so; a minute is too long for everything here. */
    protected static void until(String what, Callable<Boolean> condition) throws Exception {
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!condition.call()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("It did not come about: " + what);
            }
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
        }
    }
}
