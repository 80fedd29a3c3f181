package org.colonnade.platform.records.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.dossier.RecordAccess;
import org.colonnade.platform.api.event.EventLog.Entry;
import org.colonnade.platform.api.event.EventSight;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Asks the functions that keep the records whether somebody sees those that events happened to; a kind at a time. */
@Component(service = EventSight.class)
public final class EventsInView implements EventSight {

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    final List<RecordAccess> accesses = new CopyOnWriteArrayList<>();

    @Activate
    public EventsInView() {}

    /** With these functions. */
    public EventsInView(Collection<RecordAccess> accesses) {
        this.accesses.addAll(accesses);
    }

    @Override
    public List<Entry> seen(Actor actor, List<Entry> events) {
        if (actor.may(READ_ALL)) {
            return List.copyOf(events);
        }
        if (!actor.may(READ) || events.isEmpty()) {
            return List.of();
        }
        Map<String, Set<Ref>> kinds = new LinkedHashMap<>();
        for (Entry event : events) {
            Ref subject = subject(event);
            if (subject != null) {
                kinds.computeIfAbsent(kind(subject), any -> new LinkedHashSet<>())
                        .add(subject);
            }
        }
        Map<Ref, Boolean> view = new HashMap<>();
        kinds.values().forEach(records -> look(actor, records, view));
        List<Entry> seen = new ArrayList<>();
        for (Entry event : events) {
            Boolean whole = view.get(subject(event));
            if (whole != null) {
                seen.add(whole ? event : emptied(event));
            }
        }
        return seen;
    }

    /** Notes those of the records that the actor sees, and whether as a whole. */
    private void look(Actor actor, Set<Ref> records, Map<Ref, Boolean> view) {
        Ref kind = records.iterator().next();
        for (RecordAccess access : accesses) {
            if (access.knows(kind)) {
                Set<Ref> readable = access.seesAll(actor, kind) ? records : readable(access, actor, records);
                if (!readable.isEmpty()) {
                    boolean whole = access.seesWhole(actor, kind);
                    readable.forEach(record -> view.put(record, whole));
                }
                return;
            }
        }
    }

    private static Set<Ref> readable(RecordAccess access, Actor actor, Set<Ref> records) {
        Set<Ref> readable = new HashSet<>(access.readable(actor, records));
        readable.retainAll(records);
        return readable;
    }

    private static Entry emptied(Entry event) {
        return new Entry(
                event.id(),
                event.position(),
                event.type(),
                event.subject(),
                event.at(),
                event.actor(),
                event.requestId(),
                NOTHING);
    }

    private static String kind(Ref record) {
        return record.module() + ':' + record.type();
    }

    private static Ref subject(Entry event) {
        try {
            return Ref.parse(event.subject());
        } catch (IllegalArgumentException none) {
            return null;
        }
    }
}
