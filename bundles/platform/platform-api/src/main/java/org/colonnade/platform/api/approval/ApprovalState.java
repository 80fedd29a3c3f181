package org.colonnade.platform.api.approval;

/** How a request for approval stands. */
public enum ApprovalState {
    /** Waits for approvals. */
    OPEN,
    /** Has all of them; holds for exactly this content. */
    GRANTED,
    /** An approver said no. */
    REFUSED,
    /** Was taken back by one of its makers. */
    WITHDRAWN,
    /** The record was edited, or asked for again, since. */
    VOIDED,
    /** Nobody decided in time. */
    EXPIRED
}
