package org.colonnade.platform.schedules.internal;

import java.time.Instant;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Map;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.schedule.Misfire;
import org.colonnade.platform.api.schedule.Overlap;
import org.colonnade.platform.schedules.internal.domain.ClosedDays;

/**
 * What a caller says of a schedule: one of {@code cron}, {@code every} and {@code times}.
 *
 * @param name what people call it; the title of its jobs
 * @param kind the kind of job, one that a function offers for schedules
 * @param parameters what the job is told, as its kind declares
 * @param zone of the wall clock, as in the IANA database; UTC if missing
 * @param cron five fields of the wall clock
 * @param every a pause of ISO-8601, {@code PT10S} to {@code P366D}, on a stop watch that begins at {@code notBefore}
 * @param times single instants, UTC, at most 1,000
 * @param notBefore the first instant that may come, UTC
 * @param notAfter the last instant that may come, UTC
 * @param calendar {@code calendar:business:<id>}: it comes on open days only
 * @param closedDays what becomes of instants on closed days; SKIP if missing
 * @param misfire what becomes of instants that were missed; ONCE if missing
 * @param catchUpMost how many are made up for, of ALL: 1 to 1,000, 10 if missing
 * @param catchUpWithin how old one may be to be made up for, of ISO-8601, at most {@code P366D}; {@code P1D} if missing
 * @param overlap what becomes of an instant while the job of an earlier one has not ended; SKIP if missing
 * @param paused whether it waits for somebody to let it go on
 */
public record ScheduleDraft(
        String name,
        String kind,
        Map<String, Object> parameters,
        String zone,
        String cron,
        String every,
        List<Instant> times,
        Instant notBefore,
        Instant notAfter,
        Ref calendar,
        ClosedDays closedDays,
        Misfire misfire,
        Integer catchUpMost,
        String catchUpWithin,
        Overlap overlap,
        Boolean paused) {

    public ScheduleDraft {
        paused = paused != null && paused;
    }

    /** The same with what is missing filled in. */
    ScheduleDraft complete() {
        return new ScheduleDraft(
                stripped(name),
                stripped(kind),
                parameters == null ? Map.of() : parameters,
                zone == null || zone.isBlank() ? "UTC" : zone.strip(),
                stripped(cron),
                stripped(every),
                times == null
                        ? List.of()
                        : times.stream().map(ScheduleDraft::whole).toList(),
                whole(notBefore),
                whole(notAfter),
                calendar,
                calendar == null ? null : closedDays == null ? ClosedDays.SKIP : closedDays,
                misfire == null ? Misfire.ONCE : misfire,
                catchUpMost == null ? Integer.valueOf(10) : catchUpMost,
                catchUpWithin == null || catchUpWithin.isBlank() ? "P1D" : catchUpWithin.strip(),
                overlap == null ? Overlap.SKIP : overlap,
                paused);
    }

    /** A schedule that says this, of nobody. */
    Schedule schedule() {
        return new Schedule(
                name,
                kind,
                parameters,
                zone,
                cron,
                every,
                times,
                notBefore,
                notAfter,
                calendar,
                closedDays,
                misfire,
                catchUpMost,
                catchUpWithin,
                overlap,
                paused,
                null,
                null,
                null,
                null,
                null);
    }

    /** In whole seconds. */
    private static Instant whole(Instant moment) {
        return moment == null ? null : moment.with(ChronoField.NANO_OF_SECOND, 0);
    }

    private static String stripped(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
