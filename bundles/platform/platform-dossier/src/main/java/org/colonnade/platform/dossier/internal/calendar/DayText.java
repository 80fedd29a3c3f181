package org.colonnade.platform.dossier.internal.calendar;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.colonnade.platform.api.calendar.CalendarDay;

/** Writes events of whole days as an iCalendar object (RFC 5545). */
public final class DayText {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuuMMdd");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'");

    private DayText() {}

    /** One calendar with all of them. */
    public static String of(String name, Instant stamp, List<CalendarDay> days) {
        Lines lines = new Lines();
        lines.raw("BEGIN:VCALENDAR")
                .raw("VERSION:2.0")
                .raw("PRODID:-//Colonnade//Calendar//EN")
                .raw("CALSCALE:GREGORIAN")
                .raw("METHOD:PUBLISH");
        lines.text("X-WR-CALNAME", name);
        String changed = TIME.format(LocalDateTime.ofInstant(stamp, ZoneOffset.UTC));
        for (CalendarDay day : days) {
            lines.raw("BEGIN:VEVENT");
            lines.text("UID", day.uid());
            lines.raw("DTSTAMP:" + changed)
                    .raw("DTSTART;VALUE=DATE:" + DATE.format(day.from()))
                    .raw("DTEND;VALUE=DATE:" + DATE.format(day.until().plusDays(1)));
            lines.text("SUMMARY", day.name());
            lines.raw("TRANSP:OPAQUE").raw("END:VEVENT");
        }
        return lines.raw("END:VCALENDAR").toString();
    }
}
