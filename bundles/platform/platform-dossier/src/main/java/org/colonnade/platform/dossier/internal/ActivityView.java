package org.colonnade.platform.dossier.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.dossier.Activity;
import org.colonnade.platform.api.dossier.ActivityDraft;
import org.colonnade.platform.api.problem.Forbidden;
import org.colonnade.platform.api.problem.NotFound;
import org.colonnade.platform.dossier.internal.domain.ActivityRule;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Which activities somebody sees, and how much of them: its owner all, others what concerns a record that they may see. */
@Component(service = ActivityView.class)
public final class ActivityView {

    private final Records records;

    @Activate
    public ActivityView(@Reference Records records) {
        this.records = records;
    }

    /** Those that are in view, as they are seen. */
    List<Activity> of(Actor actor, Collection<Activity> activities) {
        Set<Ref> asked = new HashSet<>();
        activities.forEach(activity -> asked.addAll(activity.plan().about()));
        Set<Ref> readable = records.readable(actor, asked);
        return activities.stream()
                .filter(activity -> owns(actor, activity)
                        || activity.plan().about().stream().anyMatch(readable::contains))
                .map(activity -> seen(activity, readable))
                .toList();
    }

    /** @throws NotFound {@code platform.activity.not-found} */
    Activity of(Actor actor, Activity activity) {
        return of(actor, List.of(activity)).stream().findFirst().orElseThrow(() -> missing(activity.id()));
    }

    /**
     * Lets those pass who may change it: its owner, and whoever may change one of the records.
     *
     * @throws Forbidden if it is in view, but none of the records may be changed
     */
    void requireChange(Actor actor, Activity activity) {
        of(actor, activity);
        boolean may =
                owns(actor, activity) || activity.plan().about().stream().anyMatch(record -> changeable(actor, record));
        if (!may) {
            throw new Forbidden(
                    "platform.activity.not-yours",
                    "Only its owner, and whoever may change a record that it is about, may change this activity.");
        }
    }

    /** What was edited by somebody who does not see all of its records: those that they do not see stay. */
    ActivityDraft restored(Actor actor, Activity stored, ActivityDraft edited) {
        Set<Ref> readable = records.readable(actor, stored.plan().about());
        if (readable.containsAll(stored.plan().about())) {
            return edited;
        }
        List<Ref> about = new ArrayList<>(stored.plan().about());
        about.removeIf(record -> readable.contains(record) && !edited.about().contains(record));
        edited.about().stream().filter(record -> !about.contains(record)).forEach(about::add);
        return ActivityRule.about(edited, about);
    }

    private boolean changeable(Actor actor, Ref record) {
        try {
            records.change(actor, record);
            return true;
        } catch (Forbidden | NotFound refused) {
            return false;
        }
    }

    static boolean owns(Actor actor, Activity activity) {
        return actor.administrator() || actor.ref().equals(activity.plan().owner());
    }

    private static Activity seen(Activity a, Set<Ref> readable) {
        List<Ref> about = a.plan().about().stream().filter(readable::contains).toList();
        return about.size() == a.plan().about().size()
                ? a
                : new Activity(
                        a.id(),
                        a.state(),
                        ActivityRule.about(a.plan(), about),
                        a.uid(),
                        a.sequence(),
                        a.startAt(),
                        a.dueAt(),
                        a.overdue(),
                        a.endedAt(),
                        a.createdBy(),
                        a.createdAt(),
                        a.changedBy(),
                        a.changedAt(),
                        a.version());
    }

    static NotFound missing(String id) {
        return NotFound.of("platform", "activity", id);
    }
}
