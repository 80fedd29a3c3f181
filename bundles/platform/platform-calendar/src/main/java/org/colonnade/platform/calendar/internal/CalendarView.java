package org.colonnade.platform.calendar.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.calendar.BusinessCalendar;
import org.colonnade.platform.api.calendar.Holiday;
import org.colonnade.platform.calendar.internal.domain.BusinessHours;
import org.colonnade.platform.calendar.internal.domain.CalendarPlan;
import org.colonnade.platform.calendar.internal.domain.HolidaySource;
import org.colonnade.platform.calendar.internal.domain.WorkTime;

/** A calendar as it stood when it was read. */
final class CalendarView implements BusinessCalendar {

    private final Ref ref;
    private final BusinessHours declared;
    private final HolidaySource source;
    private final ZoneId zone;
    private final WorkTime time;

    CalendarView(Ref ref, BusinessHours declared, HolidaySource source) {
        this.ref = ref;
        this.declared = declared;
        this.source = source;
        this.zone = ZoneId.of(declared.zone());
        this.time = new WorkTime(zone, new CalendarPlan(declared, source));
    }

    @Override
    public Ref ref() {
        return ref;
    }

    @Override
    public String name() {
        return declared.name();
    }

    @Override
    public ZoneId zone() {
        return zone;
    }

    @Override
    public boolean isOpen(Instant moment) {
        return time.isOpen(moment);
    }

    @Override
    public Instant nextOpen(Instant moment) {
        return time.nextOpen(moment);
    }

    @Override
    public Instant add(Instant moment, Duration working) {
        return time.add(moment, working);
    }

    @Override
    public Duration between(Instant from, Instant until) {
        return time.between(from, until);
    }

    @Override
    public boolean isWorkingDay(LocalDate day) {
        return time.isWorkingDay(day);
    }

    @Override
    public LocalDate addWorkingDays(LocalDate day, int days) {
        return time.addWorkingDays(day, days);
    }

    @Override
    public int workingDaysBetween(LocalDate from, LocalDate until) {
        return time.workingDaysBetween(from, until);
    }

    @Override
    public List<Holiday> holidays(int year) {
        if (!WorkTime.knows(year)) {
            throw WorkTime.beyond();
        }
        return declared.holidays().stream()
                .flatMap(set -> source.of(set, year).entrySet().stream()
                        .map(day -> new Holiday(day.getKey(), day.getValue(), set)))
                .sorted(Comparator.comparing(Holiday::day).thenComparing(Holiday::set))
                .toList();
    }
}
