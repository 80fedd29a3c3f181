package org.colonnade.platform.dossier.internal.store;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.colonnade.platform.api.Page;
import org.colonnade.platform.api.PageRequest;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.Tsid;
import org.colonnade.platform.api.dossier.Activity;
import org.colonnade.platform.api.dossier.ActivityDraft;
import org.colonnade.platform.api.dossier.ActivityQuery;
import org.colonnade.platform.api.dossier.ActivityState;
import org.colonnade.platform.api.dossier.Attendee;
import org.colonnade.platform.api.store.Work;
import org.colonnade.platform.dossier.internal.domain.ActivityRule;

/** The activities' tables. */
public final class ActivityStore {

    /** Sorts what has no time behind everything else. */
    private static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

    private static final Instant EVER = Instant.parse("0001-01-01T00:00:00Z");

    private static final String ALL =
            """
            select * from dossier_activity a
             where a.state like ? and a.activity_type like ? and a.sort_at >= ? and a.sort_at < ?
               and (a.sort_at > ? or a.sort_at = ? and a.id > ?) order by a.sort_at, a.id limit ?""";
    private static final String OF_OWNER =
            """
            select * from dossier_activity a
             where a.owner = ? and a.state like ? and a.activity_type like ? and a.sort_at >= ? and a.sort_at < ?
               and (a.sort_at > ? or a.sort_at = ? and a.id > ?) order by a.sort_at, a.id limit ?""";
    private static final String ABOUT =
            """
            select a.* from dossier_activity_about r join dossier_activity a on a.id = r.activity_id
             where r.kind = ? and r.record_id = ? and ? in ('%', a.owner)
               and a.state like ? and a.activity_type like ? and a.sort_at >= ? and a.sort_at < ?
               and (a.sort_at > ? or a.sort_at = ? and a.id > ?) order by a.sort_at, a.id limit ?""";
    private static final String NEWEST =
            "select * from dossier_activity where owner = ? order by sort_at desc, id desc limit ?";
    private static final String ONE = "select * from dossier_activity where id = ?";
    private static final String LOCKED = "select * from dossier_activity where id = ? for update";
    private static final String OF_UID = "select * from dossier_activity where uid_key = ? order by id for update";
    private static final String ADD =
            """
            insert into dossier_activity (activity_type, state, subject, activity_text, owner, start_local, end_local, due_local,
                zone, all_day, duration, reminder_minutes, location, organizer, recurrence, sequence, start_at, due_at, sort_at,
                overdue_told, ended_at, changed_by, changed_at, id, version, uid, uid_key, created_by, created_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?, ?, ?, ?)""";
    private static final String CHANGE =
            """
            update dossier_activity set version = version + 1, activity_type = ?, state = ?, subject = ?, activity_text = ?, owner = ?,
                start_local = ?, end_local = ?, due_local = ?, zone = ?, all_day = ?, duration = ?, reminder_minutes = ?, location = ?,
                organizer = ?, recurrence = ?, sequence = ?, start_at = ?, due_at = ?, sort_at = ?,
                overdue_told = coalesce(cast(? as boolean), overdue_told), ended_at = ?,
                changed_by = ?, changed_at = ?
             where id = ?""";
    private static final String OVERDUE =
            """
            select * from dossier_activity
             where state = 'PLANNED' and overdue_told = false and due_at < ? order by due_at, id limit ?""";
    private static final String TELL =
            "update dossier_activity set overdue_told = true where id = ? and state = 'PLANNED' and overdue_told = false";
    private static final String CLEAR_ABOUT = "delete from dossier_activity_about where activity_id = ?";
    private static final String ADD_ABOUT =
            "insert into dossier_activity_about (activity_id, place, kind, record_id) values (?, ?, ?, ?)";
    private static final String CLEAR_ATTENDEES = "delete from dossier_activity_attendee where activity_id = ?";
    private static final String ADD_ATTENDEE =
            "insert into dossier_activity_attendee (activity_id, place, email, attendee_name, reply) values (?, ?, ?, ?, ?)";

    private ActivityStore() {}

    /** A page in the list's order, in whoever's view. */
    public static Page<Activity> find(Work work, ActivityQuery query, PageRequest page) throws SQLException {
        List<Object> parameters = new ArrayList<>();
        String constant = ALL;
        if (query.about() != null) {
            constant = ABOUT;
            parameters.add(Kinds.of(query.about()));
            parameters.add(query.about().id());
            parameters.add(query.owner() == null ? "%" : query.owner().toString());
        } else if (query.owner() != null) {
            constant = OF_OWNER;
            parameters.add(query.owner());
        }
        parameters.add(query.state() == null ? "%" : query.state());
        parameters.add(query.type() == null ? "%" : query.type());
        parameters.add(query.from() == null ? EVER : query.from());
        parameters.add(query.to() == null ? NEVER.plusSeconds(1) : query.to());
        List<String> after = page.keys(2);
        Instant at = after.isEmpty() ? EVER : ActivityRows.cursor(after.get(0));
        parameters.add(at);
        parameters.add(at);
        parameters.add(after.isEmpty() ? -1L : Tsid.parse(after.get(1)));
        parameters.add(page.limit() + 1);
        List<Activity> found =
                ActivityRows.complete(work, Sql.query(work, constant, ActivityRows::read, parameters.toArray()));
        return Pages.of(found, page, last -> PageRequest.cursor(sortAt(last.plan()), last.id()));
    }

    /** Those of an owner, the latest first. */
    public static List<Activity> newest(Work work, Ref owner, int limit) throws SQLException {
        return ActivityRows.complete(work, Sql.query(work, NEWEST, ActivityRows::read, owner, limit));
    }

    public static Optional<Activity> find(Work work, long id) throws SQLException {
        return ActivityRows.complete(work, Sql.query(work, ONE, ActivityRows::read, id)).stream()
                .findFirst();
    }

    /** The activity, held until the transaction ends. */
    public static Optional<Activity> locked(Work work, long id) throws SQLException {
        return ActivityRows.complete(work, Sql.query(work, LOCKED, ActivityRows::read, id)).stream()
                .findFirst();
    }

    /** Those of a calendar's name, of any owner, held until the transaction ends. */
    public static List<Activity> ofUid(Work work, String uidKey) throws SQLException {
        return ActivityRows.complete(work, Sql.query(work, OF_UID, ActivityRows::read, uidKey));
    }

    /** Planned ones past their time of which nobody was told. */
    public static List<Activity> overdue(Work work, Instant now, int limit) throws SQLException {
        return ActivityRows.complete(work, Sql.query(work, OVERDUE, ActivityRows::read, now, limit));
    }

    /** Whether it is this transaction that tells. */
    public static boolean tell(Work work, Activity activity) throws SQLException {
        return Sql.update(work, TELL, Tsid.parse(activity.id())) == 1;
    }

    /**
     * Adds an activity.
     *
     * @param uidKey under which it is found again by a calendar
     */
    public static Activity add(Work work, Change change, String uid, String uidKey) throws SQLException {
        long id = work.newId();
        List<Object> row = columns(work, change);
        row.addAll(java.util.Arrays.asList(id, uid, uidKey, change.by(), work.now()));
        Sql.update(work, ADD, row.toArray());
        parts(work, id, change.plan());
        return find(work, id).orElseThrow();
    }

    public static Activity change(Work work, String id, Change change) throws SQLException {
        List<Object> row = columns(work, change);
        row.add(Tsid.parse(id));
        Sql.update(work, CHANGE, row.toArray());
        parts(work, Tsid.parse(id), change.plan());
        return find(work, Tsid.parse(id)).orElseThrow();
    }

    /**
     * How an activity shall be.
     *
     * @param plan complete
     * @param told whether nobody has to be told any more that it is overdue; null leaves that as it is
     * @param endedAt when it was done or cancelled, or null
     * @param by who does it
     */
    public record Change(
            ActivityDraft plan, ActivityState state, int sequence, Boolean told, Instant endedAt, Ref by) {}

    private static List<Object> columns(Work work, Change change) {
        ActivityDraft plan = change.plan();
        List<Object> row = new ArrayList<>(List.of(plan.type(), change.state(), plan.subject()));
        row.add(plan.text());
        row.add(plan.owner());
        row.add(plan.start());
        row.add(plan.end());
        row.add(plan.due());
        row.add(plan.zone().getId());
        row.add(plan.allDay());
        row.add(plan.duration() == null ? null : plan.duration().toString());
        row.add(plan.reminderMinutes());
        row.add(plan.location());
        row.add(plan.organizer());
        row.add(String.join("\n", plan.recurrence()));
        row.add(change.sequence());
        row.add(ActivityRule.startAt(plan));
        row.add(ActivityRule.dueAt(plan));
        row.add(sortAt(plan));
        row.add(plan.recurrence().isEmpty() ? change.told() : Boolean.TRUE);
        row.add(change.endedAt());
        row.add(change.by());
        row.add(work.now());
        return row;
    }

    private static Instant sortAt(ActivityDraft plan) {
        LocalDateTime time = plan.due() == null ? plan.start() : plan.due();
        return time == null ? NEVER : time.atZone(plan.zone()).toInstant();
    }

    private static void parts(Work work, long id, ActivityDraft plan) throws SQLException {
        Sql.update(work, CLEAR_ABOUT, id);
        Sql.update(work, CLEAR_ATTENDEES, id);
        List<Object[]> about = new ArrayList<>();
        for (Ref record : plan.about()) {
            about.add(new Object[] {id, about.size(), Kinds.of(record), record.id()});
        }
        Sql.batch(work, ADD_ABOUT, about);
        List<Object[]> attendees = new ArrayList<>();
        for (Attendee one : plan.attendees()) {
            attendees.add(new Object[] {
                id, attendees.size(), one.email(), one.name(), one.reply().name()
            });
        }
        Sql.batch(work, ADD_ATTENDEE, attendees);
    }
}
