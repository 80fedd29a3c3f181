package org.colonnade.platform.dossier.internal;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.dossier.ActivityDraft;
import org.colonnade.platform.api.dossier.ActivityType;
import org.colonnade.platform.api.dossier.Attendee;
import org.colonnade.platform.api.dossier.Reply;

/** Activities to be, a word each. */
final class Plan {

    private final ActivityType type;
    private String subject = "เสนอราคา";
    private List<Ref> about = List.of();
    private LocalDateTime start;
    private LocalDateTime end;
    private LocalDateTime due;
    private final List<Attendee> attendees = new ArrayList<>();
    private final List<String> recurrence = new ArrayList<>();

    private Plan(ActivityType type) {
        this.type = type;
    }

    static Plan meeting() {
        Plan plan = new Plan(ActivityType.MEETING);
        plan.start = LocalDateTime.parse("2027-03-01T09:00");
        plan.end = LocalDateTime.parse("2027-03-01T10:30");
        plan.attendees.add(new Attendee("malee@example.com", "Malee \u201cM\u201d; Srisuk", Reply.NEEDS_ACTION));
        return plan;
    }

    static Plan task() {
        return undated().due("2027-03-01T00:00");
    }

    static Plan undated() {
        return new Plan(ActivityType.TASK);
    }

    Plan subject(String text) {
        subject = text;
        return this;
    }

    Plan about(Ref... records) {
        about = List.of(records);
        return this;
    }

    Plan start(String text) {
        start = LocalDateTime.parse(text);
        return this;
    }

    Plan due(String text) {
        due = LocalDateTime.parse(text);
        return this;
    }

    Plan attendee(String email) {
        attendees.add(new Attendee(email, null, null));
        return this;
    }

    Plan line(String text) {
        recurrence.add(text);
        return this;
    }

    Plan recurring() {
        return line("RRULE:FREQ=WEEKLY;BYDAY=MO").line("EXDATE;TZID=Asia/Bangkok:20270308T090000");
    }

    ActivityDraft draft() {
        return new ActivityDraft(
                type,
                subject,
                "บรรทัดหนึ่ง\nline two, and more; \\ end",
                about,
                null,
                start,
                end,
                due,
                ZoneId.of("Asia/Bangkok"),
                false,
                null,
                15,
                "Room 7, กรุงเทพ",
                "boss@example.com",
                attendees,
                recurrence);
    }

    /** The same of another owner. */
    static ActivityDraft owner(ActivityDraft d, Ref owner) {
        return new ActivityDraft(
                d.type(),
                d.subject(),
                d.text(),
                d.about(),
                owner,
                d.start(),
                d.end(),
                d.due(),
                d.zone(),
                d.allDay(),
                d.duration(),
                d.reminderMinutes(),
                d.location(),
                d.organizer(),
                d.attendees(),
                d.recurrence());
    }
}
