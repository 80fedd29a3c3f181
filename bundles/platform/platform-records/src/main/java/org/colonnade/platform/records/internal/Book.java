package org.colonnade.platform.records.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Caller;
import org.colonnade.platform.api.Fields;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.Tsid;
import org.colonnade.platform.api.audit.Change;
import org.colonnade.platform.api.dossier.CustomFields;
import org.colonnade.platform.api.dossier.Tags;
import org.colonnade.platform.api.problem.NotFound;
import org.colonnade.platform.api.record.Kept;
import org.colonnade.platform.api.record.RecordField;
import org.colonnade.platform.api.record.RecordKind;
import org.colonnade.platform.api.record.RecordRows;
import org.colonnade.platform.api.record.event.RecordChanged;
import org.colonnade.platform.api.store.Work;
import org.colonnade.platform.records.internal.query.Condition;
import org.colonnade.platform.records.internal.query.Order;
import org.colonnade.platform.records.internal.query.Target;
import org.colonnade.platform.records.internal.shape.Plan;
import org.colonnade.platform.records.internal.sql.ListText;
import org.colonnade.platform.records.internal.sql.Table;

/** Where the records of one kind are written down: rows, custom fields, tags, history and event, all in the one transaction. */
final class Book<V extends Record, D extends Record> {

    private final Plan<V, D> plan;
    private final Table<V> table;
    private final RecordRows<V> rows;
    private final Companions companions;
    private final Ref kindRef;

    Book(Plan<V, D> plan, Companions companions) {
        this.plan = plan;
        this.table = new Table<>(plan);
        this.rows = plan.kind().rows() == null ? table : plan.kind().rows();
        this.companions = companions;
        this.kindRef = plan.kind().ref("-");
    }

    void inspect(Connection connection) throws SQLException {
        table.inspect(connection);
    }

    private boolean own() {
        return rows == table;
    }

    /** One record. @throws NotFound */
    Kept<V> found(Work work, String id) throws SQLException {
        long number = Tsid.parse(id);
        Kept<V> record = number < 0
                ? null
                : own()
                        ? table.find(work, number)
                        : rows.load(work, List.of(number)).get(number);
        return there(record, id);
    }

    /** One record, locked. @throws NotFound */
    Kept<V> locked(Work work, String id) throws SQLException {
        long number = Tsid.parse(id);
        return there(number < 0 ? null : rows.lock(work, number), id);
    }

    private Kept<V> there(Kept<V> record, String id) {
        if (record == null) {
            throw NotFound.of(plan.kind().module(), plan.kind().name(), id);
        }
        return record;
    }

    List<Kept<V>> list(Work work, ListText list) throws SQLException {
        return own() ? table.list(work, list) : inOrder(work, table.ids(work, list));
    }

    /** Those that exist, in the order of the numbers. */
    List<Kept<V>> inOrder(Work work, List<Long> numbers) throws SQLException {
        Map<Long, Kept<V>> found = numbers.isEmpty() ? Map.of() : rows.load(work, numbers);
        List<Kept<V>> all = new ArrayList<>();
        for (Long number : numbers) {
            Kept<V> record = found.get(number);
            if (record != null) {
                all.add(record);
            }
        }
        return all;
    }

    /** A new record that nobody has stored yet. */
    Kept<V> blank(Work work, V value) {
        String who = Caller.current().actor().ref().toString();
        return new Kept<>(Tsid.text(work.newId()), 1, false, work.now(), who, work.now(), who, value);
    }

    /** Stores a new record. */
    Kept<V> add(Work work, Kept<V> fresh, Extras extras) throws SQLException {
        rows.save(work, null, fresh);
        extras(work, fresh, extras);
        tell(work, null, fresh, "created");
        return fresh;
    }

    /** Stores another state of a record; one that says nothing new is not stored. */
    Kept<V> put(Work work, Kept<V> before, V value, boolean archived, String action, Extras extras)
            throws SQLException {
        boolean asBefore = before.archived() == archived && before.value().equals(value);
        if (!extras(work, before, extras) && asBefore) {
            return before;
        }
        Kept<V> after = new Kept<>(
                before.id(),
                before.version() + 1,
                archived,
                before.createdAt(),
                before.createdBy(),
                work.now(),
                Caller.current().actor().ref().toString(),
                value);
        rows.save(work, before, after);
        tell(work, before, after, action);
        return after;
    }

    /** How many records a condition finds. */
    long count(Work work, Condition condition) throws SQLException {
        return table.count(work, condition);
    }

    /** Undoes the making of a record: it goes, or is put away where the function keeps it itself. */
    void undo(Work work, Kept<V> record) throws SQLException {
        if (!rows.remove(work, record)) {
            put(work, record, record.value(), true, "archived", Extras.NONE);
            return;
        }
        Ref ref = plan.kind().ref(record.id());
        if (companions.customFields() != null) {
            companions.customFields().write(work, ref, Map.of(), Actor.system("undo"));
        }
        if (companions.tags() != null) {
            companions.tags().set(work, ref, List.of());
        }
        work.record(new Change(ref, "undone", record.version() + 1, null, null));
        work.publish(new RecordChanged(ref, "undone", record.version() + 1, List.of()));
    }

    /** The records that a condition finds, by id. */
    List<Kept<V>> matching(Work work, Condition condition, int limit) throws SQLException {
        return list(
                work,
                new ListText(
                        condition,
                        List.of(),
                        null,
                        null,
                        null,
                        new Order(List.of(new Order.Key(Target.ID, false))),
                        List.of(),
                        limit));
    }

    private void tell(Work work, Kept<V> before, Kept<V> after, String action) throws SQLException {
        Ref record = plan.kind().ref(after.id());
        work.record(Change.of(record, action, after.version(), plan.json().write(snapshot(work, after))));
        work.publish(new RecordChanged(
                record,
                action,
                after.version(),
                plan.differences(before == null ? null : before.value(), after.value())));
        plan.kind().rules().stored(work, before, after);
    }

    /** Everything that a version says, for the history. */
    private Map<String, Object> snapshot(Work work, Kept<V> record) {
        Map<String, Object> all = new LinkedHashMap<>();
        for (int i = 0; i < plan.view().size(); i++) {
            RecordField field = plan.kind().fields().get(i);
            Object value = plan.view().get(record.value(), i);
            if (value != null) {
                all.put(field.name(), value);
            }
        }
        all.put("archived", record.archived());
        Map<String, Object> custom =
                custom(work, List.of(record.id()), Actor.system("history")).get(record.id());
        if (custom != null) {
            all.put("custom", custom);
        }
        return all;
    }

    private boolean extras(Work work, Kept<V> record, Extras extras) {
        if (extras.none()) {
            return false;
        }
        Ref ref = plan.kind().ref(record.id());
        boolean changed = false;
        if (extras.custom() != null) {
            CustomFields custom = companions.customFields();
            Fields faults = new Fields();
            if (custom == null) {
                faults.wrong("custom", "there are no custom fields here");
            } else {
                changed = !custom.write(
                                work, ref, extras.custom(), Caller.current().actor(), faults)
                        .isEmpty();
            }
            faults.orReject(plan.kind().code("invalid"));
        }
        Tags tags = companions.tags();
        if (extras.tags() != null && tags != null) {
            List<String> before = tags.of(work, List.of(ref)).getOrDefault(ref, List.of());
            changed |= !tags.set(work, ref, extras.tags()).equals(before);
        }
        return changed;
    }

    /** The custom fields of some records, by id, as far as the actor may see them. */
    Map<String, Map<String, Object>> custom(Work work, List<String> ids, Actor actor) {
        CustomFields custom = companions.customFields();
        return custom == null || custom.definitions(kindRef).isEmpty()
                ? Map.of()
                : custom.read(work, kindRef, ids, actor);
    }

    /** The names of the custom fields that the actor may see, in their order. */
    List<String> customNames(Actor actor) {
        CustomFields custom = companions.customFields();
        return custom == null
                ? List.of()
                : custom.definitions(kindRef).stream()
                        .filter(field -> custom.mayRead(actor, field))
                        .map(field -> field.definition().name())
                        .toList();
    }

    /** The tags of some records, by reference. */
    Map<Ref, List<String>> tags(Work work, List<String> ids) {
        Tags tags = companions.tags();
        return tags == null || plan.field("tags") != null
                ? Map.of()
                : tags.of(work, ids.stream().map(plan.kind()::ref).toList());
    }

    RecordKind<V, D> kind() {
        return plan.kind();
    }

    Ref kindRef() {
        return kindRef;
    }
}
