package org.colonnade.platform.dossier.internal;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.dossier.Activity;
import org.colonnade.platform.api.dossier.ActivityDraft;
import org.colonnade.platform.api.dossier.Attendee;
import org.colonnade.platform.api.problem.Forbidden;
import org.colonnade.platform.api.problem.NotFound;
import org.colonnade.platform.api.store.Work;
import org.colonnade.platform.dossier.internal.calendar.Entry;
import org.colonnade.platform.dossier.internal.store.ActivityStore;
import org.colonnade.platform.dossier.internal.store.ActivityStore.Change;

/** Notes what attendees answered (RFC 5546, 3.2.3): only those who were invited, and only to what they were last invited to. */
final class ReplyNote {

    private final Work work;
    private final Actor actor;
    private final ActivityView view;

    ReplyNote(Work work, Actor actor, ActivityView view) {
        this.work = work;
        this.actor = actor;
        this.view = view;
    }

    void note(Entry entry, String key, IntakeTally tally) throws SQLException {
        List<Activity> meant =
                ActivityStore.ofUid(work, key).stream().filter(this::mayChange).toList();
        if (meant.isEmpty()) {
            tally.refuse(entry, "There is no activity in your view that this answers.");
        }
        for (Activity activity : meant) {
            note(entry, activity, tally);
        }
    }

    private boolean mayChange(Activity activity) {
        try {
            view.requireChange(actor, activity);
            return true;
        } catch (Forbidden | NotFound refused) {
            return false;
        }
    }

    private void note(Entry entry, Activity activity, IntakeTally tally) throws SQLException {
        if (entry.sequence() < activity.sequence()) {
            tally.refuse(entry, "It answers an earlier version of the invitation.");
            return;
        }
        List<Attendee> attendees = new ArrayList<>(activity.plan().attendees());
        boolean changed = false;
        for (Attendee answer : entry.draft().attendees()) {
            int at = place(attendees, answer.email());
            if (at < 0) {
                tally.refuse(entry, "Who answers was not invited.");
            } else if (entry.answers().contains(answer.email())) {
                tally.refuse(entry, "The answer is none of accepted, declined, tentative.");
            } else if (attendees.get(at).reply() == answer.reply()) {
                tally.unchanged();
            } else {
                Attendee invited = attendees.get(at);
                attendees.set(at, new Attendee(invited.email(), invited.name(), answer.reply()));
                tally.replied();
                changed = true;
            }
        }
        if (changed) {
            store(activity, attendees);
        }
    }

    private void store(Activity activity, List<Attendee> attendees) throws SQLException {
        ActivityDraft p = activity.plan();
        ActivityDraft plan = new ActivityDraft(
                p.type(),
                p.subject(),
                p.text(),
                p.about(),
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
        ActivityStore.change(
                work,
                activity.id(),
                new Change(plan, activity.state(), activity.sequence(), null, activity.endedAt(), actor.ref()));
    }

    private static int place(List<Attendee> attendees, String email) {
        for (int i = 0; i < attendees.size(); i++) {
            if (attendees.get(i).email().equalsIgnoreCase(email)) {
                return i;
            }
        }
        return -1;
    }
}
