package org.colonnade.platform.records.internal;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.colonnade.platform.api.Module;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.problem.Unavailable;
import org.colonnade.platform.api.record.RecordDesk;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** The kinds of record of the functions that are here now, by {@code <module>:<type>}. */
@Component(service = Shelf.class)
public final class Shelf {

    private final Map<String, Upkeep<?, ?>> kinds = new ConcurrentHashMap<>();

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC, unbind = "gone")
    void here(Module module) {
        for (RecordDesk<?, ?> desk : module.records()) {
            if (desk instanceof Upkeep<?, ?> upkeep) {
                kinds.put(desk.kind().key(), upkeep);
            }
        }
    }

    void gone(Module module) {
        module.records().forEach(desk -> kinds.remove(desk.kind().key(), desk));
    }

    /** The upkeep of a kind, or null. */
    Upkeep<?, ?> find(Ref kind) {
        return kinds.get(kind.module() + ':' + kind.type());
    }

    /** The upkeep of a kind. @throws Unavailable {@code platform.function.stopped} while its function is away */
    Upkeep<?, ?> need(String kind) {
        Upkeep<?, ?> upkeep = kinds.get(kind);
        if (upkeep == null) {
            throw new Unavailable(
                    "platform.function.stopped",
                    "The function that keeps records of the kind '" + kind + "' is not here now.",
                    Duration.ofSeconds(10));
        }
        return upkeep;
    }

    /** All kinds. */
    Map<String, Upkeep<?, ?>> all() {
        return Map.copyOf(kinds);
    }
}
