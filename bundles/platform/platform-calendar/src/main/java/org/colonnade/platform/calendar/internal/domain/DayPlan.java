package org.colonnade.platform.calendar.internal.domain;

import java.time.LocalDate;
import java.util.List;

/** Which windows a local day has. */
@FunctionalInterface
public interface DayPlan {

    /** In their order, none meeting another; empty for a day that is closed. */
    List<Hours> on(LocalDate day);
}
