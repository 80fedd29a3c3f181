package org.colonnade.platform.schedules.internal.domain;

/** What becomes of planned instants on days on which the business calendar of a schedule is closed. */
public enum ClosedDays {
    /** They do not come. */
    SKIP,
    /** They come on the next open day at the same time of day; those that fall together there come once. */
    NEXT_OPEN
}
