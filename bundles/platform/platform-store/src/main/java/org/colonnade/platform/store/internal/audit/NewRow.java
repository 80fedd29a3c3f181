package org.colonnade.platform.store.internal.audit;

import java.time.Instant;
import org.colonnade.platform.api.Caller;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.audit.Change;

/**
 * A change on its way into the audit.
 *
 * @param id its TSID
 * @param company whose chain it joins; what belongs to no single company joins the first one's
 * @param at when its transaction began
 * @param actor who
 * @param requestId the request that did it
 * @param change what
 * @param principal for whom a substitute did it, or null
 */
public record NewRow(
        long id, long company, Instant at, String actor, String requestId, Change change, String principal) {

    /** On behalf of the thread's caller. */
    public static NewRow of(Change change, long id, Instant at) {
        Caller caller = Caller.current();
        long company = caller.company() == Caller.EVERY_COMPANY ? Caller.FIRST_COMPANY : caller.company();
        Ref principal = caller.actor().principal();
        return new NewRow(
                id,
                company,
                at,
                caller.actor().ref().toString(),
                caller.requestId(),
                change,
                principal == null ? null : principal.toString());
    }

    /** The row as it stands in the table while it waits for its place. */
    ChainedRow waiting(byte[] payloadDigest) {
        return new ChainedRow(
                id,
                company,
                0,
                at,
                actor,
                requestId,
                change.action(),
                change.subject().toString(),
                change.version(),
                payloadDigest,
                null,
                principal);
    }

    boolean hasPayload() {
        return change.before() != null || change.after() != null;
    }
}
