package org.colonnade.platform.calendar.internal.domain;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The days of a declared calendar: its openings before its closures and holidays, and these before its week. */
public final class CalendarPlan implements DayPlan {

    private final Map<DayOfWeek, List<Hours>> week = new EnumMap<>(DayOfWeek.class);
    private final Map<LocalDate, List<Hours>> openings = new HashMap<>();
    private final NavigableMap<LocalDate, LocalDate> closures = new TreeMap<>();
    private final List<String> sets;
    private final HolidaySource holidays;

    public CalendarPlan(BusinessHours declared, HolidaySource holidays) {
        for (WeekWindow window : declared.week()) {
            week.computeIfAbsent(window.day(), any -> new ArrayList<>()).add(Hours.of(window.from(), window.to()));
        }
        for (Opening opening : declared.openings()) {
            openings.computeIfAbsent(opening.day(), any -> new ArrayList<>())
                    .add(Hours.of(opening.from(), opening.to()));
        }
        week.values().forEach(CalendarPlan::sort);
        openings.values().forEach(CalendarPlan::sort);
        declared.closures().forEach(this::close);
        this.sets = declared.holidays();
        this.holidays = holidays;
    }

    private static void sort(List<Hours> windows) {
        windows.sort(Comparator.comparingInt(Hours::from));
    }

    /** Closures may meet; kept are stretches that do not, each under its first day. */
    private void close(Closure closure) {
        LocalDate from = closure.from();
        LocalDate until = closure.whole().until();
        Map.Entry<LocalDate, LocalDate> met = closures.floorEntry(until);
        while (met != null && !met.getValue().isBefore(from)) {
            closures.remove(met.getKey());
            from = met.getKey().isBefore(from) ? met.getKey() : from;
            until = met.getValue().isAfter(until) ? met.getValue() : until;
            met = closures.floorEntry(until);
        }
        closures.put(from, until);
    }

    @Override
    public List<Hours> on(LocalDate day) {
        List<Hours> special = openings.get(day);
        if (special != null) {
            return special;
        }
        List<Hours> usual = week.getOrDefault(day.getDayOfWeek(), List.of());
        return usual.isEmpty() || closed(day) || holiday(day) ? List.of() : usual;
    }

    private boolean closed(LocalDate day) {
        Map.Entry<LocalDate, LocalDate> stretch = closures.floorEntry(day);
        return stretch != null && !stretch.getValue().isBefore(day);
    }

    private boolean holiday(LocalDate day) {
        return sets.stream().anyMatch(set -> holidays.of(set, day.getYear()).containsKey(day));
    }
}
