package org.colonnade.platform.api.dossier;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.colonnade.platform.api.Ref;

/**
 * An activity to be. Times are on the clock of {@code zone}, as people agree on them.
 *
 * @param type what kind of thing it is
 * @param subject in one line, 1 to 1,000 characters
 * @param text what there is to say, at most 100,000 characters, or null
 * @param about the records that it is about, at most 50
 * @param owner who does it, such as {@code platform:user:0J5…}; the caller if missing
 * @param start when it begins, or null
 * @param end when it ends, not before it begins, or null
 * @param due until when it must be done, or null
 * @param zone the time zone of these times; UTC if missing
 * @param allDay whether only the dates count; false if missing
 * @param duration how long it takes, where there is no end
 * @param reminderMinutes how many minutes before its start, or else its due time, its owner wants to be reminded; 0 to 40,320, or null
 * @param location where, at most 1,000 characters, or null
 * @param organizer the e-mail address of whoever invites, or null
 * @param attendees who is invited, at most 500
 * @param recurrence how it recurs: RRULE, RDATE, EXDATE and EXRULE content lines of iCalendar, kept as they are
 */
public record ActivityDraft(
        ActivityType type,
        String subject,
        String text,
        List<Ref> about,
        Ref owner,
        LocalDateTime start,
        LocalDateTime end,
        LocalDateTime due,
        ZoneId zone,
        Boolean allDay,
        Duration duration,
        Integer reminderMinutes,
        String location,
        String organizer,
        List<Attendee> attendees,
        List<String> recurrence) {

    public ActivityDraft {
        about = about == null ? List.of() : List.copyOf(about);
        allDay = allDay != null && allDay;
        attendees = attendees == null ? List.of() : List.copyOf(attendees);
        recurrence = recurrence == null ? List.of() : List.copyOf(recurrence);
    }
}
