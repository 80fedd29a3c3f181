package org.colonnade.platform.dossier.internal;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.LongSupplier;
import org.colonnade.platform.api.Caller;
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

    private final ConcurrentMap<Key, Known> known = new ConcurrentHashMap<>();
    private final Set<Key> asked = ConcurrentHashMap.newKeySet();
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
        Key key = Key.of(kind);
        Known found = known.get(key);
        if (found == null) {
            return fresh(work, kind);
        }
        if (nanos.getAsLong() - found.at() <= FRESH.toNanos() || !asked.add(key)) {
            return found.fields();
        }
        try {
            return fresh(work, kind);
        } finally {
            asked.remove(key);
        }
    }

    /** As they are now. */
    List<CustomField> fresh(Work work, String kind) throws SQLException {
        long at = nanos.getAsLong();
        List<CustomField> fields = List.copyOf(FieldStore.active(work, kind));
        if (known.size() > MOST_KINDS) {
            known.clear();
        }
        known.put(Key.of(kind), new Known(fields, at));
        return fields;
    }

    /** Something was changed here. */
    void forget(String kind) {
        known.remove(Key.of(kind));
    }

    /** Each company has custom fields of its own. */
    private record Key(long company, String kind) {

        static Key of(String kind) {
            return new Key(Caller.current().company(), kind);
        }
    }

    private record Known(List<CustomField> fields, long at) {}
}
