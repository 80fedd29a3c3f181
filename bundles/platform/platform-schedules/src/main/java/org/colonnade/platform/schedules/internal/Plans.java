package org.colonnade.platform.schedules.internal;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import org.colonnade.platform.api.calendar.BusinessCalendar;
import org.colonnade.platform.api.calendar.BusinessCalendars;
import org.colonnade.platform.api.problem.Problem;
import org.colonnade.platform.api.problem.Unavailable;
import org.colonnade.platform.schedules.internal.cron.CronText;
import org.colonnade.platform.schedules.internal.domain.BoundedPlan;
import org.colonnade.platform.schedules.internal.domain.ClosedDays;
import org.colonnade.platform.schedules.internal.domain.IntervalPlan;
import org.colonnade.platform.schedules.internal.domain.NextOpenPlan;
import org.colonnade.platform.schedules.internal.domain.OpenDays;
import org.colonnade.platform.schedules.internal.domain.OpenDaysPlan;
import org.colonnade.platform.schedules.internal.domain.Plan;
import org.colonnade.platform.schedules.internal.domain.TimesPlan;
import org.colonnade.platform.schedules.internal.domain.WallPlan;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Makes plans of what schedules say. */
@Component(service = Plans.class)
public final class Plans {

    private static final Duration LATER = Duration.ofSeconds(30);

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    public volatile BusinessCalendars calendars;

    /**
     * The plan of a schedule that was found in order.
     *
     * @throws Unavailable {@code schedule.calendar.away}: its calendar cannot be asked now
     */
    Plan of(Schedule schedule) {
        ZoneId zone = ZoneId.of(schedule.zone());
        Plan plan = raw(schedule, zone);
        if (schedule.calendar() != null) {
            OpenDays days = days(calendar(schedule));
            plan = schedule.closedDays() == ClosedDays.NEXT_OPEN
                    ? new NextOpenPlan(plan, zone, days)
                    : new OpenDaysPlan(plan, zone, days);
        }
        return new BoundedPlan(plan, schedule.notBefore(), schedule.notAfter());
    }

    /** Whether the function of calendars is here. */
    boolean calendarsAreHere() {
        return calendars != null;
    }

    /** Whether there is the calendar. @throws Unavailable {@code schedule.calendar.away} */
    boolean knows(String calendar) {
        try {
            return here().get(calendar) != null;
        } catch (Unavailable away) {
            throw away;
        } catch (Problem none) {
            return false;
        }
    }

    private static Plan raw(Schedule schedule, ZoneId zone) {
        if (schedule.cron() != null) {
            return new WallPlan(CronText.parse(schedule.cron()), zone);
        }
        return schedule.every() != null
                ? new IntervalPlan(schedule.notBefore(), Duration.parse(schedule.every()))
                : new TimesPlan(schedule.times());
    }

    private BusinessCalendar calendar(Schedule schedule) {
        return here().get(schedule.calendar().id());
    }

    private BusinessCalendars here() {
        BusinessCalendars known = calendars;
        if (known == null) {
            throw new Unavailable(
                    "schedule.calendar.away",
                    "The function of business calendars is not here; what goes by a calendar waits for it.",
                    LATER);
        }
        return known;
    }

    /** A calendar that does not open any more, or does not know so distant days, has no further open day. */
    private static OpenDays days(BusinessCalendar calendar) {
        return new OpenDays() {
            @Override
            public boolean isOpen(LocalDate day) {
                try {
                    return calendar.isWorkingDay(day);
                } catch (Problem beyond) {
                    return false;
                }
            }

            @Override
            public LocalDate after(LocalDate day) {
                return step(day, 1);
            }

            @Override
            public LocalDate before(LocalDate day) {
                return step(day, -1);
            }

            private LocalDate step(LocalDate day, int by) {
                try {
                    return calendar.addWorkingDays(day, by);
                } catch (Problem | DateTimeException none) {
                    return null;
                }
            }
        };
    }
}
