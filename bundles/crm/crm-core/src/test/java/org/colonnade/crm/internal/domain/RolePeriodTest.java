package org.colonnade.crm.internal.domain;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.Test;

public class RolePeriodTest {

    private static final LocalDate START = LocalDate.of(2026, 1, 1);
    private static final int DAYS = 40;

    @Test
    public void whatIsMissingIsForEver() {
        RolePeriod always = RolePeriod.of(null, null);
        assertNull(always.first());
        assertNull(always.last());
        RolePeriod year = RolePeriod.of(START, START.plusYears(1));
        assertEquals(
                List.of(
                        RolePeriod.of(null, START.minusDays(1)),
                        RolePeriod.of(START.plusYears(1).plusDays(1), null)),
                always.without(List.of(year)));
        assertEquals(List.of(), year.without(List.of(always)));
    }

    @Test
    public void whatIsLeftAreJustTheDaysThatNobodyElseHas() {
        Random random = new Random(7);
        for (int round = 0; round < 2000; round++) {
            RolePeriod own = any(random);
            List<RolePeriod> others = new ArrayList<>();
            for (int i = random.nextInt(4); i > 0; i--) {
                others.add(any(random));
            }
            List<RolePeriod> left = own.without(others);
            for (int day = 0; day <= DAYS; day++) {
                RolePeriod one = RolePeriod.of(START.plusDays(day), START.plusDays(day));
                boolean wanted = own.meets(one) && others.stream().noneMatch(one::meets);
                assertEquals(own + " without " + others, wanted, left.stream().anyMatch(one::meets));
            }
            for (int i = 1; i < left.size(); i++) {
                assertTrue(left.get(i - 1).to().isBefore(left.get(i).from()));
            }
        }
    }

    private static RolePeriod any(Random random) {
        int from = random.nextInt(DAYS);
        LocalDate first = random.nextInt(6) == 0 ? null : START.plusDays(from);
        LocalDate last = random.nextInt(6) == 0 ? null : START.plusDays(from + random.nextInt(DAYS - from));
        return RolePeriod.of(first, last);
    }
}
