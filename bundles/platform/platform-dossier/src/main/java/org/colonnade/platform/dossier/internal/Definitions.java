package org.colonnade.platform.dossier.internal;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.LongSupplier;
import org.colonnade.platform.api.dossier.CustomField;
import org.colonnade.platform.api.store.Work;
import org.colonnade.platform.dossier.internal.store.FieldStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * The active definitions by kind, remembered for {@link #FRESH}: reading records of a kind without custom fields costs no query, and a
 * change on another node counts soon. Whoever writes values reads the definitions anew in its own transaction.
 */
@Component(service = Definitions.class)
public final class Definitions {

    static final Duration FRESH = Duration.ofSeconds(2);

    private static final int MOST_KINDS = 10_000;

    private final ConcurrentMap<String, Known> known = new ConcurrentHashMap<>();
    private final Set<String> asked = ConcurrentHashMap.newKeySet();
    private final LongSupplier nanos;

    @Activate
    public Definitions() {
        this(System::nanoTime);
    }

    Definitions(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** As remembered; while one caller asks anew, the others take what is remembered a little longer. */
    List<CustomField> of(Work work, String kind) throws SQLException {
        Known found = known.get(kind);
        if (found == null) {
            return fresh(work, kind);
        }
        if (nanos.getAsLong() - found.at() <= FRESH.toNanos() || !asked.add(kind)) {
            return found.fields();
        }
        try {
            return fresh(work, kind);
        } finally {
            asked.remove(kind);
        }
    }

    /** As they are now. */
    List<CustomField> fresh(Work work, String kind) throws SQLException {
        long at = nanos.getAsLong();
        List<CustomField> fields = List.copyOf(FieldStore.active(work, kind));
        if (known.size() > MOST_KINDS) {
            known.clear();
        }
        known.put(kind, new Known(fields, at));
        return fields;
    }

    /** Something was changed here. */
    void forget(String kind) {
        known.remove(kind);
    }

    private record Known(List<CustomField> fields, long at) {}
}
