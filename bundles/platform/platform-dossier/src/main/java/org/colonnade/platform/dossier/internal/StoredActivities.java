package org.colonnade.platform.dossier.internal;

import java.util.List;
import java.util.UUID;
import java.util.function.LongConsumer;
import java.util.function.UnaryOperator;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Fields;
import org.colonnade.platform.api.Page;
import org.colonnade.platform.api.PageRequest;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.Tsid;
import org.colonnade.platform.api.dossier.Activities;
import org.colonnade.platform.api.dossier.Activity;
import org.colonnade.platform.api.dossier.ActivityDraft;
import org.colonnade.platform.api.dossier.ActivityQuery;
import org.colonnade.platform.api.dossier.ActivityState;
import org.colonnade.platform.api.dossier.CalendarReport;
import org.colonnade.platform.api.dossier.event.ActivityCancelled;
import org.colonnade.platform.api.dossier.event.ActivityDone;
import org.colonnade.platform.api.dossier.event.ActivityPlanned;
import org.colonnade.platform.api.event.DomainEvent;
import org.colonnade.platform.api.problem.Conflict;
import org.colonnade.platform.api.store.Tx;
import org.colonnade.platform.api.store.Work;
import org.colonnade.platform.dossier.internal.calendar.CalendarText;
import org.colonnade.platform.dossier.internal.domain.ActivityRule;
import org.colonnade.platform.dossier.internal.domain.UidKey;
import org.colonnade.platform.dossier.internal.store.ActivityStore;
import org.colonnade.platform.dossier.internal.store.ActivityStore.Change;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Activities in the dossier's own tables. */
@Component(service = Activities.class)
public final class StoredActivities implements Activities {

    private static final int FEED = 1000;

    private final Tx tx;
    private final Records records;
    private final ActivityView view;
    private final CalendarIntake intake;

    @Activate
    public StoredActivities(
            @Reference(target = "(module=dossier)") Tx tx,
            @Reference Records records,
            @Reference ActivityView view,
            @Reference CalendarIntake intake) {
        this.tx = tx;
        this.records = records;
        this.view = view;
        this.intake = intake;
    }

    @Override
    public Page<Activity> find(Actor actor, ActivityQuery q, PageRequest page) {
        actor.require(DossierModule.READ);
        Ref about = q.about() == null ? null : records.read(actor, q.about());
        ActivityQuery query = new ActivityQuery(about, q.owner(), q.state(), q.type(), q.from(), q.to());
        Page<Activity> found = tx.read(work -> ActivityStore.find(work, query, page));
        return new Page<>(view.of(actor, found.items()), found.next());
    }

    @Override
    public Activity get(Actor actor, String id) {
        actor.require(DossierModule.READ);
        return view.of(actor, find(id));
    }

    @Override
    public Activity plan(Actor actor, ActivityDraft draft) {
        actor.require(DossierModule.CHANGE);
        check(draft);
        List<Ref> about = draft.about().stream()
                .map(record -> records.read(actor, record))
                .distinct()
                .toList();
        ActivityDraft plan = ActivityRule.complete(draft, about, actor.ref());
        String uid = UUID.randomUUID().toString();
        Activity planned = tx.write(work -> {
            Activity added = ActivityStore.add(
                    work,
                    new Change(plan, ActivityState.PLANNED, 0, false, null, actor.ref()),
                    uid,
                    UidKey.of(uid, plan.recurrence()));
            work.publish(new ActivityPlanned(added.ref(), plan.type(), plan.owner(), plan.about()));
            return added;
        });
        return view.of(actor, planned);
    }

    @Override
    public Activity change(Actor actor, String id, LongConsumer seen, UnaryOperator<ActivityDraft> edit) {
        actor.require(DossierModule.CHANGE);
        view.requireChange(actor, find(id));
        Activity changed = tx.write(work -> {
            Activity stored = locked(work, id);
            seen.accept(stored.version());
            if (stored.state() != ActivityState.PLANNED) {
                throw ended();
            }
            ActivityDraft edited = edit.apply(view.of(actor, stored).plan());
            check(edited);
            ActivityDraft plan = complete(actor, stored, edited);
            return plan.equals(stored.plan()) ? stored : store(work, stored, plan, actor);
        });
        return view.of(actor, changed);
    }

    /** Records that were named before need not be looked for again. */
    private ActivityDraft complete(Actor actor, Activity stored, ActivityDraft edited) {
        List<Ref> about = edited.about().stream()
                .map(record -> stored.plan().about().contains(record) ? record : records.read(actor, record))
                .distinct()
                .toList();
        ActivityDraft whole = view.restored(
                actor,
                stored,
                ActivityRule.complete(edited, about, stored.plan().owner()));
        return whole;
    }

    private static Activity store(Work work, Activity stored, ActivityDraft plan, Actor actor)
            throws java.sql.SQLException {
        boolean significant = ActivityRule.significant(stored.plan(), plan);
        Boolean told = significant ? Boolean.FALSE : null;
        int sequence = stored.sequence() + (significant ? 1 : 0);
        return ActivityStore.change(
                work, stored.id(), new Change(plan, ActivityState.PLANNED, sequence, told, null, actor.ref()));
    }

    @Override
    public Activity done(Actor actor, String id, LongConsumer seen) {
        return end(actor, id, seen, ActivityState.DONE);
    }

    @Override
    public Activity cancel(Actor actor, String id, LongConsumer seen) {
        return end(actor, id, seen, ActivityState.CANCELLED);
    }

    private Activity end(Actor actor, String id, LongConsumer seen, ActivityState state) {
        actor.require(DossierModule.CHANGE);
        view.requireChange(actor, find(id));
        Activity ended = tx.write(work -> {
            Activity stored = locked(work, id);
            if (stored.state() == state) {
                return stored;
            }
            seen.accept(stored.version());
            if (stored.state() != ActivityState.PLANNED) {
                throw ended();
            }
            int sequence = stored.sequence() + (state == ActivityState.CANCELLED ? 1 : 0);
            work.publish(event(stored, state));
            return ActivityStore.change(
                    work, id, new Change(stored.plan(), state, sequence, true, work.now(), actor.ref()));
        });
        return view.of(actor, ended);
    }

    /** What is told of an activity that came to its end. */
    static DomainEvent event(Activity activity, ActivityState state) {
        ActivityDraft plan = activity.plan();
        return state == ActivityState.DONE
                ? new ActivityDone(activity.ref(), plan.type(), plan.owner(), plan.about())
                : new ActivityCancelled(activity.ref(), plan.type(), plan.owner(), plan.about());
    }

    @Override
    public String calendar(Actor actor, String id) {
        return CalendarText.of(List.of(get(actor, id)));
    }

    @Override
    public String feed(Actor actor, Ref owner) {
        actor.require(DossierModule.READ);
        List<Activity> all = tx.read(work -> ActivityStore.newest(work, owner, FEED));
        return CalendarText.of(view.of(actor, all));
    }

    @Override
    public CalendarReport take(Actor actor, String calendar, Ref about) {
        actor.require(DossierModule.CHANGE);
        Ref record = about == null ? null : records.read(actor, about);
        return intake.take(actor, calendar, record);
    }

    private Activity find(String id) {
        return tx.read(work -> ActivityStore.find(work, Tsid.parse(id))).orElseThrow(() -> ActivityView.missing(id));
    }

    private static Activity locked(Work work, String id) throws java.sql.SQLException {
        return ActivityStore.locked(work, Tsid.parse(id)).orElseThrow(() -> ActivityView.missing(id));
    }

    private static void check(ActivityDraft draft) {
        Fields faults = new Fields();
        ActivityRule.check(draft, faults);
        faults.orReject("platform.activity.invalid");
    }

    private static Conflict ended() {
        return new Conflict(
                "platform.activity.ended", "The activity is done or cancelled already; plan another one instead.");
    }
}
