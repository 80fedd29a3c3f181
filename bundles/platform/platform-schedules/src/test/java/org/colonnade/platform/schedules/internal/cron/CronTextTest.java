package org.colonnade.platform.schedules.internal.cron;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.Test;

/** Cron expressions mean what crontab(5) says, and what L and # say besides. */
public class CronTextTest {

    private static final int CASES = 600;
    private static final int DAYS = 400;

    @Test
    public void itComesWhenTheExpressionSays() {
        comes(
                "30 4 1,15 * FRI",
                "2026-12-01T00:00",
                "2026-12-01T04:30",
                "2026-12-04T04:30",
                "2026-12-11T04:30",
                "2026-12-15T04:30");
        comes("0 18 L * *", "2027-01-31T17:59", "2027-01-31T18:00", "2027-02-28T18:00", "2027-03-31T18:00");
        comes("0 18 L-2 * *", "2027-02-01T00:00", "2027-02-26T18:00", "2027-03-29T18:00");
        comes("0 9 * * MON#2", "2027-01-01T00:00", "2027-01-11T09:00", "2027-02-08T09:00");
        comes("0 9 * * 5#5", "2027-01-01T00:00", "2027-01-29T09:00", "2027-04-30T09:00");
        comes("0 9 * * FRIL", "2027-01-01T00:00", "2027-01-29T09:00", "2027-02-26T09:00");
        comes("0 0 29 2 *", "2026-12-01T00:00", "2028-02-29T00:00", "2032-02-29T00:00");
        comes("0 9 LW * *", "2027-01-01T00:00", "2027-01-29T09:00", "2027-02-26T09:00");
        comes("0 9 15W * *", "2027-08-01T00:00", "2027-08-16T09:00", "2027-09-15T09:00");
        comes("0 0 * * 0", "2026-12-01T00:00", "2026-12-06T00:00", "2026-12-13T00:00");
        comes("0 0 * * 7", "2026-12-01T00:00", "2026-12-06T00:00", "2026-12-13T00:00");
        comes(
                "0 0 * * fri-mon",
                "2026-12-01T00:00",
                "2026-12-04T00:00",
                "2026-12-05T00:00",
                "2026-12-06T00:00",
                "2026-12-07T00:00",
                "2026-12-11T00:00");
        comes("*/20 6 * * *", "2026-12-01T06:21", "2026-12-01T06:40", "2026-12-02T06:00");
        comes("15 22-23 * * 1-5", "2026-12-04T22:30", "2026-12-04T23:15", "2026-12-07T22:15");
    }

    @Test
    public void whatNeverComesEnds() {
        assertNull(CronText.parse("0 0 30 2 *").apply(LocalDateTime.parse("2026-12-01T00:00")));
    }

    @Test
    public void whatIsNoneIsRefused() {
        for (String text : List.of(
                "",
                "* * * *",
                "* * * * * *",
                "60 * * * *",
                "* 24 * * *",
                "* * 0 * *",
                "* * 32 * *",
                "* * * 13 *",
                "* * * * 8",
                "* * * XYZ *",
                "* * * * XYZ",
                "*/0 * * * *",
                "5-70 * * * *",
                "a * * * *",
                "1; drop * * * *",
                "* * * * MON#6",
                "* * * * #2",
                "* * 1L * *",
                "@daily")) {
            assertThrows(text, IllegalArgumentException.class, () -> CronText.parse(text));
        }
    }

    @Test
    public void itAgreesWithTheModelForRandomExpressions() {
        Random random = new Random(20261201);
        int found = 0;
        for (int i = 0; i < CASES; i++) {
            CronModel model = new CronModel(random, false);
            LocalDateTime from = LocalDate.of(2024, 1, 1)
                    .plusDays(random.nextInt(1500))
                    .atTime(random.nextInt(24), random.nextInt(60));
            CronText cron = CronText.parse(model.toString());
            LocalDateTime at = from;
            for (int n = 0; n < 5; n++) {
                LocalDateTime expected = following(model, at);
                if (expected == null) {
                    break;
                }
                found++;
                assertEquals(model + " after " + at, expected, cron.apply(at));
                at = expected;
            }
        }
        assertTrue("enough was compared: " + found, found > 2 * CASES);
    }

    private static LocalDateTime following(CronModel model, LocalDateTime at) {
        for (int day = 0; day <= DAYS; day++) {
            LocalDate date = at.toLocalDate().plusDays(day);
            if (!model.holds(date)) {
                continue;
            }
            for (int minute = 0; minute < 1440; minute++) {
                LocalDateTime one = date.atTime(minute / 60, minute % 60);
                if (one.isAfter(at) && model.holds(one)) {
                    return one;
                }
            }
        }
        return null;
    }

    private static void comes(String text, String from, String... expected) {
        CronText cron = CronText.parse(text);
        List<String> found = new ArrayList<>();
        LocalDateTime at = LocalDateTime.parse(from);
        for (int i = 0; i < expected.length; i++) {
            at = cron.apply(at);
            found.add(at.toString());
        }
        assertEquals(text, List.of(expected), found);
    }
}
