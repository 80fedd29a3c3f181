package org.colonnade.platform.security.internal.domain;

import static org.junit.Assert.assertEquals;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.colonnade.platform.api.problem.Conflict;
import org.junit.Test;

public class SubstituteRuleTest {

    private static final Instant NEW_YEAR = Instant.parse("2027-01-01T00:00:00Z");

    @Test
    public void nobodyStandsInForThemselves() {
        assertEquals("platform.substitute.self", refusal(span(1, 1, 0, 5)));
    }

    @Test
    public void severalMayStandInForOneButNotTheSameTwiceAtOnce() {
        SubstituteRule.check(span(1, 3, 0, 5), List.of(span(1, 2, 0, 5)));
        SubstituteRule.check(span(1, 2, 5, 9), List.of(span(1, 2, 0, 5)));
        assertEquals("platform.substitute.overlaps", refusal(span(1, 2, 4, 9), span(1, 2, 0, 5)));
    }

    @Test
    public void twoDoNotStandInForEachOtherAtTheSameTime() {
        assertEquals("platform.substitute.circular", refusal(span(2, 1, 4, 9), span(1, 2, 0, 5)));
        SubstituteRule.check(span(2, 1, 5, 9), List.of(span(1, 2, 0, 5)));
    }

    @Test
    public void aCircleOverOthersIsSeenWhereAllOfItHoldsAtOneInstant() {
        assertEquals("platform.substitute.circular", refusal(span(3, 1, 0, 9), span(1, 2, 2, 5), span(2, 3, 4, 8)));
        SubstituteRule.check(span(3, 1, 0, 9), List.of(span(1, 2, 2, 4), span(2, 3, 4, 8)));
    }

    /** Compared with walking through every day. */
    @Test
    public void whatIsTakenHasNoCircleOnAnyDay() {
        Random random = new Random(7);
        int refused = 0;
        for (int round = 0; round < 200; round++) {
            List<Span> taken = new ArrayList<>();
            for (int i = 0; i < 14; i++) {
                int from = random.nextInt(20);
                Span next = span(random.nextInt(5), random.nextInt(5), from, from + 1 + random.nextInt(8));
                boolean circle = false;
                for (int day = 0; day < 30; day++) {
                    Instant at = NEW_YEAR.plus(day, ChronoUnit.DAYS);
                    circle |= next.holdsAt(at) && reaches(next.substitute(), next.principal(), at, taken, 6);
                }
                String code = refusal(next, taken.toArray(Span[]::new));
                if (code == null) {
                    assertEquals(false, circle);
                    taken.add(next);
                } else if (code.endsWith("circular")) {
                    assertEquals(true, circle);
                    refused++;
                }
            }
        }
        assertEquals(true, refused > 100);
    }

    private static boolean reaches(long from, long to, Instant at, List<Span> spans, int steps) {
        return from == to
                || steps > 0
                        && spans.stream()
                                .anyMatch(span -> span.principal() == from
                                        && span.holdsAt(at)
                                        && reaches(span.substitute(), to, at, spans, steps - 1));
    }

    private static String refusal(Span next, Span... present) {
        try {
            SubstituteRule.check(next, List.of(present));
            return null;
        } catch (Conflict refused) {
            return refused.code();
        }
    }

    private static Span span(long principal, long substitute, int fromDay, int untilDay) {
        return new Span(
                principal,
                substitute,
                NEW_YEAR.plus(fromDay, ChronoUnit.DAYS),
                NEW_YEAR.plus(untilDay, ChronoUnit.DAYS));
    }
}
