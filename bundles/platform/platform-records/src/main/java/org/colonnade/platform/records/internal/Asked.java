package org.colonnade.platform.records.internal;

import java.sql.Connection;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Tsid;
import org.colonnade.platform.api.record.Kept;
import org.colonnade.platform.api.record.Probe;
import org.colonnade.platform.api.store.Tx;
import org.colonnade.platform.records.internal.query.Condition;
import org.colonnade.platform.records.internal.query.Target;
import org.colonnade.platform.records.internal.query.Targets;
import org.colonnade.platform.records.internal.sql.Elsewhere;

/** Some records of which filters are asked; what lies outside their rows is read for all of them when it is first asked for. */
final class Asked<V extends Record> implements Probe<V> {

    private final Lists<V, ?> lists;
    private final Tx tx;
    private final Actor actor;
    private final List<Long> ids;
    private final Map<String, Object> earlier;
    private final Map<String, Condition> parsed = new HashMap<>();
    private final Map<String, Map<Long, List<Object>>> elsewhere = new HashMap<>();

    /** @param earlier custom fields that said something else than the store does: by name, null for nothing */
    Asked(Lists<V, ?> lists, Tx tx, Actor actor, List<Long> ids, Map<String, Object> earlier) {
        this.lists = lists;
        this.tx = tx;
        this.actor = actor;
        this.ids = ids;
        this.earlier = earlier;
    }

    @Override
    public boolean holds(String filter, Kept<V> record) {
        return parsed.computeIfAbsent(filter, text -> lists.parsed(text, actor)).test(new Facts(record));
    }

    private final class Facts implements Condition.Facts {

        private final Kept<V> record;

        Facts(Kept<V> record) {
            this.record = record;
        }

        @Override
        public Collection<?> of(Target target) {
            if (target.lookup() != null) {
                return outside(target);
            }
            Object value = lists.value(target, record);
            return value == null ? List.of() : List.of(value);
        }

        private List<?> outside(Target target) {
            if (Targets.isCustom(target.name()) && earlier.containsKey(Targets.customName(target.name()))) {
                Object said = earlier.get(Targets.customName(target.name()));
                List<?> values = said == null ? List.of() : said instanceof List<?> several ? several : List.of(said);
                return values.stream().map(target.lookup()::operand).toList();
            }
            return elsewhere
                    .computeIfAbsent(target.name(), any -> read(target))
                    .getOrDefault(Tsid.parse(record.id()), List.of());
        }

        private Map<Long, List<Object>> read(Target target) {
            return tx.read(work -> Elsewhere.values(work.unwrap(Connection.class), target.lookup(), ids));
        }

        @Override
        public int compare(String one, String other) {
            return tx.read(work -> Elsewhere.compare(work.unwrap(Connection.class), one, other));
        }
    }
}
