package org.colonnade.platform.records.internal;

import java.util.List;
import java.util.Map;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Tsid;
import org.colonnade.platform.api.record.Kept;
import org.colonnade.platform.api.record.Turn;
import org.colonnade.platform.api.store.Tx;

/** A record that is about to be stored. */
final class Turned<V extends Record> implements Turn<V> {

    private final Kept<V> before;
    private final Kept<V> after;
    private final Asked<V> was;
    private final Asked<V> is;

    /** @param earlier what custom fields said that say something else now */
    Turned(Lists<V, ?> lists, Tx tx, Kept<V> before, Kept<V> after, Map<String, Object> earlier) {
        Actor rules = Actor.system("rules");
        List<Long> ids = List.of(Tsid.parse(after.id()));
        this.before = before;
        this.after = after;
        this.was = new Asked<>(lists, tx, rules, ids, earlier);
        this.is = new Asked<>(lists, tx, rules, ids, Map.of());
    }

    @Override
    public Kept<V> before() {
        return before;
    }

    @Override
    public Kept<V> after() {
        return after;
    }

    @Override
    public boolean held(String filter) {
        return before != null && was.holds(filter, before);
    }

    @Override
    public boolean holds(String filter, V value) {
        return is.holds(filter, after.with(value));
    }
}
