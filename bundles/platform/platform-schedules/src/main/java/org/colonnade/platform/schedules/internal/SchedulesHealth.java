package org.colonnade.platform.schedules.internal;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.colonnade.platform.api.admin.HealthCheck;
import org.colonnade.platform.api.schedule.ScheduleState;
import org.colonnade.platform.api.schedule.Schedules;
import org.colonnade.platform.api.store.Tx;
import org.colonnade.platform.api.store.Work;
import org.colonnade.platform.schedules.internal.store.FiringRows;
import org.colonnade.platform.schedules.internal.store.PlanRows;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Says whether schedules come as planned, and whether this node's clock agrees with the database's. */
@Component
public final class SchedulesHealth implements HealthCheck {

    private static final Duration OFF = Duration.ofSeconds(5);
    private static final Duration LATE = Duration.ofMinutes(5);
    private static final Duration RECENT = Duration.ofDays(1);

    private final Tx tx;
    private final Schedules schedules;
    private final Clock clock;
    private final Now now;

    @Activate
    public SchedulesHealth(@Reference(target = "(module=schedule)") Tx tx, @Reference Schedules schedules) {
        this(tx, schedules, Clock.systemUTC(), PlanRows::now);
    }

    SchedulesHealth(Tx tx, Schedules schedules, Clock clock, Now now) {
        this.tx = tx;
        this.schedules = schedules;
        this.clock = clock;
        this.now = now;
    }

    @Override
    public String name() {
        return "schedules";
    }

    @Override
    public Finding check() {
        try {
            Duration off = off();
            if (off.abs().compareTo(OFF) > 0) {
                return Finding.warning(
                        "This node's clock is " + off.abs().toSeconds() + " s "
                                + (off.isNegative() ? "behind" : "ahead of") + " the database's.",
                        "Let both machines set their clocks from the same source (NTP); schedules go by the database's.");
            }
            return tx.everywhere().read(this::look);
        } catch (RuntimeException away) {
            return Finding.warning(
                    "Whether schedules come cannot be seen: the store does not answer.", "See the check 'store'.");
        }
    }

    /** How far this clock is ahead of the database's; what the question itself took counts for neither. */
    private Duration off() {
        Instant before = clock.instant();
        Instant there = tx.read(now::of);
        Instant after = clock.instant();
        if (there.isBefore(before)) {
            return Duration.between(there, before);
        }
        return there.isAfter(after) ? Duration.between(there, after) : Duration.ZERO;
    }

    private Finding look(Work work) throws SQLException {
        Instant moment = now.of(work);
        long missed = FiringRows.missed(work, moment.minus(RECENT));
        if (missed > 0) {
            return Finding.warning(
                    (missed == 1 ? "1 planned instant was" : missed + " planned instants were")
                            + " missed or refused within the last day.",
                    "colonnade:schedules shows of which schedules, colonnade:schedule-firings what became of them.");
        }
        List<ScheduleState> all = schedules.all();
        long stuck = all.stream()
                .filter(one -> one.waitingFor() == null && one.nextAt() != null)
                .filter(one -> one.nextAt().isBefore(moment.minus(LATE)))
                .count();
        if (stuck > 0) {
            return Finding.warning(
                    stuck + " of the schedules are more than five minutes late.",
                    "Look into the log for the bundle of the schedules.");
        }
        long waiting = all.stream().filter(one -> one.waitingFor() != null).count();
        return Finding.well(
                all.size() + " schedules" + (waiting == 0 ? "." : ", " + waiting + " of functions that are not here."));
    }
}
