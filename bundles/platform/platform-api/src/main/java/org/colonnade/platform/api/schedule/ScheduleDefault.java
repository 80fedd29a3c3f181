package org.colonnade.platform.api.schedule;

import java.util.Objects;

/**
 * A schedule that is made when a function first comes, and is an administrator's from then on: changed, paused and removed like any other;
 * it is not made a second time. Its jobs run as the platform itself. It makes up for missed instants once, and leaves an instant out
 * while the job of an earlier one runs.
 *
 * @param name what people call it, up to 200 characters
 * @param cron five fields of the wall clock, as schedules take them: {@code 0 3 * * *}
 * @param zone the zone of that clock, as in the IANA database
 */
public record ScheduleDefault(String name, String cron, String zone) {

    public ScheduleDefault {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(cron, "cron");
        Objects.requireNonNull(zone, "zone");
    }
}
