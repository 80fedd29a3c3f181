package org.colonnade.crm.internal.timeline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.colonnade.crm.api.spi.TimelineContributor;
import org.colonnade.crm.api.spi.TimelineEntry;
import org.colonnade.crm.internal.domain.timeline.Place;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Page;
import org.colonnade.platform.api.PageRequest;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.dossier.Activities;
import org.colonnade.platform.api.dossier.Activity;
import org.colonnade.platform.api.dossier.ActivityQuery;
import org.colonnade.platform.api.dossier.ActivityState;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * What was planned, done and cancelled about the party. Activities come in the order of their due times, so all of them are looked
 * through.
 */
@Component(service = TimelineContributor.class)
public class ActivitiesTold implements TimelineContributor {

    private static final String KIND = "platform.activity";
    private static final int MOST_PAGES = 10;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile Activities activities;

    @Activate
    public ActivitiesTold() {}

    ActivitiesTold(Activities activities) {
        this.activities = activities;
    }

    @Override
    public String module() {
        return "platform";
    }

    @Override
    public List<String> kinds() {
        return List.of(KIND);
    }

    @Override
    public List<TimelineEntry> entries(Actor actor, Ref party, Instant before, int limit) {
        Activities desk = activities;
        if (desk == null) {
            return List.of();
        }
        List<TimelineEntry> all = new ArrayList<>();
        String after = null;
        for (int pages = 0; pages < MOST_PAGES; pages++) {
            Page<Activity> page =
                    desk.find(actor, ActivityQuery.about(party), new PageRequest(PageRequest.MAX_LIMIT, after));
            page.items().forEach(activity -> tell(all, activity));
            after = page.next();
            if (after == null) {
                break;
            }
        }
        return all.stream()
                .filter(entry -> entry.at().isBefore(before))
                .sorted(Place.ORDER)
                .limit(limit)
                .toList();
    }

    private static void tell(List<TimelineEntry> all, Activity activity) {
        all.add(entry(activity, "planned", activity.createdAt(), activity.createdBy()));
        if (activity.state() != ActivityState.PLANNED && activity.endedAt() != null) {
            String what = activity.state() == ActivityState.DONE ? "done" : "cancelled";
            all.add(entry(activity, what, activity.endedAt(), activity.changedBy()));
        }
    }

    private static TimelineEntry entry(Activity activity, String what, Instant at, Ref by) {
        return new TimelineEntry(
                KIND + ':' + activity.id() + ':' + what,
                KIND + '.' + what,
                at,
                activity.ref(),
                by,
                Told.line(activity.plan().subject()),
                Map.of("type", activity.plan().type().name().toLowerCase(Locale.ROOT)));
    }
}
