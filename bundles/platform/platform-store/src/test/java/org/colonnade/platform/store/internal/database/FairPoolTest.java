package org.colonnade.platform.store.internal.database;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.colonnade.platform.api.problem.Problem;
import org.junit.After;
import org.junit.Test;

public class FairPoolTest {

    private static final int MANY = 24;

    private final FairPool pool = new FairPool(one());
    private final ExecutorService callers = Executors.newFixedThreadPool(MANY);

    @After
    public void close() {
        callers.shutdownNow();
        pool.close();
    }

    @Test
    public void whoWaitsGoesBeforeWhoComesBack() throws Exception {
        AtomicInteger served = new AtomicInteger();
        Connection mine = pool.getConnection();
        List<Future<?>> all = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            all.add(callers.submit(() -> {
                pool.getConnection().close();
                return served.incrementAndGet();
            }));
        }
        await(MANY);
        mine.close();
        mine = pool.getConnection();
        // the last of them may have given it back and not counted yet
        assertTrue("served before: " + served, served.get() >= MANY - 1);
        mine.close();
        for (Future<?> one : all) {
            one.get();
        }
        assertEquals(MANY, served.get());
    }

    @Test
    public void noneInTimeIsSaidAndLosesNoTurn() throws Exception {
        pool.adjust(1, 250);
        Connection mine = pool.getConnection();
        SQLException late = assertThrows(SQLTransientConnectionException.class, this::byAnother);
        assertEquals("platform.store.busy", ((Problem) SqlFaults.translate(late)).code());
        mine.close();
        mine.close();
        for (int i = 0; i < 3; i++) {
            byAnother();
        }
        mine = pool.getConnection();
        assertThrows("closing twice gave a second turn", SQLException.class, this::byAnother);
        mine.close();
    }

    @Test
    public void thoseWhoHaveOneGetASecondHoweverManyComeFirst() throws Exception {
        pool.adjust(4, 5_000);
        CyclicBarrier together = new CyclicBarrier(3);
        List<Future<?>> all = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            all.add(callers.submit(() -> {
                try (Connection first = pool.getConnection()) {
                    together.await();
                    try (Connection second = pool.getConnection()) {
                        return first.isValid(1) && second.isValid(1);
                    }
                }
            }));
        }
        for (int i = 3; i < MANY; i++) {
            all.add(callers.submit(() -> {
                pool.getConnection().close();
                return true;
            }));
        }
        for (Future<?> one : all) {
            assertEquals(true, one.get());
        }
    }

    private void byAnother() throws Exception {
        try {
            callers.submit(() -> {
                        pool.getConnection().close();
                        return null;
                    })
                    .get();
        } catch (ExecutionException failure) {
            throw (Exception) failure.getCause();
        }
    }

    private void await(int many) {
        long end = System.nanoTime() + 10_000_000_000L;
        while (pool.waiting() < many && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        assertEquals(many, pool.waiting());
    }

    private static HikariDataSource one() {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl("jdbc:h2:mem:fair");
        config.setMaximumPoolSize(1);
        config.setConnectionTimeout(5_000);
        return new HikariDataSource(config);
    }
}
