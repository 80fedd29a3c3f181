package org.colonnade.platform.api.series;

/** When a series begins again with 1, by the date of the document. */
public enum Reset {
    /** Never. */
    NEVER,
    /** With each fiscal year. */
    YEARLY,
    /** With each month. */
    MONTHLY
}
