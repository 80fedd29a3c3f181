package org.colonnade.platform.api.approval;

import java.sql.SQLException;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.store.Work;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Asks for approvals and says what was approved. A function calls {@link #edited} with each edit of a record that may need one,
 * {@link #request} when it is complete, and {@link #require} in the transaction that acts on it; all three within its own transactions and
 * under its lock of the record.
 */
@ProviderType
public interface Approvals {

    /**
     * Makes the rule of a kind where people have made none.
     *
     * @throws org.colonnade.platform.api.problem.Rejected {@code approvals.rule.invalid}
     */
    void declare(ApprovalPlan plan);

    /**
     * The caller has edited the record: the caller is one of its makers until the next approval, and every request for it that is open or
     * granted holds no more.
     */
    void edited(Work work, Ref record) throws SQLException;

    /**
     * Asks for an approval. Makers are all who edited the record since its last approval of this kind, and the caller. An earlier request
     * of the kind for the record holds no more.
     *
     * @return the request's id
     * @throws org.colonnade.platform.api.problem.Rejected {@code approvals.request.invalid}, {@code approvals.rule.missing}
     */
    String request(Work work, ApprovalDraft draft) throws SQLException;

    /** Whether exactly this content was approved, and nobody edited the record since. */
    boolean granted(Work work, String kind, Ref record, long version, String fingerprint) throws SQLException;

    /** The same, as a condition. @throws org.colonnade.platform.api.problem.Conflict {@code approvals.request.not-granted} */
    void require(Work work, String kind, Ref record, long version, String fingerprint) throws SQLException;
}
