package org.colonnade.platform.schedules.internal;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.colonnade.platform.api.schedule.ScheduleKind;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** What can be scheduled on this node now; kinds come and go with their functions. */
@Component(service = Kinds.class)
public final class Kinds {

    private final Map<String, ScheduleKind> here = new ConcurrentHashMap<>();

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC, unbind = "leave")
    public void arrive(ScheduleKind kind) {
        here.put(kind.kind(), kind);
    }

    public void leave(ScheduleKind kind) {
        here.remove(kind.kind(), kind);
    }

    /** The kind, if its function is here. */
    Optional<ScheduleKind> find(String kind) {
        return Optional.ofNullable(kind).map(here::get);
    }

    /** All of them, by name. */
    public Collection<ScheduleKind> all() {
        return new TreeMap<>(here).values();
    }

    /** The function that a kind belongs to. */
    static String function(String kind) {
        int dot = kind.indexOf('.');
        return dot < 0 ? kind : kind.substring(0, dot);
    }
}
