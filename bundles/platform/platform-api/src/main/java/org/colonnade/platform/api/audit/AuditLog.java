package org.colonnade.platform.api.audit;

import java.util.Optional;
import java.util.function.UnaryOperator;
import org.colonnade.platform.api.Page;
import org.colonnade.platform.api.PageRequest;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.store.Work;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Every change and every refusal, as {@link Work#record} wrote it down. Soon after its commit each row gets a position and is chained
 * to the row before, one chain a company; the chain's head is written to a file outside the database every minute. Asks for no
 * permission: whoever offers it to people does, and hides the fields that they may not read.
 */
@ProviderType
public interface AuditLog {

    /**
     * What was written down, newest first, without before and after.
     *
     * @throws org.colonnade.platform.api.problem.Rejected {@code platform.page.cursor}
     */
    Page<Entry> entries(Filter filter, PageRequest page);

    /**
     * One row, with before and after.
     *
     * @throws org.colonnade.platform.api.problem.NotFound {@code platform.audit.not-found}
     */
    Entry entry(String id);

    /**
     * All that was written down of one record, newest first, with before and after. Where a row has no before of its own, it is what the
     * version before left behind.
     *
     * @throws org.colonnade.platform.api.problem.Rejected {@code platform.page.cursor}
     */
    Page<Entry> history(Ref subject, PageRequest page);

    /**
     * The record as one of its versions left it.
     *
     * @return its JSON text; empty if that version was not written down or left nothing
     */
    Optional<String> snapshot(Ref subject, long version);

    /**
     * Replaces before and after of everything that was written down of a record, in the caller's transaction. A row {@value
     * Change#ERASED} says which rows and what they hold now, so the chain stays whole and later changes of them still show.
     *
     * @param redact gives the JSON text that may stay, or null for nothing; must not depend on when it is called
     * @return how many rows were replaced
     */
    int erase(Work work, Ref subject, UnaryOperator<String> redact);

    /**
     * Writes down what belongs to no transaction, such as a refusal, in one of its own; on behalf of the thread's {@link
     * org.colonnade.platform.api.Caller}.
     *
     * @throws org.colonnade.platform.api.problem.Unavailable {@code platform.store.away}
     */
    void record(Change change);

    /**
     * Computes every chain anew and compares it with what is stored and with the anchors outside the database. One at a time.
     *
     * @throws org.colonnade.platform.api.problem.Conflict {@code platform.audit.verifying}
     */
    Verdict verify();
}
