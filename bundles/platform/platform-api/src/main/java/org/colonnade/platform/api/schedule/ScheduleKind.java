package org.colonnade.platform.api.schedule;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A kind of job that may be scheduled. A service of the function whose {@link org.colonnade.platform.api.job.JobWorker} does it.
 *
 * <p>The input of the job is one JSON object: the schedule's parameters, {@code plannedAt} (the planned instant, ISO-8601 in UTC) and
 * {@code schedule} (its reference).
 */
@ConsumerType
public interface ScheduleKind {

    /** The kind of job: {@code <module>.<what>}, as {@link org.colonnade.platform.api.job.JobWorker#kind()}. */
    String kind();

    /** What people call it, by language tag; {@code en} and {@code th} at least. */
    Map<String, String> labels();

    /** What a schedule may say to the job. */
    default List<ScheduleParameter> parameters() {
        return List.of();
    }

    /** The permission that whoever schedules it must have; null where the right to make schedules is enough. */
    default String permission() {
        return null;
    }

    /** The schedule that comes with the function; empty where administrators make all of them. */
    default Optional<ScheduleDefault> standard() {
        return Optional.empty();
    }
}
