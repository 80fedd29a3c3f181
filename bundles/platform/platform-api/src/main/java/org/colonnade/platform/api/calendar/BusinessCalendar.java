package org.colonnade.platform.api.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.colonnade.platform.api.Ref;
import org.osgi.annotation.versioning.ProviderType;

/**
 * A calendar as it stood when it was found; it does not change any more, and may be used by several threads.
 *
 * <p><b>Open</b> is what the clock on the wall of its zone says: a moment is open when the local time lies in a window of the local day,
 * the window's beginning included and its end not. An hour that the zone leaves out is no working time, and one that it shows twice
 * counts twice where it lies in a window. A day with openings of its own is open then and only then; otherwise a closure or a
 * holiday closes the day, and otherwise the windows of the weekday hold.
 *
 * <p><b>Working time</b> is time on a stop watch that runs while the calendar is open. Moments are instants, whatever the zone of who asks.
 * Calendars know the time from 1900-01-01 to 2150-01-01 (UTC); a moment beyond is refused with {@code calendar.moment.beyond}.
 */
@ProviderType
public interface BusinessCalendar {

    /** {@code calendar:business:<id>}. */
    Ref ref();

    /** What people call it. */
    String name();

    /** The zone of its windows and days. */
    ZoneId zone();

    /** Whether it is open at the moment. @throws org.colonnade.platform.api.problem.Rejected {@code calendar.moment.beyond} */
    boolean isOpen(Instant moment);

    /**
     * The first open moment from this one on; this one itself if it is open.
     *
     * @throws org.colonnade.platform.api.problem.Rejected {@code calendar.never-open} if it does not open any more;
     *     {@code calendar.moment.beyond}
     */
    Instant nextOpen(Instant moment);

    /**
     * The moment at which this much working time has passed, the first of them: an hour from Friday 16:00 on, open until 17:00, is Friday
     * 17:00 and not Monday morning. Nothing added gives the moment itself, also where it is closed. With a negative time the last moment
     * from which on this much working time passes until the given one. In both cases {@code between(moment, result)} is {@code time}.
     *
     * @param time to the nanosecond
     * @throws org.colonnade.platform.api.problem.Rejected {@code calendar.never-open} if there is no working time at all in that
     *     direction, {@code calendar.not-enough-time} if there is less than asked; {@code calendar.moment.beyond}
     */
    Instant add(Instant moment, Duration time);

    /**
     * The working time from one moment until another; negative where the second is the earlier one.
     *
     * @throws org.colonnade.platform.api.problem.Rejected {@code calendar.moment.beyond}
     */
    Duration between(Instant from, Instant until);

    /** Whether the local day has any window. @throws org.colonnade.platform.api.problem.Rejected {@code calendar.moment.beyond} */
    boolean isWorkingDay(LocalDate day);

    /**
     * The n-th working day after this day, which itself does not count; with a negative number the n-th before it; with 0 the day itself.
     *
     * @throws org.colonnade.platform.api.problem.Rejected {@code calendar.never-open}, {@code calendar.not-enough-time},
     *     {@code calendar.moment.beyond}
     */
    LocalDate addWorkingDays(LocalDate day, int days);

    /**
     * How many working days there are from the first day (included) until the second (not included); negative where the second is earlier.
     *
     * @throws org.colonnade.platform.api.problem.Rejected {@code calendar.moment.beyond}
     */
    int workingDaysBetween(LocalDate from, LocalDate until);

    /**
     * The holidays of the calendar's sets in a year, by date; one day may have several. It is not asked whether the day has windows.
     *
     * @throws org.colonnade.platform.api.problem.Rejected {@code calendar.moment.beyond} for years before 1900 or after 2149
     */
    List<Holiday> holidays(int year);
}
