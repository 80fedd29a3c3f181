package org.colonnade.platform.api.schedule;

import java.time.Instant;
import java.util.List;
import org.colonnade.platform.api.Actor;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Tells how schedules stand, and fires one by hand. Schedules themselves are records, made and changed at
 * {@code /api/platform/schedules}.
 */
@ProviderType
public interface Schedules {

    /** To see schedules and their firings. */
    String READ = "platform.schedules.read";

    /** To make, change, pause, fire and remove schedules. */
    String CHANGE = "platform.schedules.change";

    /** All schedules that were not removed, by name; no permission is asked. */
    List<ScheduleState> all();

    /**
     * One schedule.
     *
     * @throws org.colonnade.platform.api.problem.NotFound {@code schedule.plan.not-found}
     * @throws org.colonnade.platform.api.problem.Forbidden without {@value #READ}
     */
    ScheduleState get(Actor actor, String id);

    /**
     * The planned instants after a moment, in order, as if the schedule were not paused.
     *
     * @param after the moment, UTC; now if null
     * @param count 1 to 100
     * @return fewer where there are no more
     * @throws org.colonnade.platform.api.problem.NotFound {@code schedule.plan.not-found}
     * @throws org.colonnade.platform.api.problem.Forbidden without {@value #READ}
     * @throws org.colonnade.platform.api.problem.Unavailable {@code schedule.calendar.away}: its calendar cannot be asked now
     */
    List<Instant> next(Actor actor, String id, Instant after, int count);

    /**
     * Makes the schedule's job now, beside what is planned, also while it is paused.
     *
     * @return the job's id
     * @throws org.colonnade.platform.api.problem.NotFound {@code schedule.plan.not-found}
     * @throws org.colonnade.platform.api.problem.Forbidden without {@value #CHANGE}
     * @throws org.colonnade.platform.api.problem.Conflict {@code schedule.plan.running}: an earlier job of it has not ended, and jobs of it
     *     do not overlap; {@code schedule.plan.owner-gone}; {@code schedule.plan.archived}
     */
    String runNow(Actor actor, String id);
}
