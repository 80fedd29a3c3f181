package org.colonnade.platform.schedules.internal.domain;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.colonnade.platform.api.schedule.Misfire;
import org.colonnade.platform.schedules.internal.domain.MisfireRule.Missed;
import org.colonnade.platform.schedules.internal.domain.MisfireRule.Verdict;
import org.junit.Test;

public class MisfireRuleTest {

    private static final Instant NOON = Instant.parse("2027-03-01T12:00:00Z");
    private static final Plan HOURLY = new IntervalPlan(Instant.EPOCH, Duration.ofHours(1));

    @Test
    public void whatIsInTimeIsFiredWhateverThePolicy() {
        for (Misfire misfire : Misfire.values()) {
            Verdict verdict = rule(misfire, 10, Duration.ofDays(1))
                    .decide(HOURLY, NOON.minusSeconds(1), NOON.plusSeconds(30), Set.of());
            assertEquals(new Verdict(List.of(NOON), List.of(), null), verdict);
        }
    }

    @Test
    public void whatIsMissedIsSkipped() {
        Verdict verdict = rule(Misfire.SKIP, 10, Duration.ofDays(1))
                .decide(HOURLY, NOON.minus(Duration.ofHours(5)), NOON.plusSeconds(10), Set.of());
        assertEquals(List.of(NOON), verdict.inTime());
        assertEquals(List.of(), verdict.late());
        assertEquals(new Missed(hour(-4), hour(-1), 4), verdict.missed());
    }

    @Test
    public void onceIsTheOneInTimeOrElseTheLast() {
        MisfireRule once = rule(Misfire.ONCE, 10, Duration.ofDays(1));
        Verdict now = once.decide(HOURLY, hour(-5), NOON.plusSeconds(10), Set.of());
        assertEquals(new Verdict(List.of(NOON), List.of(), new Missed(hour(-4), hour(-1), 4)), now);
        Verdict later = once.decide(HOURLY, hour(-5), NOON.plusSeconds(1800), Set.of());
        assertEquals(new Verdict(List.of(), List.of(NOON), new Missed(hour(-4), hour(-1), 4)), later);
    }

    @Test
    public void allIsTheNewestWithinTheirAge() {
        Verdict most =
                rule(Misfire.ALL, 2, Duration.ofDays(1)).decide(HOURLY, hour(-5), NOON.plusSeconds(1800), Set.of());
        assertEquals(new Verdict(List.of(), List.of(hour(-1), NOON), new Missed(hour(-4), hour(-2), 3)), most);
        Verdict age =
                rule(Misfire.ALL, 10, Duration.ofHours(2)).decide(HOURLY, hour(-5), NOON.plusSeconds(1800), Set.of());
        assertEquals(new Verdict(List.of(), List.of(hour(-1), NOON), new Missed(hour(-4), hour(-2), 3)), age);
    }

    @Test
    public void whatWasDecidedIsNotDecidedAgain() {
        Verdict verdict = rule(Misfire.ALL, 10, Duration.ofDays(1))
                .decide(HOURLY, hour(-3), NOON.plusSeconds(1), Set.of(hour(-1), NOON));
        assertEquals(new Verdict(List.of(), List.of(hour(-2)), null), verdict);
    }

    @Test
    public void yearsOfSecondsAreNoWork() {
        Plan seconds = new IntervalPlan(Instant.EPOCH, Duration.ofSeconds(10));
        Verdict verdict = rule(Misfire.ONCE, 1, Duration.ofDays(366))
                .decide(seconds, NOON.minus(Duration.ofDays(3650)), NOON, Set.of());
        assertEquals(7, verdict.inTime().size());
        assertTrue(verdict.missed().count() >= MisfireRule.LOOKED_AT);
    }

    /** Whatever the policy: each planned instant is in exactly one of the three, and all in order. */
    @Test
    public void eachInstantHasOneFate() {
        Random random = new Random(7);
        for (int i = 0; i < 500; i++) {
            Plan plan = new IntervalPlan(
                    NOON.plusSeconds(random.nextInt(600)), Duration.ofSeconds(10 + random.nextInt(900)));
            Instant cursor = NOON.plusSeconds(random.nextInt(3000));
            Instant now = cursor.plusSeconds(random.nextInt(20_000));
            Misfire misfire = Misfire.values()[random.nextInt(3)];
            Verdict verdict = rule(misfire, 1 + random.nextInt(20), Duration.ofSeconds(random.nextInt(10_000)))
                    .decide(plan, cursor, now, Set.of());
            List<Instant> planned = new ArrayList<>();
            for (Instant next = plan.after(cursor); !next.isAfter(now); next = plan.after(next)) {
                planned.add(next);
            }
            List<Instant> fired = new ArrayList<>(verdict.late());
            fired.addAll(verdict.inTime());
            assertEquals(List.copyOf(new TreeSet<>(fired)), fired);
            assertTrue(planned.containsAll(fired));
            long missed = verdict.missed() == null ? 0 : verdict.missed().count();
            assertEquals(planned.size(), fired.size() + missed);
            if (missed == 0) {
                assertNull(verdict.missed());
            } else {
                assertTrue(fired.isEmpty() || verdict.missed().until().isBefore(fired.get(0)));
                assertEquals(planned.get(0), verdict.missed().from());
            }
        }
    }

    private static MisfireRule rule(Misfire misfire, int most, Duration within) {
        return new MisfireRule(misfire, Duration.ofSeconds(60), most, within);
    }

    private static Instant hour(int by) {
        return NOON.plus(Duration.ofHours(by));
    }
}
