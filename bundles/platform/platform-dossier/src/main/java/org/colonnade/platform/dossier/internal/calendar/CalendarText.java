package org.colonnade.platform.dossier.internal.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.colonnade.platform.api.dossier.Activity;
import org.colonnade.platform.api.dossier.ActivityDraft;
import org.colonnade.platform.api.dossier.ActivityState;
import org.colonnade.platform.api.dossier.ActivityType;
import org.colonnade.platform.api.dossier.Attendee;

/** Writes activities as an iCalendar object (RFC 5545). */
public final class CalendarText {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuuMMdd");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss");

    private final Lines lines = new Lines();

    private CalendarText() {}

    /** One calendar with all of them. */
    public static String of(List<Activity> activities) {
        return new CalendarText().write(activities);
    }

    private String write(List<Activity> activities) {
        lines.raw("BEGIN:VCALENDAR")
                .raw("VERSION:2.0")
                .raw("PRODID:-//Colonnade//Activities//EN")
                .raw("CALSCALE:GREGORIAN");
        Set<ZoneId> zones = new HashSet<>();
        activities.forEach(activity -> zones.add(activity.plan().zone()));
        Set<ZoneId> explained = new HashSet<>();
        for (ZoneId zone : zones) {
            Optional<String> text = Zones.text(zone);
            text.ifPresent(zoneText -> {
                zoneText.lines().forEach(lines::raw);
                explained.add(zone);
            });
        }
        activities.forEach(activity -> component(activity, explained));
        return lines.raw("END:VCALENDAR").toString();
    }

    private void component(Activity activity, Set<ZoneId> explained) {
        ActivityDraft plan = activity.plan();
        boolean todo =
                plan.due() != null || plan.start() == null || plan.type() == ActivityType.TASK && plan.end() == null;
        String name = todo ? "VTODO" : "VEVENT";
        lines.raw("BEGIN:" + name);
        lines.text("UID", activity.uid());
        lines.raw("DTSTAMP:" + utc(activity.changedAt()));
        lines.raw("CREATED:" + utc(activity.createdAt()));
        lines.raw("LAST-MODIFIED:" + utc(activity.changedAt()));
        lines.raw("SEQUENCE:" + activity.sequence());
        lines.text("SUMMARY", plan.subject());
        lines.text("DESCRIPTION", plan.text());
        lines.text("LOCATION", plan.location());
        boolean zoned = explained.contains(plan.zone());
        time("DTSTART", plan.start(), plan, zoned);
        if (todo) {
            time("DUE", plan.due(), plan, zoned);
        } else {
            time("DTEND", plan.end(), plan, zoned);
        }
        if (plan.duration() != null && plan.due() == null && plan.start() != null) {
            lines.raw("DURATION:" + duration(plan.duration()));
        }
        plan.recurrence().forEach(lines::raw);
        status(activity, todo);
        people(plan);
        lines.raw("X-COLONNADE-TYPE:" + plan.type());
        lines.raw("X-COLONNADE-ZONE:" + plan.zone().getId());
        alarm(plan);
        lines.raw("END:" + name);
    }

    private void time(String name, LocalDateTime local, ActivityDraft plan, boolean zoned) {
        if (local == null) {
            return;
        }
        if (plan.allDay()) {
            lines.raw(name + ";VALUE=DATE:" + DATE.format(local));
        } else if (zoned) {
            lines.raw(name + ";TZID=" + Zones.name(plan.zone()) + ':' + TIME.format(local));
        } else {
            lines.raw(name + ':' + utc(local.atZone(plan.zone()).toInstant()));
        }
    }

    private void status(Activity activity, boolean todo) {
        if (activity.state() == ActivityState.CANCELLED) {
            lines.raw("STATUS:CANCELLED");
        } else if (todo) {
            lines.raw(activity.state() == ActivityState.DONE ? "STATUS:COMPLETED" : "STATUS:NEEDS-ACTION");
            if (activity.state() == ActivityState.DONE && activity.endedAt() != null) {
                lines.raw("COMPLETED:" + utc(activity.endedAt()));
            }
        } else {
            lines.raw("STATUS:CONFIRMED");
        }
    }

    private void people(ActivityDraft plan) {
        if (plan.organizer() != null) {
            lines.raw("ORGANIZER:" + address(plan.organizer()));
        }
        for (Attendee attendee : plan.attendees()) {
            List<String> parameters = new ArrayList<>();
            if (attendee.name() != null) {
                parameters.add("CN=\"" + Lines.parameter(attendee.name()) + '"');
            }
            parameters.add("ROLE=REQ-PARTICIPANT");
            parameters.add("PARTSTAT=" + attendee.reply().partstat());
            parameters.add("RSVP=TRUE");
            lines.raw("ATTENDEE;" + String.join(";", parameters) + ':' + address(attendee.email()));
        }
    }

    private void alarm(ActivityDraft plan) {
        if (plan.reminderMinutes() == null) {
            return;
        }
        String from = plan.start() == null ? ";RELATED=END" : "";
        lines.raw("BEGIN:VALARM").raw("ACTION:DISPLAY");
        lines.text("DESCRIPTION", plan.subject());
        lines.raw("TRIGGER" + from + ":-PT" + plan.reminderMinutes() + 'M').raw("END:VALARM");
    }

    private static String address(String email) {
        String one = email.replaceAll("\\p{Cntrl}", "");
        return one.contains("@") || !one.contains(":") ? "mailto:" + one : one;
    }

    private static String duration(Duration duration) {
        return duration.isZero() ? "PT0S" : "PT" + duration.toSeconds() + 'S';
    }

    private static String utc(Instant instant) {
        return TIME.format(LocalDateTime.ofInstant(instant, ZoneOffset.UTC)) + 'Z';
    }
}
