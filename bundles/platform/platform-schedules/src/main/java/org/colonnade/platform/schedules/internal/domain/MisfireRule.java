package org.colonnade.platform.schedules.internal.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.colonnade.platform.api.schedule.Misfire;

/**
 * What becomes of the planned instants that have come since somebody last looked.
 *
 * @param misfire what becomes of those that are late
 * @param grace by how much one may be late and is still in time
 * @param most how many late ones are made up for, of {@link Misfire#ALL}
 * @param within how old a late one may be to be made up for
 */
public record MisfireRule(Misfire misfire, Duration grace, int most, Duration within) {

    /** So many instants are looked at one by one; if there are more, those of the last hour count, and the others not. */
    static final int LOOKED_AT = 200_000;

    /**
     * What to do.
     *
     * @param inTime to be fired now, in order
     * @param late to be made up for now, in order; all before the first in time
     * @param missed the others; null if there are none
     */
    public record Verdict(List<Instant> inTime, List<Instant> late, Missed missed) {}

    /** Planned instants that make no job. @param from the first @param until the last @param count how many, at least */
    public record Missed(Instant from, Instant until, long count) {}

    /**
     * Decides.
     *
     * @param cursor until where everything was decided; not included
     * @param now included
     * @param done planned instants that have been decided about already, whatever the cursor says
     */
    public Verdict decide(Plan plan, Instant cursor, Instant now, Set<Instant> done) {
        Instant line = now.minus(grace);
        int keep = misfire == Misfire.ALL ? most : 1;
        Deque<Instant> newest = new ArrayDeque<>();
        List<Instant> inTime = new ArrayList<>();
        Tally left = new Tally();
        int looked = 0;
        Instant next = plan.after(cursor);
        while (next != null && !next.isAfter(now)) {
            if (!done.contains(next)) {
                (next.isBefore(line) ? newest : inTime).add(next);
            }
            if (newest.size() > keep) {
                left.add(newest.removeFirst());
            }
            next = following(plan, next, line, looked++);
        }
        List<Instant> late = new ArrayList<>();
        for (Instant missed : newest) {
            if (madeUpFor(missed, now, inTime)) {
                late.add(missed);
            } else {
                left.add(missed);
            }
        }
        return new Verdict(inTime, late, left.missed());
    }

    private boolean madeUpFor(Instant missed, Instant now, List<Instant> inTime) {
        return switch (misfire) {
            case SKIP -> false;
            case ONCE -> inTime.isEmpty() && !missed.isBefore(now.minus(within));
            case ALL -> !missed.isBefore(now.minus(within));
        };
    }

    private static Instant following(Plan plan, Instant last, Instant line, int looked) {
        Instant hourBefore = line.minus(Duration.ofHours(1));
        return plan.after(looked == LOOKED_AT && last.isBefore(hourBefore) ? hourBefore : last);
    }

    /** Counts what is missed. */
    private static final class Tally {
        private Instant from;
        private Instant until;
        private long count;

        void add(Instant missed) {
            from = from == null ? missed : from;
            until = missed;
            count++;
        }

        Missed missed() {
            return count == 0 ? null : new Missed(from, until, count);
        }
    }
}
