package org.colonnade.platform.calendar.internal.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.List;
import org.colonnade.platform.api.problem.Rejected;

/**
 * Time on a stop watch that runs while the clock on the wall of a zone shows a window of its day. It walks from one change of the zone's
 * offset to the next, and between them from day to day: there a window is one span of instants. So it is exact where the clock jumps, and
 * its spans come in order also where a day begins twice.
 */
public final class WorkTime {

    /** The first moment that calendars know. */
    public static final Instant FIRST = Instant.parse("1900-01-01T00:00:00Z");
    /** The last moment that calendars know. */
    public static final Instant LAST = Instant.parse("2150-01-01T00:00:00Z");

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2149;
    private static final Duration ALL = Duration.between(FIRST, LAST);

    /** Takes a span of open time; says whether it wants more. */
    private interface Taker {
        boolean take(Instant from, Instant to);
    }

    private final ZoneId zone;
    private final ZoneRules rules;
    private final DayPlan plan;

    public WorkTime(ZoneId zone, DayPlan plan) {
        this.zone = zone;
        this.rules = zone.getRules();
        this.plan = plan;
    }

    /** Whether it is open at the moment. */
    public boolean isOpen(Instant moment) {
        LocalDateTime local = LocalDateTime.ofInstant(known(moment), zone);
        return plan.on(local.toLocalDate()).stream().anyMatch(hours -> hours.holds(local.toLocalTime()));
    }

    /** The first open moment from this one on. @throws Rejected {@code calendar.never-open} */
    public Instant nextOpen(Instant moment) {
        Instant[] first = new Instant[1];
        forward(known(moment), LAST, (from, to) -> {
            first[0] = from;
            return false;
        });
        if (first[0] == null) {
            throw neverOpen();
        }
        return first[0];
    }

    /** Where the stop watch has run for this long. @throws Rejected {@code calendar.never-open}, {@code calendar.not-enough-time} */
    public Instant add(Instant moment, Duration time) {
        known(moment);
        if (time.isZero()) {
            return moment;
        }
        if (time.compareTo(ALL) > 0 || time.compareTo(ALL.negated()) < 0) {
            throw notEnough();
        }
        Search search = new Search(time.abs(), !time.isNegative());
        if (time.isNegative()) {
            backward(FIRST, moment, search);
        } else {
            forward(moment, LAST, search);
        }
        if (search.found == null) {
            throw search.seen ? notEnough() : neverOpen();
        }
        return search.found;
    }

    /** How long the stop watch runs from one moment until another. */
    public Duration between(Instant from, Instant until) {
        if (known(until).isBefore(known(from))) {
            return between(until, from).negated();
        }
        Duration[] sum = {Duration.ZERO};
        forward(from, until, (start, end) -> {
            sum[0] = sum[0].plus(Duration.between(start, end));
            return true;
        });
        return sum[0];
    }

    /** Whether the day has any window. */
    public boolean isWorkingDay(LocalDate day) {
        return !plan.on(known(day)).isEmpty();
    }

    /** The n-th working day after a day, or before it. @throws Rejected {@code calendar.never-open}, {@code calendar.not-enough-time} */
    public LocalDate addWorkingDays(LocalDate day, int days) {
        LocalDate at = known(day);
        int step = days < 0 ? -1 : 1;
        for (long left = Math.abs((long) days); left > 0; ) {
            at = at.plusDays(step);
            if (!knows(at)) {
                throw left == Math.abs((long) days) ? neverOpen() : notEnough();
            }
            if (!plan.on(at).isEmpty()) {
                left--;
            }
        }
        return at;
    }

    /** The working days from one day until another, which does not count. */
    public int workingDaysBetween(LocalDate from, LocalDate until) {
        if (known(until).isBefore(known(from))) {
            return -workingDaysBetween(until, from);
        }
        return (int)
                from.datesUntil(until).filter(day -> !plan.on(day).isEmpty()).count();
    }

    private void forward(Instant from, Instant to, Taker taker) {
        Instant cursor = from;
        while (cursor.isBefore(to)) {
            ZoneOffsetTransition next = rules.nextTransition(cursor);
            Instant end = next == null ? to : earlier(next.getInstant(), to);
            if (!forwardBetweenJumps(cursor, end, taker)) {
                return;
            }
            cursor = end;
        }
    }

    private boolean forwardBetweenJumps(Instant from, Instant to, Taker taker) {
        ZoneOffset offset = rules.getOffset(from);
        LocalDate last = day(to, offset);
        for (LocalDate day = day(from, offset); !day.isAfter(last); day = day.plusDays(1)) {
            for (Hours hours : plan.on(day)) {
                if (!offer(later(from, hours.start(day, offset)), earlier(to, hours.end(day, offset)), taker)) {
                    return false;
                }
            }
        }
        return true;
    }

    private void backward(Instant from, Instant to, Taker taker) {
        Instant cursor = to;
        while (from.isBefore(cursor)) {
            ZoneOffsetTransition before = rules.previousTransition(cursor);
            Instant start = before == null ? from : later(before.getInstant(), from);
            if (!backwardBetweenJumps(start, cursor, taker)) {
                return;
            }
            cursor = start;
        }
    }

    private boolean backwardBetweenJumps(Instant from, Instant to, Taker taker) {
        ZoneOffset offset = rules.getOffset(from);
        LocalDate first = day(from, offset);
        for (LocalDate day = day(to, offset); !day.isBefore(first); day = day.minusDays(1)) {
            List<Hours> windows = plan.on(day);
            for (int i = windows.size() - 1; i >= 0; i--) {
                Hours hours = windows.get(i);
                if (!offer(later(from, hours.start(day, offset)), earlier(to, hours.end(day, offset)), taker)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean offer(Instant from, Instant to, Taker taker) {
        return !from.isBefore(to) || taker.take(from, to);
    }

    private static LocalDate day(Instant moment, ZoneOffset offset) {
        return LocalDateTime.ofInstant(moment, offset).toLocalDate();
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isBefore(other) ? other : one;
    }

    private static Instant known(Instant moment) {
        if (moment.isBefore(FIRST) || moment.isAfter(LAST)) {
            throw beyond();
        }
        return moment;
    }

    private static LocalDate known(LocalDate day) {
        if (!knows(day)) {
            throw beyond();
        }
        return day;
    }

    /** Whether calendars know the day. */
    static boolean knows(LocalDate day) {
        return knows(day.getYear());
    }

    /** Whether calendars know the year. */
    public static boolean knows(int year) {
        return year >= FIRST_YEAR && year <= LAST_YEAR;
    }

    /** The refusal of a time that calendars do not know. */
    public static Rejected beyond() {
        return new Rejected("calendar.moment.beyond", "Calendars know the time from 1900-01-01 to 2150-01-01.");
    }

    private static Rejected neverOpen() {
        return new Rejected("calendar.never-open", "The calendar does not open any more in that direction.");
    }

    private static Rejected notEnough() {
        return new Rejected(
                "calendar.not-enough-time", "The calendar has not that much working time in that direction.");
    }

    /** Lets the stop watch run until it has shown a time. */
    private static final class Search implements Taker {

        private final boolean forward;
        private Duration left;
        private boolean seen;
        private Instant found;

        Search(Duration time, boolean forward) {
            this.left = time;
            this.forward = forward;
        }

        @Override
        public boolean take(Instant from, Instant to) {
            seen = true;
            Duration span = Duration.between(from, to);
            if (span.compareTo(left) < 0) {
                left = left.minus(span);
                return true;
            }
            found = forward ? from.plus(left) : to.minus(left);
            return false;
        }
    }
}
