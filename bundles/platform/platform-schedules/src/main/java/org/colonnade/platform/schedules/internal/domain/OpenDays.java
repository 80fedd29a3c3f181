package org.colonnade.platform.schedules.internal.domain;

import java.time.LocalDate;

/** Which days are open. */
public interface OpenDays {

    boolean isOpen(LocalDate day);

    /** The first open day after the day; null if there is none. */
    LocalDate after(LocalDate day);

    /** The last open day before the day; null if there is none. */
    LocalDate before(LocalDate day);
}
