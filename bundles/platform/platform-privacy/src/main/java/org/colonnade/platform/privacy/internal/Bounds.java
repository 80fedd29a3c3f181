package org.colonnade.platform.privacy.internal;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Locale;
import org.colonnade.platform.privacy.internal.domain.Schedule;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings configured values back to what they may be. */
public final class Bounds {

    private static final Logger LOG = LoggerFactory.getLogger(Bounds.class);
    private static final LocalTime NIGHT = LocalTime.of(3, 0);

    private Bounds() {}

    public static int within(int value, int least, int most) {
        return Math.max(least, Math.min(most, value));
    }

    /** A schedule; what cannot be read is as if it were missing, and said in the log. */
    public static Schedule schedule(String kind, String at, String zone, Duration every) {
        return new Schedule(kind(kind), time(at), zone(zone), every);
    }

    private static Schedule.Kind kind(String text) {
        try {
            return Schedule.Kind.valueOf(text.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            LOG.warn("The schedule '{}' is none of daily, interval and off; it is daily", text);
            return Schedule.Kind.DAILY;
        }
    }

    private static LocalTime time(String text) {
        try {
            return LocalTime.parse(text.strip());
        } catch (DateTimeException unreadable) {
            LOG.warn("'{}' is no time of day such as 03:00; it is {}", text, NIGHT);
            return NIGHT;
        }
    }

    private static ZoneId zone(String text) {
        try {
            return text.isBlank() ? ZoneId.systemDefault() : ZoneId.of(text.strip());
        } catch (DateTimeException unknown) {
            LOG.warn("'{}' is no time zone; it is {}", text, ZoneId.systemDefault());
            return ZoneId.systemDefault();
        }
    }
}
