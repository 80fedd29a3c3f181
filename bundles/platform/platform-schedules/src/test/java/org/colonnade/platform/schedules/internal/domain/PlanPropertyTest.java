package org.colonnade.platform.schedules.internal.domain;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.colonnade.platform.schedules.internal.cron.CronModel;
import org.colonnade.platform.schedules.internal.cron.CronText;
import org.junit.Test;

/** Random crons in many zones, around their changes of clocks: each instant once, in order, and those that a model finds. */
public class PlanPropertyTest {

    private static final int CASES = 300;
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
            "Antarctica/Troll",
            "-12:00",
            "+14:00");

    private final Random random = new Random(20261201);

    @Test
    public void eachPlannedInstantIsThereOnceAndInOrder() {
        int compared = 0;
        for (int i = 0; i < CASES; i++) {
            ZoneId zone = ZoneId.of(ZONES.get(random.nextInt(ZONES.size())));
            CronModel model = new CronModel(random, true);
            Instant from = aroundAChange(zone);
            Instant until = from.plus(Duration.ofDays(3));
            List<Instant> expected = List.copyOf(model(model, zone, from, until));
            List<Instant> found = walk(new WallPlan(CronText.parse(model.toString()), zone), from, until);
            assertEquals(model + " in " + zone + " from " + from, expected, found);
            compared += found.size();
        }
        assertTrue("enough was compared: " + compared, compared > CASES);
    }

    @Test
    public void anHourThatIsLeftOutComesAtItsEndOnce() {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        WallPlan plan = new WallPlan(CronText.parse("*/20 2 * * *"), berlin);
        assertEquals(
                List.of(
                        Instant.parse("2027-03-27T01:40:00Z"),
                        Instant.parse("2027-03-28T01:00:00Z"),
                        Instant.parse("2027-03-29T00:00:00Z")),
                walk(plan, Instant.parse("2027-03-27T01:30:00Z"), Instant.parse("2027-03-29T00:10:00Z")));
    }

    @Test
    public void anHourThatIsShownTwiceComesOnce() {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        WallPlan plan = new WallPlan(CronText.parse("30 2 * * *"), berlin);
        assertEquals(
                List.of(Instant.parse("2027-10-31T00:30:00Z"), Instant.parse("2027-11-01T01:30:00Z")),
                walk(plan, Instant.parse("2027-10-30T01:00:00Z"), Instant.parse("2027-11-01T02:00:00Z")));
        assertEquals(
                "asked in the second of the two hours",
                Instant.parse("2027-11-01T01:30:00Z"),
                plan.after(Instant.parse("2027-10-31T01:10:00Z")));
    }

    @Test
    public void aDayThatIsLeftOutComesAtItsEnd() {
        WallPlan plan = new WallPlan(CronText.parse("0 9 * * *"), ZoneId.of("Pacific/Apia"));
        assertEquals(
                List.of(
                        Instant.parse("2011-12-29T19:00:00Z"),
                        Instant.parse("2011-12-30T10:00:00Z"),
                        Instant.parse("2011-12-30T19:00:00Z")),
                walk(plan, Instant.parse("2011-12-29T12:00:00Z"), Instant.parse("2011-12-31T12:00:00Z")));
    }

    @Test
    public void aBeatGoesOnWhateverTheClocksDo() {
        IntervalPlan plan = new IntervalPlan(Instant.parse("2027-03-28T00:00:10Z"), Duration.ofMinutes(25));
        assertEquals(Instant.parse("2027-03-28T00:00:10Z"), plan.after(Instant.parse("2000-01-01T00:00:00Z")));
        assertEquals(Instant.parse("2027-03-28T00:25:10Z"), plan.after(Instant.parse("2027-03-28T00:00:10Z")));
        for (int i = 0; i < 1000; i++) {
            Instant moment =
                    plan.first().plusSeconds(random.nextInt(100_000_000)).plusNanos(random.nextInt(1_000_000_000));
            Instant next = plan.after(moment);
            assertTrue(next.isAfter(moment) && !next.minus(plan.every()).isAfter(moment));
            assertEquals(0, Duration.between(plan.first(), next).toSeconds() % 1500);
        }
    }

    @Test
    public void boundsAreIncluded() {
        Instant noon = Instant.parse("2027-03-28T12:00:00Z");
        BoundedPlan plan = new BoundedPlan(
                new WallPlan(CronText.parse("0 12 * * *"), ZoneOffset.UTC), noon, noon.plus(Duration.ofDays(1)));
        assertEquals(noon, plan.after(Instant.EPOCH));
        assertEquals(noon.plus(Duration.ofDays(1)), plan.after(noon));
        assertNull(plan.after(noon.plus(Duration.ofDays(1))));
    }

    @Test
    public void onOpenDaysOnlyOrOnTheNextOne() {
        int moved = 0;
        for (int i = 0; i < CASES; i++) {
            ZoneId zone = ZoneId.of(ZONES.get(random.nextInt(ZONES.size())));
            CronModel model = new CronModel(random, true);
            Instant from = aroundAChange(zone);
            Instant until = from.plus(Duration.ofDays(12));
            RandomDays days = new RandomDays(random, from.atZone(zone).toLocalDate());
            Plan raw = new WallPlan(CronText.parse(model.toString()), zone);
            TreeSet<Instant> open = new TreeSet<>();
            TreeSet<Instant> next = new TreeSet<>();
            for (Instant one : walk(raw, from.minus(Duration.ofDays(20)), until)) {
                LocalDate day = one.atZone(zone).toLocalDate();
                LocalDate better = days.isOpen(day) ? day : days.after(day);
                if (better.equals(day)) {
                    open.add(one);
                    next.add(one);
                } else {
                    moved++;
                    next.add(WallClock.instant(better.atTime(one.atZone(zone).toLocalTime()), zone));
                }
            }
            String what = model + " in " + zone + " from " + from + ' ' + days.closed;
            assertEquals(what, within(open, from, until), walk(new OpenDaysPlan(raw, zone, days), from, until));
            assertEquals(what, within(next, from, until), walk(new NextOpenPlan(raw, zone, days), from, until));
        }
        assertTrue("enough was moved: " + moved, moved > CASES);
    }

    @Test
    public void whatFallsOnNoOpenDayEnds() {
        Plan sundays = new WallPlan(CronText.parse("0 9 * * SUN"), ZoneOffset.UTC);
        OpenDays weekdays = new OpenDays() {
            @Override
            public boolean isOpen(LocalDate day) {
                return day.getDayOfWeek().getValue() < 6;
            }

            @Override
            public LocalDate after(LocalDate day) {
                LocalDate next = day.plusDays(1);
                return isOpen(next) ? next : after(next);
            }

            @Override
            public LocalDate before(LocalDate day) {
                LocalDate earlier = day.minusDays(1);
                return isOpen(earlier) ? earlier : before(earlier);
            }
        };
        Instant now = Instant.parse("2027-03-01T00:00:00Z");
        assertNull(new OpenDaysPlan(sundays, ZoneOffset.UTC, weekdays).after(now));
        assertEquals(
                Instant.parse("2027-03-01T09:00:00Z"), new NextOpenPlan(sundays, ZoneOffset.UTC, weekdays).after(now));
    }

    private static List<Instant> within(TreeSet<Instant> all, Instant from, Instant until) {
        return List.copyOf(all.subSet(from, false, until, true));
    }

    private static List<Instant> walk(Plan plan, Instant from, Instant until) {
        List<Instant> found = new ArrayList<>();
        Instant next = plan.after(from);
        while (next != null && !next.isAfter(until)) {
            assertTrue("in order, each once", found.isEmpty() || next.isAfter(found.get(found.size() - 1)));
            found.add(next);
            next = plan.after(next);
        }
        return found;
    }

    private Instant aroundAChange(ZoneId zone) {
        Instant somewhen = LocalDate.of(2009, 1, 1)
                .plusDays(random.nextInt(8_000))
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
        ZoneOffsetTransition change = zone.getRules().nextTransition(somewhen);
        Instant near = change == null ? somewhen : change.getInstant();
        return near.minusSeconds(60L * random.nextInt(2 * 1440));
    }

    /** Each local time that the model names, as the first instant that shows it, or else the first one that shows a later time. */
    private static Set<Instant> model(CronModel model, ZoneId zone, Instant from, Instant until) {
        List<Instant> minutes = new ArrayList<>();
        for (Instant at = from.minus(Duration.ofDays(2));
                !at.isAfter(until.plus(Duration.ofDays(2)));
                at = at.plusSeconds(60)) {
            minutes.add(at);
        }
        TreeSet<Instant> found = new TreeSet<>();
        LocalDateTime shown = null;
        for (Instant at : minutes) {
            LocalDateTime local = LocalDateTime.ofInstant(at, zone);
            LocalDateTime next = shown == null ? local : shown.plusMinutes(1);
            while (!next.isAfter(local)) {
                if (model.holds(next) && at.isAfter(from) && !at.isAfter(until)) {
                    found.add(at);
                }
                shown = next;
                next = next.plusMinutes(1);
            }
        }
        return found;
    }

    /** Days of which some are closed. */
    private static final class RandomDays implements OpenDays {

        private final Set<LocalDate> closed = new TreeSet<>();

        RandomDays(Random random, LocalDate near) {
            for (int i = -25; i < 30; i++) {
                if (random.nextInt(3) == 0) {
                    closed.add(near.plusDays(i));
                }
            }
        }

        @Override
        public boolean isOpen(LocalDate day) {
            return !closed.contains(day);
        }

        @Override
        public LocalDate after(LocalDate day) {
            LocalDate next = day.plusDays(1);
            return isOpen(next) ? next : after(next);
        }

        @Override
        public LocalDate before(LocalDate day) {
            LocalDate earlier = day.minusDays(1);
            return isOpen(earlier) ? earlier : before(earlier);
        }
    }
}
