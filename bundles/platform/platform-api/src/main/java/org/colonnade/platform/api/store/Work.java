package org.colonnade.platform.api.store;

import java.sql.SQLException;
import java.time.Instant;
import org.colonnade.platform.api.audit.Change;
import org.colonnade.platform.api.event.DomainEvent;
import org.osgi.annotation.versioning.ProviderType;

/** One running transaction. Belongs to its thread and ends with the body it was given to. */
@ProviderType
public interface Work {

    /**
     * The tool underneath: {@code javax.persistence.EntityManager} of the function's persistence unit, or the transaction's own
     * {@code java.sql.Connection}. Both see the same data. Whoever takes the connection closes its statements, never the connection.
     *
     * @throws IllegalArgumentException for any other type
     */
    <T> T unwrap(Class<T> type);

    /**
     * Writes the event with the change: it is there if and only if the transaction commits.
     *
     * @throws IllegalStateException in a read
     */
    void publish(DomainEvent event);

    /**
     * Writes the change down for the audit: it is there if and only if the transaction commits.
     *
     * @since 1.1
     * @throws IllegalStateException in a read
     */
    void record(Change change);

    /** A new time-ordered id (TSID), unique over all nodes. */
    long newId();

    /** The instant at which the transaction began, UTC, in microseconds as every database keeps it. */
    Instant now();

    /** Lets the transaction end without storing anything: a dry run that did all the real work. */
    void rollbackOnly();

    /**
     * Does the step as the last of the transaction: when the body has run, right before the commit, in the order in which the steps came. A
     * row that it inserts follows every row that the body has seen, whichever node stored that. If the step fails, nothing is stored.
     *
     * @since 1.3
     * @throws IllegalStateException in a read
     */
    void beforeCommit(Step step);

    /**
     * Does the step when the transaction is stored, and never if it is not. What it throws is logged only.
     *
     * @since 1.3
     * @throws IllegalStateException in a read
     */
    void afterCommit(Runnable step);

    /**
     * What is left for a transaction's end.
     *
     * @since 1.3
     */
    @FunctionalInterface
    interface Step {
        /** Does the work. */
        void run(Work work) throws SQLException;
    }
}
