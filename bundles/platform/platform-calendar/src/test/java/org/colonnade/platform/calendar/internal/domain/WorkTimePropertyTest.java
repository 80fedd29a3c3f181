package org.colonnade.platform.calendar.internal.domain;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.Test;

/** Random calendars in zones from −12 to +14 keep to what working time means, and agree with a model that walks minute by minute. */
public class WorkTimePropertyTest {

    private static final int CASES = 400;
    /** With daylight saving in both hemispheres, half hours, days that begin twice (St. John's until 2011) or are left out (Apia 2011). */
    private static final List<String> ZONES = List.of(
            "Europe/Berlin",
            "America/New_York",
            "America/St_Johns",
            "America/Sao_Paulo",
            "America/Havana",
            "Australia/Sydney",
            "Australia/Lord_Howe",
            "Pacific/Auckland",
            "Pacific/Chatham",
            "Pacific/Apia",
            "Pacific/Kiritimati",
            "Asia/Bangkok",
            "Asia/Kathmandu",
            "Asia/Beirut",
            "Africa/Casablanca",
            "Antarctica/Troll");

    private final Random random = new Random(20261130);

    @Test
    public void itAgreesWithTheMinuteWalkingModel() {
        int jumps = 0;
        for (int i = 0; i < CASES; i++) {
            Case one = new Case();
            jumps += one.hasJump() ? 1 : 0;
            WorkTime time = new WorkTime(one.zone, one.plan);
            MinuteModel model = new MinuteModel(one.zone, one.plan);
            assertEquals(one + " between", model.between(one.from, one.until), time.between(one.from, one.until));
            assertEquals(one + " isOpen", model.isOpen(one.from), time.isOpen(one.from));
            Instant open = model.nextOpen(one.from, one.until);
            if (open != null) {
                assertEquals(one + " nextOpen", open, time.nextOpen(one.from));
            }
            long minutes = 1 + random.nextInt(3_000);
            Instant added = model.add(one.from, minutes, one.until);
            if (added != null) {
                assertEquals(one + " add " + minutes, added, time.add(one.from, Duration.ofMinutes(minutes)));
            }
        }
        assertTrue("cases around a change of the offset: " + jumps, jumps > CASES / 5);
    }

    @Test
    public void addAndBetweenAreInverse() {
        for (int i = 0; i < CASES; i++) {
            Case one = new Case();
            if (one.neverOpens) {
                continue;
            }
            WorkTime time = new WorkTime(one.zone, one.plan);
            Duration span = Duration.ofSeconds(random.nextInt(2_000_000), random.nextInt(1_000_000_000));
            Instant after = time.add(one.from, span);
            assertEquals(one + " +" + span, span, time.between(one.from, after));
            Instant before = time.add(one.from, span.negated());
            assertEquals(one + " -" + span, span.negated(), time.between(one.from, before));
            assertFalse(one + " is not before", after.isBefore(one.from));
            assertFalse(one + " is not after", before.isAfter(one.from));
            if (!span.isZero()) {
                assertTrue(
                        one + " earliest",
                        time.between(one.from, after.minusNanos(1)).compareTo(span) < 0);
                assertTrue(
                        one + " latest",
                        time.between(before.plusNanos(1), one.from).compareTo(span) < 0);
            }
        }
    }

    @Test
    public void moreTimeIsNeverEarlierAndPartsAddUp() {
        for (int i = 0; i < CASES; i++) {
            Case one = new Case();
            WorkTime time = new WorkTime(one.zone, one.plan);
            Instant middle = one.from.plusSeconds(
                    random.nextInt((int) Duration.between(one.from, one.until).toSeconds()));
            Duration whole = time.between(one.from, one.until);
            assertEquals(one.toString(), whole, time.between(one.from, middle).plus(time.between(middle, one.until)));
            assertEquals(one.toString(), whole.negated(), time.between(one.until, one.from));
            if (one.neverOpens) {
                continue;
            }
            Duration some = Duration.ofMinutes(random.nextInt(5_000));
            Duration more = some.plusSeconds(1 + random.nextInt(100_000));
            assertTrue(one.toString(), time.add(one.from, some).isBefore(time.add(one.from, more)));
            assertFalse(one.toString(), time.add(middle, some).isBefore(time.add(one.from, some)));
            Instant open = time.nextOpen(one.from);
            assertTrue(one.toString(), time.isOpen(open));
            assertEquals(one.toString(), Duration.ZERO, time.between(one.from, open));
        }
    }

    @Test
    public void workingDaysAddUp() {
        for (int i = 0; i < CASES; i++) {
            Case one = new Case();
            WorkTime time = new WorkTime(one.zone, one.plan);
            LocalDate from = one.from.atZone(one.zone).toLocalDate();
            int days = 1 + random.nextInt(60);
            if (!one.neverOpens) {
                LocalDate after = time.addWorkingDays(from, days);
                assertTrue(one.toString(), time.isWorkingDay(after));
                assertEquals(one.toString(), days, time.workingDaysBetween(from.plusDays(1), after.plusDays(1)));
                LocalDate before = time.addWorkingDays(from, -days);
                assertTrue(one.toString(), time.isWorkingDay(before));
                assertEquals(one.toString(), -days, time.workingDaysBetween(from, before));
            }
        }
    }

    /** A calendar, and about a fortnight, mostly around a change of the zone's offset. */
    private final class Case {

        private final ZoneId zone;
        private final Instant from;
        private final Instant until;
        private final Map<DayOfWeek, List<Hours>> week = new EnumMap<>(DayOfWeek.class);
        private final Set<LocalDate> closed = new HashSet<>();
        private final boolean neverOpens;
        private final DayPlan plan = this::on;

        Case() {
            boolean fixed = random.nextInt(4) == 0;
            zone = fixed
                    ? ZoneOffset.ofTotalSeconds((-12 * 4 + random.nextInt(26 * 4 + 1)) * 900)
                    : ZoneId.of(ZONES.get(random.nextInt(ZONES.size())));
            Instant year = Instant.parse("1995-01-01T00:00:00Z").plus(random.nextInt(40 * 365), ChronoUnit.DAYS);
            var jump = zone.getRules().nextTransition(year);
            Instant middle = jump == null ? year : jump.getInstant();
            from = middle.minus(random.nextInt(7 * 1_440), ChronoUnit.MINUTES);
            until = middle.plus(1 + random.nextInt(7 * 1_440), ChronoUnit.MINUTES);
            for (DayOfWeek day : DayOfWeek.values()) {
                if (random.nextInt(4) > 0) {
                    week.put(day, windows());
                }
            }
            neverOpens = week.values().stream().allMatch(List::isEmpty);
            LocalDate day = middle.atZone(zone).toLocalDate();
            for (int i = 0; i < 3; i++) {
                closed.add(day.plusDays(random.nextInt(14) - 7));
            }
        }

        private List<Hours> windows() {
            List<Hours> windows = new ArrayList<>();
            for (int i = random.nextInt(4); i > 0; i--) {
                int begin = random.nextInt(1_440);
                Hours hours = new Hours(begin, Math.min(1_440, begin + 1 + random.nextInt(600)));
                if (windows.stream().noneMatch(hours::meets)) {
                    windows.add(hours);
                }
            }
            windows.sort(Comparator.comparingInt(Hours::from));
            return windows;
        }

        private List<Hours> on(LocalDate day) {
            return closed.contains(day) ? List.of() : week.getOrDefault(day.getDayOfWeek(), List.of());
        }

        private boolean hasJump() {
            var jump = zone.getRules().nextTransition(from);
            return jump != null && jump.getInstant().isBefore(until);
        }

        @Override
        public String toString() {
            return zone + " " + from + " to " + until + " " + week + " without " + closed;
        }
    }
}
