package org.colonnade.crm.api.lead;

/** How far a lead has come. */
public enum LeadState {
    /** Nobody has spoken to them yet. */
    NEW,
    /** Somebody has. */
    CONTACTED,
    /** It is worth the work of a sale. */
    QUALIFIED,
    /** It has become a party; nothing changes this any more. */
    CONVERTED,
    /** It leads nowhere, for a reason that is written down. */
    DISQUALIFIED;

    /** Whether somebody still has to work on it. */
    public boolean open() {
        return this == NEW || this == CONTACTED || this == QUALIFIED;
    }
}
