package org.colonnade.platform.calendar.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.colonnade.platform.api.calendar.BusinessCalendar;
import org.colonnade.platform.api.problem.Forbidden;
import org.colonnade.platform.api.problem.Problem;
import org.colonnade.platform.api.problem.Rejected;
import org.colonnade.platform.calendar.internal.domain.BusinessHoursDraft;
import org.colonnade.platform.calendar.internal.domain.Closure;
import org.colonnade.platform.calendar.internal.domain.Opening;
import org.colonnade.platform.calendar.internal.domain.WeekWindow;
import org.colonnade.testkit.OnEachDatabase;
import org.junit.Before;
import org.junit.Test;

/** Calendars are declared as records, and asked as calendars. */
public class CalendarsTest extends OnEachDatabase {

    private Front front;

    @Before
    public void open() {
        front = new Front(database());
    }

    @Test
    public void whatIsDeclaredIsAsked() {
        String id = front.create(Front.office(
                " Desk ", new Closure(LocalDate.of(2027, 8, 2), LocalDate.of(2027, 8, 13), "Summer break", null)));
        BusinessCalendar calendar = front.calendars.get(id);
        assertEquals("Desk", calendar.name());
        assertEquals("calendar:business:" + id, calendar.ref().toString());
        // Epiphany, a holiday in Bavaria only, is a Wednesday in 2027; All Saints' Day a Monday
        assertFalse(calendar.isWorkingDay(LocalDate.of(2027, 11, 1)));
        assertEquals(Instant.parse("2027-11-05T07:30:00Z"), calendar.nextOpen(Instant.parse("2027-11-01T08:00:00Z")));
        assertEquals(
                Duration.ofMinutes(450 + 210),
                calendar.between(Instant.parse("2027-07-26T00:00:00Z"), Instant.parse("2027-08-14T00:00:00Z")));
        assertTrue(calendar.holidays(2027).stream()
                .anyMatch(day -> day.day().equals(LocalDate.of(2027, 1, 6))
                        && day.set().equals("DE-BY")
                        && day.name().equals("Epiphany")));
        assertThrows(Rejected.class, () -> calendar.holidays(1492));
    }

    @Test
    public void oneCalendarIsTheStandardOne() {
        refused("calendar.business.no-standard", () -> front.calendars.standard());
        String first = front.create(Front.office("First"));
        assertEquals("First", front.calendars.standard().name());
        String second = front.create(Front.office("Second"));
        assertEquals("First", front.calendars.standard().name());
        refused("calendar.business.standard", () -> front.calendars.desk().archive(Front.PLANNER, first, v -> {}));
        front.calendars.desk().change(Front.PLANNER, second, v -> {}, draft -> standard(draft));
        assertEquals("Second", front.calendars.standard().name());
        assertFalse(front.calendars.desk().read(Front.PLANNER, first).value().standard());
        front.calendars.desk().archive(Front.PLANNER, first, v -> {});
    }

    @Test
    public void aNameIsGivenOnce() {
        front.create(Front.office("Standard"));
        String one = front.create(Front.office("Desk"));
        refused("calendar.business.taken", () -> front.create(Front.office("Desk")));
        assertEquals(one, front.calendars.named("Desk").orElseThrow().ref().id());
        front.calendars.desk().archive(Front.PLANNER, one, v -> {});
        assertTrue(front.calendars.named("Desk").isEmpty());
        front.create(Front.office("Desk"));
        refused("calendar.business.taken", () -> front.calendars.desk().restore(Front.PLANNER, one, v -> {}));
        assertEquals("Desk", front.calendars.get(one).name());
        refused("calendar.business.not-found", () -> front.calendars.get("no id"));
    }

    @Test
    public void whatMakesNoCalendarIsRefused() {
        Rejected refusal = assertThrows(Rejected.class, () -> front.create(wrong()));
        assertEquals("calendar.business.invalid", refusal.code());
        assertEquals(
                List.of(
                        "closures[0].from",
                        "closures[1].until",
                        "closures[2]",
                        "closures[3].from",
                        "holidays[0]",
                        "holidays[2]",
                        "holidays[3]",
                        "name",
                        "openings[0]",
                        "openings[2]",
                        "week[0]",
                        "week[2]",
                        "week[3]",
                        "week[5]",
                        "zone"),
                refusal.fields().stream().map(Rejected.Field::field).sorted().toList());
    }

    @Test
    public void whoMayOnlyReadChangesNothing() {
        assertThrows(Forbidden.class, () -> front.calendars.desk().create(Front.READER, Front.office("Desk")));
        String id = front.create(Front.office("Desk"));
        assertThrows(Forbidden.class, () -> front.feeds.take(Front.READER, id, new byte[0]));
        assertEquals(
                "Desk", front.calendars.desk().read(Front.READER, id).value().name());
    }

    private static BusinessHoursDraft wrong() {
        return new BusinessHoursDraft(
                " ",
                "Europe/Munich",
                false,
                Arrays.asList(
                        new WeekWindow(DayOfWeek.MONDAY, "22:00", "06:00"),
                        new WeekWindow(DayOfWeek.MONDAY, "08:00", "12:00"),
                        new WeekWindow(DayOfWeek.MONDAY, "11:59", "13:00"),
                        new WeekWindow(DayOfWeek.MONDAY, "12:00", "24:01"),
                        new WeekWindow(DayOfWeek.MONDAY, "12:00", "24:00"),
                        null),
                List.of("DE-XX", "th", "TH", "../de"),
                Arrays.asList(
                        new Closure(null, null, null, null),
                        new Closure(LocalDate.of(2027, 1, 2), LocalDate.of(2027, 1, 1), null, null),
                        new Closure(LocalDate.of(1492, 1, 2), null, null, null),
                        null),
                Arrays.asList(
                        null,
                        new Opening(LocalDate.of(2027, 1, 1), "09:00", "12:00", null),
                        new Opening(LocalDate.of(2027, 1, 1), "11:00", "13:00", null)));
    }

    private static BusinessHoursDraft standard(BusinessHoursDraft draft) {
        return new BusinessHoursDraft(
                draft.name(), draft.zone(), true, draft.week(), draft.holidays(), draft.closures(), draft.openings());
    }

    private static void refused(String code, org.junit.function.ThrowingRunnable asked) {
        assertEquals(code, assertThrows(Problem.class, asked).code());
    }
}
