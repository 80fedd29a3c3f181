package org.colonnade.crm.api.deal;

/** How a forecast counts time together. */
public enum ForecastBy {
    /** Weeks from Monday to Sunday (ISO 8601). */
    WEEK,
    /** Months of the calendar. */
    MONTH,
    /** Quarters of the calendar year. */
    QUARTER
}
