package org.colonnade.platform.records.internal;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Page;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.problem.Rejected;
import org.colonnade.platform.api.record.Kept;
import org.colonnade.platform.api.record.RecordField;
import org.colonnade.platform.api.record.RecordQuery;
import org.colonnade.platform.api.store.Work;
import org.colonnade.platform.records.internal.shape.Plan;
import org.colonnade.platform.records.internal.sql.Leaf;

/** Records as callers see them: only the fields that they may see and asked for. */
final class Answers<V extends Record, D extends Record> {

    private static final Set<String> SYSTEM =
            Set.of("id", "version", "archived", "createdAt", "createdBy", "changedAt", "changedBy", "custom", "tags");

    private final Upkeep<V, D> upkeep;
    private final Plan<V, D> plan;
    private final Book<V, D> book;

    Answers(Upkeep<V, D> upkeep) {
        this.upkeep = upkeep;
        this.plan = upkeep.plan();
        this.book = upkeep.book();
    }

    /** The fields that a caller asked for; null means all. @throws Rejected {@code platform.fields.unknown} */
    Set<String> wanted(String fields, Sight sight) {
        if (fields == null || fields.isEmpty()) {
            return null;
        }
        Set<String> names = new LinkedHashSet<>(List.of(fields.split(",")));
        for (String name : names) {
            RecordField field = plan.field(name);
            if (field == null ? !SYSTEM.contains(name) : sight.hidden(name)) {
                throw new Rejected(
                                "platform.fields.unknown",
                                "These records do not have all of the fields that you ask for.")
                        .field("fields", "unknown field '" + (name.length() > 80 ? "…" : name) + "'");
            }
        }
        return names;
    }

    /** A page of a list as an answer's body. */
    Object page(Work work, Actor actor, RecordQuery query, Set<String> wanted) throws SQLException {
        Sight sight = upkeep.sight(actor);
        if (!asItStands(sight, wanted)) {
            Page<Kept<V>> page = upkeep.lists().page(work, actor, sight, query);
            return new Page<>(of(work, actor, sight, page.items(), wanted), page.next());
        }
        Page<Leaf<V>> page = upkeep.lists().leaves(work, actor, sight, query);
        if (!page.items().stream().allMatch(leaf -> leaf.document() != null)) {
            return new Page<>(of(work, actor, sight, book.read(work, page.items()), null), page.next());
        }
        List<String> ids = page.items().stream().map(leaf -> leaf.kept().id()).toList();
        Map<String, Map<String, Object>> custom = ids.isEmpty() ? Map.of() : book.custom(work, ids, actor);
        RecordText text = new RecordText(plan.json(), page.items().size());
        page.items().forEach(leaf -> text.item(leaf, custom.get(leaf.kept().id())));
        return text.page(page.next());
    }

    /** Whether what lies there is what the caller sees: the whole record, with all fields. */
    private boolean asItStands(Sight sight, Set<String> wanted) {
        return plan.documented() && plan.field("tags") != null && sight.clear() && wanted == null;
    }

    /** One record as an answer's body. */
    Object one(Work work, Actor actor, Leaf<V> leaf, Set<String> wanted) throws SQLException {
        Sight sight = upkeep.sight(actor);
        if (leaf.document() == null || !asItStands(sight, wanted)) {
            return of(work, actor, sight, List.of(book.read(work, leaf)), wanted)
                    .get(0);
        }
        String id = leaf.kept().id();
        return new RecordText(plan.json(), 1)
                .item(leaf, book.custom(work, List.of(id), actor).get(id))
                .one();
    }

    /** Some records, with their custom fields and tags, in two more queries for all of them. */
    List<Map<String, Object>> of(Work work, Actor actor, Sight sight, List<Kept<V>> records, Set<String> wanted) {
        List<String> ids = records.stream().map(Kept::id).toList();
        Map<String, Map<String, Object>> custom =
                wants(wanted, "custom") && !ids.isEmpty() ? book.custom(work, ids, actor) : Map.of();
        Map<Ref, List<String>> tags = wants(wanted, "tags") && !ids.isEmpty() ? book.tags(work, ids) : Map.of();
        List<Map<String, Object>> all = new ArrayList<>(records.size());
        for (Kept<V> record : records) {
            Map<String, Object> one = fields(record, sight, wanted);
            put(one, "custom", custom.get(record.id()));
            if (plan.field("tags") == null) {
                put(one, "tags", tags.get(plan.kind().ref(record.id())));
            }
            all.add(one);
        }
        return all;
    }

    private Map<String, Object> fields(Kept<V> record, Sight sight, Set<String> wanted) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("id", record.id());
        for (int i = 0; i < plan.view().size(); i++) {
            String name = plan.kind().fields().get(i).name();
            if (wants(wanted, name)) {
                put(one, name, sight.shown(name, plan.view().get(record.value(), i)));
            }
        }
        system(one, record, wanted);
        return one;
    }

    private static void system(Map<String, Object> one, Kept<?> record, Set<String> wanted) {
        if (wants(wanted, "archived")) {
            one.put("archived", record.archived());
        }
        if (wants(wanted, "version")) {
            one.put("version", record.version());
        }
        if (wants(wanted, "createdAt")) {
            one.put("createdAt", record.createdAt());
        }
        if (wants(wanted, "createdBy")) {
            one.put("createdBy", record.createdBy());
        }
        if (wants(wanted, "changedAt")) {
            one.put("changedAt", record.changedAt());
        }
        if (wants(wanted, "changedBy")) {
            one.put("changedBy", record.changedBy());
        }
    }

    private static void put(Map<String, Object> one, String name, Object value) {
        if (value != null) {
            one.put(name, value);
        }
    }

    private static boolean wants(Set<String> wanted, String name) {
        return wanted == null || wanted.contains(name);
    }
}
