package org.colonnade.platform.series.internal.domain;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.colonnade.platform.api.series.Reset;
import org.junit.Test;

public class NumberPatternTest {

    private static final LocalDate MARCH = LocalDate.of(2027, 3, 31);

    @Test
    public void aNumberReadsAsItsPatternSays() {
        assertEquals("INV-2027-00042", text("INV-{year}-{number:5}", Reset.YEARLY, 1));
        assertEquals("INV-2026-42", text("INV-{year}-{number}", Reset.YEARLY, 4));
        assertEquals("INV-2027-42", text("INV-{endyear}-{number}", Reset.YEARLY, 4));
        assertEquals("ใบแจ้งหนี้ 27/03.042", text("ใบแจ้งหนี้ {year2}/{month}.{number:3}", Reset.MONTHLY, 1));
        assertEquals("123456", text("{number:3}", Reset.NEVER, 1, 123_456));
    }

    @Test
    public void aPeriodIsThatOfTheDate() {
        assertEquals("", Period.of(Reset.NEVER, 4, MARCH).key());
        assertEquals("2026", Period.of(Reset.YEARLY, 4, MARCH).key());
        assertEquals("2027", Period.of(Reset.YEARLY, 4, MARCH.plusDays(1)).key());
        assertEquals("2027-03", Period.of(Reset.MONTHLY, 4, MARCH).key());
    }

    @Test
    public void whatIsNoPatternIsRefused() {
        for (String wrong : new String[] {
            "INV",
            "{number}{number}",
            "{number:0}",
            "{number:19}",
            "{year:4}{number}",
            "{Number}",
            "{number",
            "a\"{number}",
            "{{number}}"
        }) {
            assertThrows(wrong, IllegalArgumentException.class, () -> NumberPattern.of(wrong));
        }
    }

    @Test
    public void aPatternTellsItsPeriods() {
        assertTrue(NumberPattern.of("{number}").tells(Reset.NEVER));
        assertFalse(NumberPattern.of("{number}").tells(Reset.YEARLY));
        assertTrue(NumberPattern.of("{year2}{number}").tells(Reset.YEARLY));
        assertFalse(NumberPattern.of("{year}{number}").tells(Reset.MONTHLY));
        assertFalse(NumberPattern.of("{month}{number}").tells(Reset.MONTHLY));
        assertTrue(NumberPattern.of("{endyear}{month}{number}").tells(Reset.MONTHLY));
    }

    @Test
    public void patternsWhoseNumbersCouldReadAlikeAreKnown() {
        assertTrue(mayEqual("INV-{number}", "INV-{number:5}"));
        assertTrue(mayEqual("INV-{number}", "INV-2{number}"));
        assertTrue(mayEqual("{year}{number}", "{number:8}"));
        assertTrue(mayEqual("{number}-1", "1{number}-1"));
        assertFalse(mayEqual("INV-{number}", "CN-{number}"));
        assertFalse(mayEqual("INV-{number}", "INV-{year}-{number}"));
        assertFalse(mayEqual("{number}A", "{number}B"));
        assertTrue(NumberPattern.of("INV-{number}").countsLike(NumberPattern.of("INV-{number:5}")));
        assertFalse(NumberPattern.of("INV-{number}").countsLike(NumberPattern.of("INV-2{number}")));
    }

    @Test
    public void whatDoesNotMeetNeverReadsAlike() {
        String[] pieces = {"1", "12", "A", "-", "{year2}", "{month}", "{number}", "{number:2}"};
        Random random = new Random(16);
        for (int round = 0; round < 300; round++) {
            NumberPattern one = random(random, pieces);
            NumberPattern two = random(random, pieces);
            boolean met = meets(one, two);
            assertTrue("met without being told", one.mayEqual(two) || !met);
            assertEquals(one.mayEqual(two), two.mayEqual(one));
        }
    }

    private static NumberPattern random(Random random, String[] pieces) {
        while (true) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < 3; i++) {
                text.append(pieces[random.nextInt(pieces.length)]);
            }
            try {
                return NumberPattern.of(text.toString());
            } catch (IllegalArgumentException none) {
                // without a number, or with two
            }
        }
    }

    private static boolean meets(NumberPattern one, NumberPattern two) {
        Map<String, Boolean> seen = new HashMap<>();
        for (int year = 2011; year < 2013; year++) {
            Period period = Period.of(Reset.MONTHLY, 1, LocalDate.of(year, 1 + year % 12, 1));
            for (long number = 1; number < 2_000; number++) {
                seen.put(one.text(period, number), true);
            }
        }
        for (int year = 2011; year < 2013; year++) {
            Period period = Period.of(Reset.MONTHLY, 1, LocalDate.of(year, 1 + year % 12, 1));
            for (long number = 1; number < 2_000; number++) {
                if (seen.containsKey(two.text(period, number))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean mayEqual(String one, String two) {
        return NumberPattern.of(one).mayEqual(NumberPattern.of(two))
                && NumberPattern.of(two).mayEqual(NumberPattern.of(one));
    }

    private static String text(String pattern, Reset reset, int yearStart) {
        return text(pattern, reset, yearStart, 42);
    }

    private static String text(String pattern, Reset reset, int yearStart, long number) {
        return NumberPattern.of(pattern).text(Period.of(reset, yearStart, MARCH), number);
    }
}
