package org.colonnade.platform.api.schedule;

/** What becomes of planned instants that passed while nothing could fire them. */
public enum Misfire {
    /** They are written down as missed. */
    SKIP,
    /** One firing makes up for all of them: the next one, if it is due now, otherwise the last one missed. */
    ONCE,
    /** Each is made up for, the newest ones, as many and as old as the schedule says; the others are written down as missed. */
    ALL
}
