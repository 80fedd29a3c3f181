package org.colonnade.crm.internal.timeline;

import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.colonnade.crm.api.Party;
import org.colonnade.crm.api.PartyDirectory;
import org.colonnade.crm.api.spi.TimelineContributor;
import org.colonnade.crm.api.spi.TimelineEntry;
import org.colonnade.crm.api.timeline.Timeline;
import org.colonnade.crm.api.timeline.TimelinePage;
import org.colonnade.crm.internal.domain.timeline.Merged;
import org.colonnade.crm.internal.domain.timeline.Place;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Fields;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.dossier.RecordAccess;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Merges what the contributors tell that are here now. */
@Component(service = Timeline.class)
public class MergedTimeline implements Timeline {

    private static final int MOST = 200;
    private static final Duration PATIENCE = Duration.ofMillis(500);

    private final PartyDirectory directory;
    private final Asking asking;
    private final Collection<TimelineContributor> contributors = new CopyOnWriteArrayList<>();
    private final Collection<RecordAccess> guards = new CopyOnWriteArrayList<>();

    @Activate
    public MergedTimeline(@Reference PartyDirectory directory) {
        this(directory, PATIENCE);
    }

    MergedTimeline(PartyDirectory directory, Duration patience) {
        this.directory = directory;
        this.asking = new Asking(patience);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC, unbind = "leave")
    void join(TimelineContributor contributor) {
        contributors.add(contributor);
    }

    void leave(TimelineContributor contributor) {
        contributors.remove(contributor);
        asking.forget(contributor);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC, unbind = "dismiss")
    void appoint(RecordAccess guard) {
        guards.add(guard);
    }

    void dismiss(RecordAccess guard) {
        guards.remove(guard);
    }

    @Deactivate
    void close() {
        asking.close();
    }

    @Override
    public TimelinePage of(Actor actor, String id, String before, int limit, Set<String> kinds) {
        Party party = directory.get(actor, id);
        if (limit < 1 || limit > MOST) {
            new Fields().wrong("limit", "is 1 to " + MOST).orReject("crm.timeline.invalid");
        }
        Place from = Place.parse(before);
        List<TimelineContributor> wanted = contributors.stream()
                .filter(one -> one.kinds().stream().anyMatch(kind -> concerns(kind, kinds)))
                .toList();
        int asked = limit + from.seen() + 1;
        Asking.Answers answers = asking.ask(wanted, actor, party.ref(), from.asked(), asked);
        Merged merged = Merged.of(answers.told(), asked, from, limit, kinds);
        return new TimelinePage(
                seen(actor, merged.items()),
                merged.next() == null ? null : merged.next().text(),
                answers.missing());
    }

    /** Whether entries of which the kinds begin so can be wanted. */
    private static boolean concerns(String beginning, Set<String> kinds) {
        return Merged.wanted(beginning, kinds) || kinds.stream().anyMatch(kind -> kind.startsWith(beginning));
    }

    /** A second look at the rights: what the function that keeps a record would not show is not told either. */
    private List<TimelineEntry> seen(Actor actor, List<TimelineEntry> items) {
        List<TimelineEntry> left = items;
        for (RecordAccess guard : guards) {
            Set<Ref> known = new HashSet<>();
            left.stream()
                    .map(TimelineEntry::record)
                    .filter(record -> record != null && guard.knows(record))
                    .forEach(known::add);
            if (!known.isEmpty()) {
                Set<Ref> readable = guard.readable(actor, known);
                left = left.stream()
                        .filter(entry -> !known.contains(entry.record()) || readable.contains(entry.record()))
                        .toList();
            }
        }
        return left;
    }
}
