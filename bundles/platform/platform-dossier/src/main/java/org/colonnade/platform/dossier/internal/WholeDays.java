package org.colonnade.platform.dossier.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.colonnade.platform.api.Fields;
import org.colonnade.platform.api.calendar.CalendarDay;
import org.colonnade.platform.api.calendar.CalendarDays;
import org.colonnade.platform.api.dossier.ActivityDraft;
import org.colonnade.platform.api.dossier.ActivityState;
import org.colonnade.platform.api.problem.Rejected;
import org.colonnade.platform.dossier.internal.calendar.CalendarReader;
import org.colonnade.platform.dossier.internal.calendar.DayText;
import org.colonnade.platform.dossier.internal.calendar.Entry;
import org.osgi.service.component.annotations.Component;

/** Events of whole days, by the reader and the writer of activities. */
@Component
public final class WholeDays implements CalendarDays {

    private static final int MOST = 10_000;

    @Override
    public Reading read(String file) {
        if (!CalendarReader.isCalendar(file) || !Fields.storable(file)) {
            throw new Rejected(
                    "platform.calendar.unreadable",
                    "This is no iCalendar object: it has no BEGIN:VCALENDAR, or is no text.");
        }
        List<Entry> entries = CalendarReader.read(file);
        if (entries.size() > MOST) {
            throw new Rejected("platform.calendar.too-many", "A calendar has at most " + MOST + " events and to-dos.");
        }
        List<CalendarDay> days = new ArrayList<>();
        List<Refusal> refused = new ArrayList<>();
        for (Entry entry : entries) {
            String fault = fault(entry);
            if (fault == null) {
                days.add(day(entry));
            } else {
                refused.add(new Refusal(entry.place(), entry.uid(), fault));
            }
        }
        return new Reading(days, refused);
    }

    private static String fault(Entry entry) {
        if (entry.refusal() != null) {
            return entry.refusal();
        }
        ActivityDraft plan = entry.draft();
        if (!plan.allDay() || plan.start() == null || plan.due() != null) {
            return "It is no event of whole days.";
        }
        if (entry.state() == ActivityState.CANCELLED) {
            return "It was cancelled.";
        }
        if (!plan.recurrence().isEmpty()) {
            return "It recurs; only events that name their days are taken.";
        }
        return last(plan).isBefore(first(plan)) ? "It ends before it begins." : null;
    }

    private static CalendarDay day(Entry entry) {
        ActivityDraft plan = entry.draft();
        return new CalendarDay(entry.uid(), first(plan), last(plan), plan.subject());
    }

    private static LocalDate first(ActivityDraft plan) {
        return plan.start().toLocalDate();
    }

    /** The end of such an event is the day behind it; without an end it is one day (RFC 5545, 3.6.1). */
    private static LocalDate last(ActivityDraft plan) {
        LocalDateTime end =
                plan.end() == null && plan.duration() != null ? plan.start().plus(plan.duration()) : plan.end();
        LocalDate first = first(plan);
        return end == null || end.toLocalDate().equals(first)
                ? first
                : end.toLocalDate().minusDays(1);
    }

    @Override
    public String write(String name, Instant stamp, List<CalendarDay> days) {
        return DayText.of(name, stamp, days);
    }
}
