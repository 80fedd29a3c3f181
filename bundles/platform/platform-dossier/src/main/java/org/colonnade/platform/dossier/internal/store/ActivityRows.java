package org.colonnade.platform.dossier.internal.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.Tsid;
import org.colonnade.platform.api.dossier.Activity;
import org.colonnade.platform.api.dossier.ActivityDraft;
import org.colonnade.platform.api.dossier.ActivityState;
import org.colonnade.platform.api.dossier.ActivityType;
import org.colonnade.platform.api.dossier.Attendee;
import org.colonnade.platform.api.dossier.Reply;
import org.colonnade.platform.api.problem.Rejected;
import org.colonnade.platform.api.store.Work;

/** Makes activities of rows: the row itself, then records and attendees of all of them with one query each. */
final class ActivityRows {

    private static final String ABOUT_OF =
            """
            select activity_id, kind, record_id from dossier_activity_about where activity_id = any (?)
             order by activity_id, place""";
    private static final String ATTENDEES_OF =
            """
            select activity_id, email, attendee_name, reply from dossier_activity_attendee where activity_id = any (?)
             order by activity_id, place""";

    private ActivityRows() {}

    static Activity read(ResultSet row) throws SQLException {
        ActivityState state = ActivityState.valueOf(row.getString("state"));
        Instant dueAt = Sql.instant(row, "due_at");
        return new Activity(
                Tsid.text(row.getLong("id")),
                state,
                plan(row),
                row.getString("uid"),
                row.getInt("sequence"),
                Sql.instant(row, "start_at"),
                dueAt,
                false,
                Sql.instant(row, "ended_at"),
                Sql.ref(row, "created_by"),
                Sql.instant(row, "created_at"),
                Sql.ref(row, "changed_by"),
                Sql.instant(row, "changed_at"),
                row.getLong("version"));
    }

    private static ActivityDraft plan(ResultSet row) throws SQLException {
        String duration = row.getString("duration");
        String recurrence = row.getString("recurrence");
        return new ActivityDraft(
                ActivityType.valueOf(row.getString("activity_type")),
                row.getString("subject"),
                row.getString("activity_text"),
                List.of(),
                Sql.ref(row, "owner"),
                row.getObject("start_local", LocalDateTime.class),
                row.getObject("end_local", LocalDateTime.class),
                row.getObject("due_local", LocalDateTime.class),
                ZoneId.of(row.getString("zone")),
                row.getBoolean("all_day"),
                duration == null ? null : Duration.parse(duration),
                row.getObject("reminder_minutes", Integer.class),
                row.getString("location"),
                row.getString("organizer"),
                List.of(),
                recurrence.isEmpty() ? List.of() : List.of(recurrence.split("\n")));
    }

    static List<Activity> complete(Work work, List<Activity> bare) throws SQLException {
        if (bare.isEmpty()) {
            return bare;
        }
        List<Long> ids = bare.stream().map(one -> Tsid.parse(one.id())).toList();
        Map<Long, List<Ref>> about = new HashMap<>();
        Sql.query(
                work,
                ABOUT_OF,
                row -> about.computeIfAbsent(row.getLong(1), any -> new ArrayList<>())
                        .add(Kinds.ref(row.getString(2), row.getString(3))),
                Sql.ids(work, ids));
        Map<Long, List<Attendee>> attendees = new HashMap<>();
        Sql.query(
                work,
                ATTENDEES_OF,
                row -> attendees
                        .computeIfAbsent(row.getLong(1), any -> new ArrayList<>())
                        .add(new Attendee(row.getString(2), row.getString(3), Reply.valueOf(row.getString(4)))),
                Sql.ids(work, ids));
        return bare.stream()
                .map(one -> with(
                        one,
                        about.getOrDefault(Tsid.parse(one.id()), List.of()),
                        attendees.getOrDefault(Tsid.parse(one.id()), List.of()),
                        work.now()))
                .toList();
    }

    private static Activity with(Activity a, List<Ref> about, List<Attendee> attendees, Instant now) {
        ActivityDraft p = a.plan();
        ActivityDraft plan = new ActivityDraft(
                p.type(),
                p.subject(),
                p.text(),
                about,
                p.owner(),
                p.start(),
                p.end(),
                p.due(),
                p.zone(),
                p.allDay(),
                p.duration(),
                p.reminderMinutes(),
                p.location(),
                p.organizer(),
                attendees,
                p.recurrence());
        boolean overdue = a.state() == ActivityState.PLANNED
                && a.dueAt() != null
                && a.dueAt().isBefore(now)
                && p.recurrence().isEmpty();
        return new Activity(
                a.id(),
                a.state(),
                plan,
                a.uid(),
                a.sequence(),
                a.startAt(),
                a.dueAt(),
                overdue,
                a.endedAt(),
                a.createdBy(),
                a.createdAt(),
                a.changedBy(),
                a.changedAt(),
                a.version());
    }

    static Instant cursor(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException madeUp) {
            throw new Rejected(
                            "platform.page.cursor",
                            "The cursor is not one that this list gave out; start again without 'after'.")
                    .field("after", "unknown cursor");
        }
    }
}
