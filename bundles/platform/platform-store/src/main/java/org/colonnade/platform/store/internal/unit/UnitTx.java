package org.colonnade.platform.store.internal.unit;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.colonnade.platform.api.Caller;
import org.colonnade.platform.api.problem.Unavailable;
import org.colonnade.platform.api.store.Tx;
import org.colonnade.platform.store.internal.database.SqlFaults;
import org.colonnade.platform.store.internal.database.StoreFailure;
import org.colonnade.platform.store.internal.event.EventJson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The transactions of one function. */
public final class UnitTx implements Tx, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(UnitTx.class);
    private static final int TRIES = 5;
    private static final int PAUSE_MILLIS = 20;
    private static final int PATIENCE_SECONDS = 5;

    private final LongFunction<Session> sessions;
    private final Supplier<List<Long>> companies;
    private final Supplier<DataSource> own;
    private final Books books;
    private final Clock clock;
    private final Tsids ids;
    private final EventJson json = new EventJson();
    private final ThreadLocal<RunningWork> current = new ThreadLocal<>();

    /** One permit for each call that is under way; closing takes them all, once. */
    private final Semaphore open = new Semaphore(Integer.MAX_VALUE);

    private volatile boolean closed;

    /**
     * @param sessions makes a session in a company
     * @param companies gives the ids of all of them
     * @param own connections that may tell the database about its tables
     */
    UnitTx(
            LongFunction<Session> sessions,
            Supplier<List<Long>> companies,
            Supplier<DataSource> own,
            Books books,
            Clock clock,
            Tsids ids) {
        this.sessions = sessions;
        this.companies = companies;
        this.own = own;
        this.books = books;
        this.clock = clock;
        this.ids = ids;
    }

    @Override
    public <T> T read(Body<T> body) {
        RunningWork outer = current.get();
        return outer == null ? enter(() -> runs(body, false)) : joins(outer, body, false);
    }

    @Override
    public <T> T write(Body<T> body) {
        RunningWork outer = current.get();
        return outer != null && outer.writing() ? joins(outer, body, true) : enter(() -> repeats(body));
    }

    @Override
    public void afterCommit(Runnable step) {
        RunningWork running = current.get();
        if (running != null && running.writing()) {
            running.afterCommit(step);
        } else {
            step.run();
        }
    }

    @Override
    public void inEachCompany(Runnable work) {
        RuntimeException first = null;
        for (Long company : companies.get()) {
            try (Caller.Binding bound = Caller.current().in(company).bind()) {
                work.run();
            } catch (RuntimeException failure) {
                if (first != null) {
                    failure.addSuppressed(first);
                }
                first = failure;
            }
        }
        if (first != null) {
            throw first;
        }
    }

    @Override
    public Growth growth(List<String> tables) {
        return new TableGrowth(own, tables);
    }

    /** Lets the calls under way end, for a few seconds, and no new ones begin. */
    @Override
    public void close() {
        closed = true;
        try {
            open.tryAcquire(Integer.MAX_VALUE, PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }

    private <T> T enter(Supplier<T> call) {
        if (closed || !open.tryAcquire()) {
            throw new Unavailable(
                    "platform.function.stopped",
                    "The function is being stopped or replaced; try again shortly.",
                    Duration.ofSeconds(1));
        }
        try {
            return call.get();
        } finally {
            open.release();
        }
    }

    private static <T> T joins(RunningWork outer, Body<T> body, boolean writing) {
        if (outer.company() != Caller.EVERY_COMPANY
                && outer.company() != Caller.current().company()) {
            throw new IllegalStateException("A transaction is in one company from its begin to its end");
        }
        try {
            return body.run(outer);
        } catch (SQLException | RuntimeException failure) {
            if (writing) {
                outer.spoil(failure);
            }
            throw failure instanceof RuntimeException unchecked ? unchecked : new StoreFailure(failure);
        }
    }

    private <T> T repeats(Body<T> body) {
        for (int attempt = 1; ; attempt++) {
            try {
                return runs(body, true);
            } catch (Repeatable again) {
                if (attempt == TRIES) {
                    throw SqlFaults.translate(again.getCause());
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(
                        ThreadLocalRandom.current().nextInt(1, PAUSE_MILLIS * attempt)));
            }
        }
    }

    private <T> T runs(Body<T> body, boolean writing) {
        RunningWork before = current.get();
        List<Runnable> afterwards = new ArrayList<>();
        T result;
        long company = Caller.current().company();
        try (Session session = sessions.apply(company)) {
            Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            RunningWork work = new RunningWork(session, company, writing, now, ids, json, afterwards);
            current.set(work);
            result = writing ? stores(session, work, body) : body.run(work);
        } catch (SQLException | RuntimeException failure) {
            throw writing && SqlFaults.repeatable(failure) ? new Repeatable(failure) : SqlFaults.translate(failure);
        } finally {
            if (before == null) {
                current.remove();
            } else {
                current.set(before);
            }
        }
        afterwards.forEach(UnitTx::step);
        return result;
    }

    /** What is stored is stored: a step that fails must not look like a change that failed. */
    private static void step(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException failure) {
            LOG.error("A step after a commit failed", failure);
        }
    }

    private <T> T stores(Session session, RunningWork work, Body<T> body) throws SQLException {
        session.begin();
        try {
            T result = body.run(work);
            if (work.spoiled() != null) {
                throw new StoreFailure("An inner transaction failed, so the outer one is not stored", work.spoiled());
            }
            work.finish();
            if (work.storesNothing()) {
                // the statements still held back are sent, so a dry run meets every refusal of the database
                session.connection();
                session.rollback();
                work.forgetSteps();
            } else {
                commit(session, work);
            }
            return result;
        } catch (SQLException | RuntimeException | Error failure) {
            undo(session, failure);
            throw failure;
        }
    }

    private void commit(Session session, RunningWork work) throws SQLException {
        if (work.events().isEmpty() && work.changes().isEmpty()) {
            session.commit();
            return;
        }
        // last of all: whoever changes the same record next has waited for this one's locks, so its events come later
        books.write(session.connection(), work);
        session.commit();
        books.wake(work);
    }

    private static void undo(Session session, Throwable failure) {
        try {
            session.rollback();
        } catch (SQLException | RuntimeException second) {
            failure.addSuppressed(second);
        }
    }

    /** The whole body may be run again. */
    private static final class Repeatable extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Repeatable(Throwable cause) {
            super(null, cause, false, false);
        }
    }
}
