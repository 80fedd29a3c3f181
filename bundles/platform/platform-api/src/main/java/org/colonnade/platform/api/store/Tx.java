package org.colonnade.platform.api.store;

import java.sql.SQLException;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Transactions over one function's own tables. The platform registers one such service for each function, with the property
 * {@value #MODULE}, as soon as that function's tables are there in the version that it needs; so who has it can use it.
 *
 * <p>Calls nest: an inner one on the same thread joins the outer transaction of the same function. A failure of the database that a
 * repetition can heal (SQLSTATE 40001, 40P01) repeats the whole body, at most five times; so a body has no effects outside {@link Work}.
 *
 * <p>A body sees the rows of one company, that of the {@link org.colonnade.platform.api.Caller}, and what it adds is that company's: the
 * store sees to that in each statement, for every table with a column {@code company}. A table without one says in its change log that it
 * belongs to the whole installation: {@code comment on table … is 'shared'}.
 */
@ProviderType
public interface Tx {

    /** The service property that names the function. */
    String MODULE = "module";

    /**
     * Reads, without a transaction of its own.
     *
     * @throws org.colonnade.platform.api.problem.Unavailable {@code platform.store.away}
     */
    <T> T read(Body<T> body);

    /**
     * Writes: everything in the body, the events that it published included, is stored together or not at all.
     *
     * @throws org.colonnade.platform.api.problem.Unavailable {@code platform.store.away}
     * @throws org.colonnade.platform.api.problem.Stale {@code platform.record.stale} if another transaction changed one of the rows
     */
    <T> T write(Body<T> body);

    /**
     * Runs the step when the write that is under way on this thread is stored, and never if it is not; at once if none is under way. For
     * what a node remembers of the rows: whoever calls this after its own write may itself be part of a larger one.
     */
    default void afterCommit(Runnable step) {
        step.run();
    }

    /**
     * For work that fills tables: tells the database early that they grow. A database plans for the size that it knows, and until it looks
     * by itself, which can take minutes, it reads whole tables where an index would do.
     *
     * @param tables plain names; the first is the one whose rows are counted
     * @return for one such piece of work
     * @since 1.2
     */
    default Growth growth(List<String> tables) {
        return rows -> {};
    }

    /**
     * The same transactions for the platform's own work over all companies, see
     * {@link org.colonnade.platform.api.Caller#EVERY_COMPANY}.
     *
     * @since 1.3
     */
    default Tx everywhere() {
        return new EveryCompany(this);
    }

    /**
     * Runs work that looks for what is due once for each company, bound to it; for the rounds that a function makes by itself. One
     * company's failure does not keep the others from their turn.
     *
     * @throws RuntimeException the first failure, after all had their turn
     * @since 1.3
     */
    default void inEachCompany(Runnable work) {
        work.run();
    }

    /**
     * Hears how far work that fills tables has come.
     *
     * @since 1.2
     */
    @FunctionalInterface
    interface Growth {
        /** So many rows were added by now. Never fails; called outside of transactions. */
        void grown(long rows);
    }

    /** What happens in a transaction. */
    @FunctionalInterface
    interface Body<T> {
        /** Does the work and gives its result to the caller. */
        T run(Work work) throws SQLException;
    }
}
