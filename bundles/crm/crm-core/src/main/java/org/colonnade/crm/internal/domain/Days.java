package org.colonnade.crm.internal.domain;

import java.time.LocalDate;

/** Days from which and until which something counts, both included. */
public final class Days {

    /** What is said of a day that cannot be kept. */
    public static final String OUTSIDE = "is a day of the years 1 to 9999";

    private static final int LAST_YEAR = 9_999;

    private Days() {}

    /** Whether the day cannot be kept by every database. */
    public static boolean outside(LocalDate day) {
        return day != null && (day.getYear() < 1 || day.getYear() > LAST_YEAR);
    }
}
