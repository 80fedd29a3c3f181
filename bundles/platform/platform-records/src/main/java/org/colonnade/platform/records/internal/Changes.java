package org.colonnade.platform.records.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.record.Kept;
import org.colonnade.platform.api.store.Work;
import org.colonnade.platform.api.web.MergePatch;

/** Applies a merge patch to a record: its fields, and with them custom fields and tags. */
final class Changes<V extends Record, D extends Record> {

    private final Upkeep<V, D> upkeep;

    Changes(Upkeep<V, D> upkeep) {
        this.upkeep = upkeep;
    }

    Kept<V> apply(Actor actor, String id, LongConsumer expected, MergePatch patch) {
        boolean custom = patch.has("custom");
        boolean tags = patch.has("tags") && upkeep.plan().field("tags") == null;
        Extras named = RecordPlace.extras(custom ? patch.take("custom") : null, tags ? patch.take("tags") : null);
        return upkeep.tx().write(work -> {
            Extras wanted = new Extras(
                    named.custom() == null ? null : merged(work, actor, id, named.custom()),
                    tags && named.tags() == null ? List.of() : named.tags());
            return upkeep.change(actor, id, expected, (draft, same) -> patch.applyTo(draft), wanted);
        });
    }

    /** What is named is set, null clears, the rest stays (RFC 7396). */
    private Map<String, Object> merged(Work work, Actor actor, String id, Map<String, Object> named) {
        Map<String, Object> all =
                new HashMap<>(upkeep.book().custom(work, List.of(id), actor).getOrDefault(id, Map.of()));
        all.putAll(named);
        return all;
    }
}
