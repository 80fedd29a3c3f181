package org.colonnade.platform.calendar.internal.domain;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.colonnade.platform.api.problem.Rejected;
import org.junit.Test;

public class WorkTimeTest {

    private static final HolidaySource NEW_YEAR = new HolidaySource() {
        @Override
        public boolean knows(String set) {
            return true;
        }

        @Override
        public Map<LocalDate, String> of(String set, int year) {
            return Map.of(LocalDate.of(year, 1, 1), "New Year");
        }
    };

    private final BusinessHours office = office("Europe/Berlin", List.of(), List.of());

    @Test
    public void anHourBeforeTheWeekendEndsOnFriday() {
        WorkTime time = time(office);
        Instant friday = Instant.parse("2026-11-27T15:00:00Z"); // 16:00 in Berlin
        assertEquals(Instant.parse("2026-11-27T16:00:00Z"), time.add(friday, Duration.ofHours(1)));
        assertEquals(
                Instant.parse("2026-11-30T07:30:00.000000001Z"),
                time.add(friday, Duration.ofHours(1).plusNanos(1)));
        assertEquals(Instant.parse("2026-11-30T09:00:00Z"), time.add(friday, Duration.ofMinutes(150)));
    }

    @Test
    public void lunchIsNoWorkingTime() {
        WorkTime time = time(office);
        Instant morning = Instant.parse("2026-11-30T07:30:00Z");
        assertEquals(Duration.ofMinutes(450), time.between(morning, Instant.parse("2026-11-30T23:00:00Z")));
        assertFalse(time.isOpen(Instant.parse("2026-11-30T11:00:00Z")));
        assertTrue(time.isOpen(Instant.parse("2026-11-30T10:59:59.999Z")));
        assertEquals(Instant.parse("2026-11-30T12:00:00Z"), time.nextOpen(Instant.parse("2026-11-30T11:00:00Z")));
    }

    @Test
    public void nothingAddedStaysWhereItIs() {
        Instant sunday = Instant.parse("2026-11-29T12:00:00Z");
        assertEquals(sunday, time(office).add(sunday, Duration.ZERO));
    }

    @Test
    public void backwardsItIsTheLastMoment() {
        Instant monday = Instant.parse("2026-11-30T08:00:00Z"); // half an hour after the office opened
        assertEquals(Instant.parse("2026-11-30T07:30:00Z"), time(office).add(monday, Duration.ofMinutes(-30)));
        assertEquals(Instant.parse("2026-11-27T15:30:00Z"), time(office).add(monday, Duration.ofMinutes(-60)));
    }

    @Test
    public void theHourThatIsLeftOutIsNotWorkedAndTheOneShownTwiceCountsTwice() {
        WorkTime night = new WorkTime(ZoneId.of("Europe/Berlin"), day -> List.of(new Hours(60, 240)));
        Instant spring = Instant.parse("2027-03-27T12:00:00Z");
        assertEquals(Duration.ofHours(2), night.between(spring, spring.plus(Duration.ofDays(1))));
        Instant autumn = Instant.parse("2027-10-30T12:00:00Z");
        assertEquals(Duration.ofHours(4), night.between(autumn, autumn.plus(Duration.ofDays(1))));
        WorkTime gap = new WorkTime(ZoneId.of("Europe/Berlin"), day -> List.of(new Hours(120, 180)));
        assertEquals(Instant.parse("2027-03-29T00:00:00Z"), gap.nextOpen(spring));
    }

    @Test
    public void aDayThatTheZoneLeavesOutHasNoWorkingTime() {
        WorkTime always = new WorkTime(ZoneId.of("Pacific/Apia"), day -> List.of(new Hours(0, 1_440)));
        WorkTime onThatDay = new WorkTime(
                ZoneId.of("Pacific/Apia"),
                day -> day.equals(LocalDate.of(2011, 12, 30)) ? List.of(new Hours(0, 1_440)) : List.of());
        Instant from = Instant.parse("2011-12-20T00:00:00Z");
        Instant until = Instant.parse("2012-01-10T00:00:00Z");
        assertEquals(Duration.between(from, until), always.between(from, until));
        assertEquals(Duration.ZERO, onThatDay.between(from, until));
    }

    @Test
    public void openingsComeBeforeClosuresAndHolidaysBeforeTheWeek() {
        BusinessHours declared = office(
                "Asia/Bangkok",
                List.of(
                        new Closure(LocalDate.of(2027, 1, 4), LocalDate.of(2027, 1, 6), "Stocktaking", null),
                        new Closure(LocalDate.of(2027, 1, 6), LocalDate.of(2027, 1, 8), null, null)),
                List.of(
                        new Opening(LocalDate.of(2027, 1, 5), "10:00", "12:00", null),
                        new Opening(LocalDate.of(2027, 1, 2), "09:00", "10:00", "Saturday")));
        WorkTime time = time(declared);
        assertFalse(time.isWorkingDay(LocalDate.of(2027, 1, 1)));
        assertTrue(time.isWorkingDay(LocalDate.of(2027, 1, 2)));
        assertEquals(LocalDate.of(2027, 1, 11), time.addWorkingDays(LocalDate.of(2026, 12, 31), 3));
        assertEquals(2, time.workingDaysBetween(LocalDate.of(2027, 1, 1), LocalDate.of(2027, 1, 11)));
        assertEquals(
                Duration.ofHours(3),
                time.between(Instant.parse("2026-12-31T17:00:00Z"), Instant.parse("2027-01-10T17:00:00Z")));
    }

    @Test(timeout = 10_000)
    public void aCalendarThatNeverOpensSaysSo() {
        Instant moment = Instant.parse("2026-11-30T00:00:00Z");
        WorkTime never = new WorkTime(ZoneId.of("Europe/Berlin"), day -> List.of());
        refused("calendar.never-open", () -> never.nextOpen(moment));
        refused("calendar.never-open", () -> never.add(moment, Duration.ofMinutes(1)));
        refused("calendar.never-open", () -> never.add(moment, Duration.ofMinutes(-1)));
        refused("calendar.never-open", () -> never.addWorkingDays(LocalDate.of(2026, 11, 30), -1));
        assertEquals(Duration.ZERO, never.between(WorkTime.FIRST, WorkTime.LAST));
        WorkTime once = new WorkTime(
                ZoneId.of("Europe/Berlin"),
                day -> day.equals(LocalDate.of(2149, 12, 1)) ? List.of(new Hours(0, 60)) : List.of());
        assertEquals(Instant.parse("2149-11-30T23:00:00Z"), once.nextOpen(moment));
        refused("calendar.not-enough-time", () -> once.add(moment, Duration.ofMinutes(61)));
        refused("calendar.not-enough-time", () -> once.add(moment, Duration.ofSeconds(Long.MIN_VALUE)));
        refused("calendar.not-enough-time", () -> once.addWorkingDays(LocalDate.of(2026, 11, 30), Integer.MAX_VALUE));
        refused("calendar.moment.beyond", () -> once.isOpen(Instant.MAX));
        refused("calendar.moment.beyond", () -> once.isWorkingDay(LocalDate.MIN));
    }

    private static void refused(String code, org.junit.function.ThrowingRunnable asked) {
        assertEquals(code, assertThrows(Rejected.class, asked).code());
    }

    private static WorkTime time(BusinessHours declared) {
        return new WorkTime(ZoneId.of(declared.zone()), new CalendarPlan(declared, NEW_YEAR));
    }

    private static BusinessHours office(String zone, List<Closure> closures, List<Opening> openings) {
        List<WeekWindow> week = new ArrayList<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            if (day.getValue() < 6) {
                week.add(new WeekWindow(day, "13:00", "17:00"));
                week.add(new WeekWindow(day, "08:30", "12:00"));
            }
        }
        return new BusinessHours("Office", zone, true, week, List.of("XX"), closures, openings);
    }
}
