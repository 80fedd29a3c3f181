package org.colonnade.platform.records.internal;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.colonnade.platform.api.Module;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.privacy.RetentionTarget;
import org.colonnade.platform.api.problem.Unavailable;
import org.colonnade.platform.api.record.RecordDesk;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The kinds of record of the functions that are here now, by {@code <module>:<type>}. */
@Component(service = Shelf.class)
public final class Shelf {

    private final Map<String, Upkeep<?, ?>> kinds = new ConcurrentHashMap<>();
    private final Map<String, ServiceRegistration<?>> offered = new ConcurrentHashMap<>();
    private final BundleContext context;
    private final Companions companions;

    @Activate
    public Shelf(BundleContext context, @Reference Companions companions) {
        this.context = context;
        this.companions = companions;
    }

    /** A function is here with its kinds; how long those are kept that it keeps itself, it says itself. */
    void here(Module module) {
        for (RecordDesk<?, ?> desk : module.records()) {
            if (desk instanceof Upkeep<?, ?> upkeep) {
                kinds.put(desk.kind().key(), upkeep);
                if (upkeep.kind().rows() == null) {
                    offer(upkeep);
                }
            }
        }
    }

    /** A function leaves. */
    void gone(Module module) {
        for (RecordDesk<?, ?> desk : module.records()) {
            if (kinds.remove(desk.kind().key(), desk)) {
                ServiceRegistration<?> retention = offered.remove(desk.kind().key());
                if (retention != null) {
                    retention.unregister();
                }
            }
        }
    }

    private <V extends Record, D extends Record> void offer(Upkeep<V, D> upkeep) {
        offered.put(
                upkeep.kind().key(),
                context.registerService(RetentionTarget.class, new KindRetention<>(upkeep, companions), null));
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
