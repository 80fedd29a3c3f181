package org.colonnade.platform.schedules.internal.domain;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import org.colonnade.platform.api.Fields;

/** What the parts of a schedule must look like. */
public final class ScheduleRule {

    /** The most single instants of a schedule. */
    public static final int MOST_TIMES = 1_000;

    private static final Duration SHORTEST = Duration.ofSeconds(10);
    private static final Duration LONGEST = Duration.ofDays(366);
    private static final int MOST_MADE_UP_FOR = 1_000;

    private ScheduleRule() {}

    public static void zone(Fields faults, String zone) {
        try {
            ZoneId.of(zone);
        } catch (DateTimeException unknown) {
            faults.wrong("zone", "is no time zone");
        }
    }

    /** A pause on the stop watch. */
    public static void pause(Fields faults, String text) {
        Optional<Duration> pause = duration(text);
        if (pause.isEmpty()
                || pause.get().getNano() != 0
                || pause.get().compareTo(SHORTEST) < 0
                || pause.get().compareTo(LONGEST) > 0) {
            faults.wrong("every", "is a duration from PT10S to P366D, in whole seconds");
        }
    }

    public static void madeUpFor(Fields faults, int most, String within) {
        if (most < 1 || most > MOST_MADE_UP_FOR) {
            faults.wrong("catchUpMost", "is 1 to " + MOST_MADE_UP_FOR);
        }
        Optional<Duration> age = duration(within);
        if (age.isEmpty() || age.get().isNegative() || age.get().compareTo(LONGEST) > 0) {
            faults.wrong("catchUpWithin", "is a duration of at most P366D");
        }
    }

    private static Optional<Duration> duration(String text) {
        try {
            return Optional.of(Duration.parse(text));
        } catch (DateTimeException | ArithmeticException unreadable) {
            return Optional.empty();
        }
    }
}
