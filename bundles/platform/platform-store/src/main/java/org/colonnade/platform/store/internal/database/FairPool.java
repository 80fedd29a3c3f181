package org.colonnade.platform.store.internal.database;

import com.zaxxer.hikari.HikariDataSource;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A pool whose connections are given out in the order in which they were asked for, and some of them only to those who have one already:
 * work that asks another function while its own transaction is open takes a second connection, and if all were given to such work,
 * each would wait for the others until its patience ends.
 */
final class FairPool extends OverSource implements AutoCloseable {

    private final HikariDataSource pool;
    private final Turns turns;

    /** How many connections this thread has. */
    private final ThreadLocal<AtomicInteger> mine = ThreadLocal.withInitial(AtomicInteger::new);

    private int size;

    FairPool(HikariDataSource pool) {
        super(pool);
        this.pool = pool;
        this.size = pool.getMaximumPoolSize();
        this.turns = new Turns(firsts(size));
    }

    /** Of so many connections a quarter is kept for second ones. */
    private static int firsts(int connections) {
        return connections < 2 ? connections : connections - Math.max(1, connections / 4);
    }

    /** One for each connection that may be somebody's first. */
    private static final class Turns extends Semaphore {

        private static final long serialVersionUID = 1;

        Turns(int many) {
            super(many, true);
        }

        void change(int by) {
            if (by > 0) {
                release(by);
            } else {
                reducePermits(-by);
            }
        }
    }

    /** Changes how many connections there are at most and how long one is waited for. */
    synchronized void adjust(int connections, long patienceMillis) {
        pool.getHikariConfigMXBean().setMaximumPoolSize(connections);
        pool.getHikariConfigMXBean().setConnectionTimeout(patienceMillis);
        turns.change(firsts(connections) - firsts(size));
        size = connections;
    }

    /** @throws SQLTransientConnectionException if none came free in time, or none can be made */
    @Override
    public Connection getConnection() throws SQLException {
        AtomicInteger held = mine.get();
        boolean first = held.get() == 0;
        if (first && !turn(0)) {
            queue();
        }
        Runnable over = first ? turns::release : () -> {};
        try {
            Connection connection = counted(pool.getConnection(), held, over);
            held.incrementAndGet();
            return connection;
        } catch (SQLException | RuntimeException none) {
            over.run();
            throw none;
        }
    }

    private void queue() throws SQLException {
        boolean came = turn(pool.getConnectionTimeout());
        int total = pool.getHikariPoolMXBean().getTotalConnections();
        // those before have waited in vain for the database itself: nobody waits twice
        if (came && total == 0) {
            turns.release();
        }
        if (!came || total == 0) {
            throw new SQLTransientConnectionException(
                    "No connection came free in time (total=" + total + ", waiting=" + waiting() + ")");
        }
    }

    /** Not the semaphore's own way without a time, which would overtake those who wait. */
    private boolean turn(long patienceMillis) throws SQLException {
        try {
            return turns.tryAcquire(patienceMillis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
            throw new SQLTransientConnectionException("The wait for a connection was interrupted", "08000");
        }
    }

    /** How many connections are open. */
    int open() {
        return pool.getHikariPoolMXBean().getTotalConnections();
    }

    /** How many of them somebody has. */
    int inUse() {
        return pool.getHikariPoolMXBean().getActiveConnections();
    }

    /** How many there are at most. */
    synchronized int size() {
        return size;
    }

    /** How many wait for a connection. */
    int waiting() {
        return turns.getQueueLength();
    }

    /** The connection; when it is closed, by whichever thread, it is taken from the count and the next caller has a turn. */
    private static Connection counted(Connection own, AtomicInteger held, Runnable over) {
        AtomicBoolean closed = new AtomicBoolean();
        return (Connection) Proxy.newProxyInstance(
                FairPool.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    try {
                        return method.invoke(own, arguments);
                    } catch (InvocationTargetException failure) {
                        throw failure.getCause();
                    } finally {
                        if (method.getName().equals("close") && closed.compareAndSet(false, true)) {
                            held.decrementAndGet();
                            over.run();
                        }
                    }
                });
    }

    @Override
    public void close() {
        pool.close();
    }
}
