package org.colonnade.platform.schedules.internal;

import java.time.Instant;
import org.colonnade.platform.api.Ref;

/**
 * What became of a planned instant, or of several that were missed together.
 *
 * @param plannedAt the planned instant, the last of several, UTC
 * @param outcome what became of it
 * @param missedFrom the first of several that were missed; null otherwise
 * @param missed how many were missed, at least; 0 where a job was made or waits
 * @param job {@code platform:job:<id>}; null where there is none
 * @param code why it was refused; null otherwise
 * @param askedBy who asked for it by hand; null otherwise
 * @param decidedAt when this was decided, UTC
 */
public record Firing(
        Instant plannedAt,
        Outcome outcome,
        Instant missedFrom,
        long missed,
        Ref job,
        String code,
        Ref askedBy,
        Instant decidedAt) {

    static Firing made(Instant plannedAt, Outcome outcome, Ref job, Ref askedBy, Instant now) {
        return new Firing(plannedAt, outcome, null, 0, job, null, askedBy, now);
    }

    static Firing without(Instant plannedAt, Outcome outcome, String code, Instant now) {
        return new Firing(plannedAt, outcome, null, outcome == Outcome.QUEUED ? 0 : 1, null, code, null, now);
    }
}
