package org.colonnade.platform.api.schedule;

import java.time.Instant;
import org.colonnade.platform.api.Ref;

/**
 * How a schedule stands now.
 *
 * @param id its id (TSID)
 * @param name what people call it
 * @param kind the kind of job that it makes
 * @param owner on whose behalf its jobs run
 * @param paused whether somebody has paused it
 * @param waitingFor the function without which its jobs wait, or the calendar function without which nothing is planned; null if
 *     it needs none that is away
 * @param nextAt the next planned instant, UTC; null while it is paused and when there is none
 * @param lastAt the last planned instant for which a job was made; null before
 * @param lastJob the id of that job
 * @param missed how many planned instants were missed or refused within the last day
 */
public record ScheduleState(
        String id,
        String name,
        String kind,
        Ref owner,
        boolean paused,
        String waitingFor,
        Instant nextAt,
        Instant lastAt,
        String lastJob,
        long missed) {

    /** The module of all references to schedules. */
    public static final String MODULE = "schedule";

    /** The type of all references to schedules. */
    public static final String TYPE = "plan";
}
