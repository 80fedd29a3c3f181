package org.colonnade.crm.api.deal;

/** What became of an opportunity. */
public enum OpportunityState {
    /** Nothing yet; it stands in a stage. */
    OPEN,
    /** A sale. */
    WON,
    /** No sale. */
    LOST
}
