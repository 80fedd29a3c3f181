package org.colonnade.platform.dossier.internal.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.colonnade.platform.api.Fields;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.dossier.ActivityDraft;
import org.colonnade.platform.api.dossier.Attendee;

/** What an activity may be, when it is, and which changes concern those who are invited. */
public final class ActivityRule {

    private static final int SUBJECT = 1000;
    private static final int TEXT = 100_000;
    private static final int MOST_ABOUT = 50;
    private static final int MOST_ATTENDEES = 500;
    private static final int MOST_LINES = 500;
    private static final int LONGEST_LINE = 20_000;
    private static final int LONGEST_ADDRESS = 320;
    private static final int FOUR_WEEKS = 40_320;
    private static final Duration LONGEST = Duration.ofDays(3660);
    private static final Pattern LINE =
            Pattern.compile("(RRULE|RDATE|EXDATE|EXRULE|RECURRENCE-ID)[:;][^\\r\\n\u0000]+", Pattern.CASE_INSENSITIVE);

    private ActivityRule() {}

    /** Notes what is wrong with a draft that somebody typed. */
    public static void check(ActivityDraft draft, Fields faults) {
        if (draft.type() == null) {
            faults.wrong("type", "is required");
        }
        faults.required("subject", draft.subject(), SUBJECT);
        faults.optional("text", draft.text(), TEXT);
        faults.optional("location", draft.location(), SUBJECT);
        times(draft, faults);
        if (draft.organizer() != null && !EmailRule.fits(draft.organizer())) {
            faults.wrong("organizer", "is no e-mail address");
        }
        for (int i = 0; i < draft.attendees().size(); i++) {
            if (!EmailRule.fits(draft.attendees().get(i).email())) {
                faults.wrong("attendees[" + i + "].email", "is no e-mail address");
            }
        }
        lists(draft, faults);
    }

    /** Notes what is wrong with a draft from a calendar: what others wrote is kept as they wrote it, as far as it can be kept. */
    public static void checkForeign(ActivityDraft draft, Fields faults) {
        faults.required("subject", draft.subject(), SUBJECT);
        faults.optional("text", draft.text(), TEXT);
        faults.optional("location", draft.location(), SUBJECT);
        faults.optional("organizer", draft.organizer(), LONGEST_ADDRESS);
        for (int i = 0; i < draft.attendees().size(); i++) {
            faults.required(
                    "attendees[" + i + "].email", draft.attendees().get(i).email(), LONGEST_ADDRESS);
        }
        times(draft, faults);
        lists(draft, faults);
    }

    private static void times(ActivityDraft draft, Fields faults) {
        inOurEra("start", draft.start(), faults);
        inOurEra("end", draft.end(), faults);
        inOurEra("due", draft.due(), faults);
        if (draft.end() != null && draft.start() == null) {
            faults.wrong("end", "needs a start");
        } else if (draft.end() != null && draft.end().isBefore(draft.start())) {
            faults.wrong("end", "is before the start");
        }
        Duration duration = draft.duration();
        if (duration != null && (duration.isNegative() || duration.compareTo(LONGEST) > 0)) {
            faults.wrong("duration", "is not negative and at most ten years");
        } else if (duration != null && draft.end() != null) {
            faults.wrong("duration", "is there beside an end");
        }
        Integer reminder = draft.reminderMinutes();
        if (reminder != null && (reminder < 0 || reminder > FOUR_WEEKS)) {
            faults.wrong("reminderMinutes", "is 0 to " + FOUR_WEEKS);
        }
        if (draft.zone() != null && draft.zone().getId().length() > 100) {
            faults.wrong("zone", "is too long");
        }
    }

    private static void inOurEra(String field, LocalDateTime time, Fields faults) {
        if (time != null && (time.getYear() < 1 || time.getYear() > 9998)) {
            faults.wrong(field, "is not between the years 1 and 9998");
        }
    }

    private static void lists(ActivityDraft draft, Fields faults) {
        if (draft.about().size() > MOST_ABOUT) {
            faults.wrong("about", "has more than " + MOST_ABOUT + " records");
        }
        if (new HashSet<>(draft.about()).size() < draft.about().size()) {
            faults.wrong("about", "names a record twice");
        }
        if (draft.attendees().size() > MOST_ATTENDEES) {
            faults.wrong("attendees", "has more than " + MOST_ATTENDEES + " people");
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < draft.attendees().size(); i++) {
            Attendee attendee = draft.attendees().get(i);
            faults.optional("attendees[" + i + "].name", attendee.name(), 500);
            if (attendee.email() != null && !seen.add(attendee.email().toLowerCase(Locale.ROOT))) {
                faults.wrong("attendees[" + i + "].email", "is there twice");
            }
        }
        for (int i = 0; i < draft.recurrence().size(); i++) {
            String line = draft.recurrence().get(i);
            if (i >= MOST_LINES
                    || line.length() > LONGEST_LINE
                    || !LINE.matcher(line).matches()
                    || !Fields.storable(line)) {
                faults.wrong("recurrence[" + i + ']', "is no RRULE, RDATE, EXDATE or EXRULE line of iCalendar");
            }
        }
    }

    /** The draft with what is missing. */
    public static ActivityDraft complete(ActivityDraft d, List<Ref> about, Ref owner) {
        return new ActivityDraft(
                d.type(),
                d.subject(),
                d.text(),
                about,
                d.owner() == null ? owner : d.owner(),
                d.start(),
                d.end(),
                d.due(),
                d.zone() == null ? ZoneOffset.UTC : d.zone(),
                d.allDay(),
                d.duration(),
                d.reminderMinutes(),
                d.location(),
                d.organizer(),
                d.attendees(),
                d.recurrence());
    }

    /** The same about other records. */
    public static ActivityDraft about(ActivityDraft d, List<Ref> about) {
        return complete(d, about, d.owner());
    }

    /** When it begins, or null. */
    public static Instant startAt(ActivityDraft draft) {
        return at(draft.start(), draft.zone());
    }

    /** Until when it has to be done: the due time, else its end, or null. */
    public static Instant dueAt(ActivityDraft draft) {
        if (draft.due() != null) {
            return at(draft.due(), draft.zone());
        }
        if (draft.end() != null) {
            return at(draft.end(), draft.zone());
        }
        Instant start = startAt(draft);
        return start == null || draft.duration() == null ? start : start.plus(draft.duration());
    }

    /** Whether the change concerns those who are invited, so that SEQUENCE rises (RFC 5546, 2.1.4). */
    public static boolean significant(ActivityDraft before, ActivityDraft after) {
        return !(Objects.equals(before.start(), after.start())
                && Objects.equals(before.end(), after.end())
                && Objects.equals(before.due(), after.due())
                && Objects.equals(before.zone(), after.zone())
                && Objects.equals(before.duration(), after.duration())
                && Objects.equals(before.location(), after.location())
                && before.allDay().equals(after.allDay())
                && before.recurrence().equals(after.recurrence()));
    }

    private static Instant at(LocalDateTime local, ZoneId zone) {
        return local == null ? null : local.atZone(zone).toInstant();
    }
}
