package org.colonnade.platform.dossier.internal;

import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Fields;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.dossier.Activity;
import org.colonnade.platform.api.dossier.ActivityDraft;
import org.colonnade.platform.api.dossier.ActivityState;
import org.colonnade.platform.api.dossier.CalendarReport;
import org.colonnade.platform.api.dossier.event.ActivityPlanned;
import org.colonnade.platform.api.problem.Rejected;
import org.colonnade.platform.api.store.Tx;
import org.colonnade.platform.api.store.Work;
import org.colonnade.platform.dossier.internal.calendar.CalendarReader;
import org.colonnade.platform.dossier.internal.calendar.Entry;
import org.colonnade.platform.dossier.internal.domain.ActivityRule;
import org.colonnade.platform.dossier.internal.domain.Digest;
import org.colonnade.platform.dossier.internal.domain.UidKey;
import org.colonnade.platform.dossier.internal.store.ActivityStore;
import org.colonnade.platform.dossier.internal.store.ActivityStore.Change;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Takes calendars in, in one transaction: what can be read is taken, what cannot is named. */
@Component(service = CalendarIntake.class)
public final class CalendarIntake {

    private static final int MOST = 10_000;

    private final Tx tx;
    private final ActivityView view;

    @Activate
    public CalendarIntake(@Reference(target = "(module=dossier)") Tx tx, @Reference ActivityView view) {
        this.tx = tx;
        this.view = view;
    }

    CalendarReport take(Actor actor, String calendar, Ref about) {
        if (!CalendarReader.isCalendar(calendar) || !Fields.storable(calendar)) {
            throw new Rejected(
                    "platform.calendar.unreadable",
                    "This is no iCalendar object: it has no BEGIN:VCALENDAR, or is no text.");
        }
        List<Entry> entries = CalendarReader.read(calendar);
        if (entries.size() > MOST) {
            throw new Rejected("platform.calendar.too-many", "A calendar has at most " + MOST + " events and to-dos.");
        }
        return tx.write(work -> {
            IntakeTally tally = new IntakeTally();
            Set<String> seen = new HashSet<>();
            for (Entry entry : entries) {
                if (entry.refusal() != null) {
                    tally.refuse(entry, entry.refusal());
                } else {
                    take(work, actor, about, entry, seen, tally);
                }
            }
            return tally.report();
        });
    }

    private void take(Work work, Actor actor, Ref about, Entry entry, Set<String> seen, IntakeTally tally)
            throws SQLException {
        Fields faults = new Fields();
        ActivityRule.checkForeign(entry.draft(), faults);
        if (!faults.faults().isEmpty()) {
            Rejected.Field first = faults.faults().get(0);
            tally.refuse(entry, "Its " + first.field() + ' ' + first.fault() + '.');
            return;
        }
        String key = UidKey.of(entry.uid(), entry.draft().recurrence());
        switch (entry.method()) {
            case "REPLY" -> new ReplyNote(work, actor, view).note(entry, key, tally);
            case "CANCEL" -> cancel(work, actor, entry, key, tally);
            case "PUBLISH", "REQUEST", "ADD" -> put(work, actor, about, entry, unseen(key, entry, seen), tally);
            default -> tally.refuse(
                    entry, "What the calendar asks for (" + shown(entry.method()) + ") is not done here.");
        }
    }

    /** Some programs give one name to several events of a calendar; they are told apart by what they are. */
    private static String unseen(String key, Entry entry, Set<String> seen) {
        return seen.add(entry.calendar() + key) ? key : Digest.of(key + entry.draft());
    }

    private static String shown(String method) {
        return method.matches("[A-Z-]{1,30}") ? method : "something unknown";
    }

    private void put(Work work, Actor actor, Ref about, Entry entry, String key, IntakeTally tally)
            throws SQLException {
        Activity present = ActivityStore.ofUid(work, key).stream()
                .filter(one -> one.plan().owner().equals(actor.ref()))
                .findFirst()
                .orElse(null);
        List<Ref> records = about == null ? List.of() : List.of(about);
        if (present == null) {
            add(work, actor, ActivityRule.complete(entry.draft(), records, actor.ref()), entry, key);
            tally.added();
            return;
        }
        List<Ref> all = new java.util.ArrayList<>(present.plan().about());
        records.stream().filter(record -> !all.contains(record)).forEach(all::add);
        ActivityDraft plan = ActivityRule.complete(entry.draft(), all, actor.ref());
        boolean older = entry.sequence() < present.sequence() || present.state() != ActivityState.PLANNED;
        boolean same = plan.equals(present.plan()) && entry.state() == present.state();
        if (older || same) {
            tally.unchanged();
            return;
        }
        boolean ends = entry.state() != ActivityState.PLANNED;
        if (ends) {
            work.publish(StoredActivities.event(present, entry.state()));
        }
        Boolean told = ActivityRule.significant(present.plan(), plan) ? Boolean.valueOf(past(plan, work)) : null;
        ActivityStore.change(
                work,
                present.id(),
                new Change(plan, entry.state(), entry.sequence(), told, ends ? work.now() : null, actor.ref()));
        tally.changed();
    }

    private static void add(Work work, Actor actor, ActivityDraft plan, Entry entry, String key) throws SQLException {
        boolean planned = entry.state() == ActivityState.PLANNED;
        // nobody is to be told today that something of years ago was not done
        Change change = new Change(
                plan, entry.state(), entry.sequence(), past(plan, work), planned ? null : work.now(), actor.ref());
        Activity added = ActivityStore.add(work, change, entry.uid(), key);
        if (planned) {
            work.publish(new ActivityPlanned(added.ref(), plan.type(), plan.owner(), plan.about()));
        }
    }

    private static boolean past(ActivityDraft plan, Work work) {
        return ActivityRule.dueAt(plan) != null && ActivityRule.dueAt(plan).isBefore(work.now());
    }

    private static void cancel(Work work, Actor actor, Entry entry, String key, IntakeTally tally) throws SQLException {
        Activity present = ActivityStore.ofUid(work, key).stream()
                .filter(one -> one.plan().owner().equals(actor.ref()))
                .findFirst()
                .orElse(null);
        if (present == null) {
            tally.refuse(entry, "There is no such activity of yours to be cancelled.");
        } else if (present.state() != ActivityState.PLANNED || entry.sequence() < present.sequence()) {
            tally.unchanged();
        } else {
            work.publish(StoredActivities.event(present, ActivityState.CANCELLED));
            ActivityStore.change(
                    work,
                    present.id(),
                    new Change(
                            present.plan(), ActivityState.CANCELLED, entry.sequence(), true, work.now(), actor.ref()));
            tally.cancelled();
        }
    }
}
