package org.colonnade.platform.records.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
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
import org.colonnade.platform.api.record.RecordKind;
import org.colonnade.platform.api.record.RecordRows;
import org.colonnade.platform.api.record.Turn;
import org.colonnade.platform.api.record.event.RecordChanged;
import org.colonnade.platform.api.store.Tx;
import org.colonnade.platform.api.store.Work;
import org.colonnade.platform.records.internal.query.Condition;
import org.colonnade.platform.records.internal.query.Order;
import org.colonnade.platform.records.internal.query.Target;
import org.colonnade.platform.records.internal.shape.Plan;
import org.colonnade.platform.records.internal.sql.Leaf;
import org.colonnade.platform.records.internal.sql.ListText;
import org.colonnade.platform.records.internal.sql.Table;

/** Where the records of one kind are written down: rows, custom fields, tags, history and event, all in the one transaction. */
final class Book<V extends Record, D extends Record> {

    private static final Actor HISTORY = Actor.system("history");

    private final Plan<V, D> plan;
    private final Table<V> table;
    private final RecordRows<V> rows;
    private final Companions companions;
    private final Ref kindRef;
    private final Tx tx;
    private Lists<V, D> lists;

    /**
     * What was stored beside a record's fields.
     *
     * @param changed whether any of it says something else now
     * @param earlier what the custom fields said that do; null for nothing
     */
    record Beside(boolean changed, Map<String, Object> earlier) {

        static final Beside NOTHING = new Beside(false, Map.of());
    }

    Book(Plan<V, D> plan, Companions companions, Tx tx) {
        this.plan = plan;
        this.table = new Table<>(plan);
        this.rows = plan.kind().rows() == null ? table : plan.kind().rows();
        this.companions = companions;
        this.kindRef = plan.kind().ref("-");
        this.tx = tx;
    }

    /** Where filters are asked; once, before anything is stored. */
    void asking(Lists<V, D> where) {
        lists = where;
    }

    void inspect(Connection connection) throws SQLException {
        table.inspect(connection);
    }

    private boolean own() {
        return rows == table;
    }

    /** One record. @throws NotFound */
    Kept<V> found(Work work, String id) throws SQLException {
        return read(work, leaf(work, id));
    }

    /** One record as it lies there. @throws NotFound */
    Leaf<V> leaf(Work work, String id) throws SQLException {
        long number = Tsid.parse(id);
        if (number < 0) {
            throw missing(id);
        }
        if (own() || plan.documented()) {
            Leaf<V> leaf = table.find(work, number);
            if (leaf == null) {
                throw missing(id);
            }
            return leaf;
        }
        return new Leaf<>(there(rows.load(work, List.of(number)).get(number), id), null);
    }

    /** The record of a leaf. */
    Kept<V> read(Work work, Leaf<V> leaf) throws SQLException {
        return leaf.whole() ? leaf.read(plan) : read(work, List.of(leaf)).get(0);
    }

    /** The records of leaves, in their order; those whose rows do not say it all are loaded by the function. */
    List<Kept<V>> read(Work work, List<Leaf<V>> leaves) throws SQLException {
        List<Long> left = leaves.stream()
                .filter(leaf -> !leaf.whole())
                .map(leaf -> Tsid.parse(leaf.kept().id()))
                .toList();
        Map<Long, Kept<V>> loaded = left.isEmpty() ? Map.of() : rows.load(work, left);
        List<Kept<V>> all = new ArrayList<>(leaves.size());
        for (Leaf<V> leaf : leaves) {
            Kept<V> record = leaf.whole()
                    ? leaf.read(plan)
                    : loaded.get(Tsid.parse(leaf.kept().id()));
            if (record != null) {
                all.add(record);
            }
        }
        return all;
    }

    /** One record, locked. @throws NotFound */
    Kept<V> locked(Work work, String id) throws SQLException {
        long number = Tsid.parse(id);
        return there(number < 0 ? null : rows.lock(work, number), id);
    }

    private Kept<V> there(Kept<V> record, String id) {
        if (record == null) {
            throw missing(id);
        }
        return record;
    }

    private NotFound missing(String id) {
        return NotFound.of(plan.kind().module(), plan.kind().name(), id);
    }

    /** The rows of a list. */
    List<Leaf<V>> leaves(Work work, ListText list) throws SQLException {
        return own() || plan.documented()
                ? table.list(work, list)
                : inOrder(work, table.ids(work, list)).stream()
                        .map(record -> new Leaf<>(record, null))
                        .toList();
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
    Kept<V> add(Work work, Kept<V> fresh, Beside beside) throws SQLException {
        return add(work, fresh, beside, this::keep);
    }

    Kept<V> add(Work work, Kept<V> fresh, Beside beside, Keeping<V> keeping) throws SQLException {
        V settled = plan.kind().rules().settle(turn(null, fresh, beside), work);
        return keeping.keep(work, null, fresh.with(settled), "created");
    }

    /** Puts a record into its tables at once, and tells of it. */
    Kept<V> keep(Work work, Kept<V> before, Kept<V> after, String action) throws SQLException {
        Kept<V> made = rows.save(work, before, after);
        tell(work, before, made, action, custom(work, List.of(made.id()), HISTORY));
        return made;
    }

    /** Puts several records into their tables, then tells of each. @return what there is now */
    List<Kept<V>> save(Work work, List<RecordRows.Step<V>> steps, List<String> actions) throws SQLException {
        List<Kept<V>> saved = rows.save(work, steps);
        Map<String, Map<String, Object>> custom =
                custom(work, saved.stream().map(Kept::id).toList(), HISTORY);
        for (int i = 0; i < saved.size(); i++) {
            tell(work, steps.get(i).before(), saved.get(i), actions.get(i), custom);
        }
        return saved;
    }

    /** Several records, locked; those that exist, by id. */
    Map<String, Kept<V>> locked(Work work, Collection<String> ids) throws SQLException {
        return rows.lock(work, ids.stream().map(Tsid::parse).toList()).values().stream()
                .collect(Collectors.toMap(Kept::id, Function.identity()));
    }

    /** The tables that grow with the records, their own first. */
    List<String> tables() {
        List<String> all = new ArrayList<>(List.of(plan.kind().table()));
        all.addAll(rows.tables());
        return all;
    }

    /** Stores another state of a record; one that says nothing new is not stored. */
    Kept<V> put(Work work, Kept<V> before, V value, boolean archived, String action, Extras extras)
            throws SQLException {
        return put(work, before, value, archived, action, beside(work, before, extras));
    }

    Kept<V> put(Work work, Kept<V> before, V value, boolean archived, String action, Beside beside)
            throws SQLException {
        return put(work, before, value, archived, action, beside, this::keep);
    }

    Kept<V> put(Work work, Kept<V> before, V value, boolean archived, String action, Beside beside, Keeping<V> keeping)
            throws SQLException {
        if (!beside.changed() && before.archived() == archived && before.value().equals(value)) {
            return before;
        }
        Kept<V> wanted = next(work, before, value, archived);
        V settled = plan.kind().rules().settle(turn(before, wanted, beside), work);
        return keeping.keep(work, before, wanted.with(settled), action);
    }

    /** A change that is about to be stored. */
    Turn<V> turn(Kept<V> before, Kept<V> after, Beside beside) {
        return new Turned<>(lists, tx, before, after, beside.earlier());
    }

    /** The next version of a record. */
    Kept<V> next(Work work, Kept<V> before, V value, boolean archived) {
        return new Kept<>(
                before.id(),
                before.version() + 1,
                archived,
                before.createdAt(),
                before.createdBy(),
                work.now(),
                Caller.current().actor().ref().toString(),
                value);
    }

    /** How many records a condition finds. */
    long count(Work work, Condition condition) throws SQLException {
        return table.count(work, condition);
    }

    /** Undoes the making of a record: it goes, or is put away where the function keeps it itself or wants nothing lost. */
    void undo(Work work, Kept<V> record) throws SQLException {
        if (!plan.kind().rules().removable() || !rows.remove(work, record)) {
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
        return read(
                work,
                leaves(
                        work,
                        new ListText(
                                condition,
                                List.of(),
                                null,
                                null,
                                null,
                                new Order(List.of(new Order.Key(Target.ID, false))),
                                List.of(),
                                limit)));
    }

    private void tell(Work work, Kept<V> before, Kept<V> after, String action, Map<String, Map<String, Object>> custom)
            throws SQLException {
        Ref record = plan.kind().ref(after.id());
        work.record(Change.of(
                record,
                action,
                after.version(),
                plan.json().write(snapshot(after, custom.getOrDefault(after.id(), Map.of())))));
        if (plan.kind().announced()) {
            List<String> fields = plan.differences(before == null ? null : before.value(), after.value());
            work.publish(new RecordChanged(record, action, after.version(), fields));
        }
        plan.kind().rules().stored(work, before, after);
    }

    /** Everything that a version says, for the history. */
    private Map<String, Object> snapshot(Kept<V> record, Map<String, Object> custom) {
        Map<String, Object> all = plan.said(record.value());
        all.put("archived", record.archived());
        if (customised()) {
            all.put("custom", custom);
        }
        return all;
    }

    /** Stores what goes beside a record's fields. */
    Beside beside(Work work, Kept<V> record, Extras extras) {
        if (extras.none()) {
            return Beside.NOTHING;
        }
        Ref ref = plan.kind().ref(record.id());
        Map<String, Object> earlier = Map.of();
        if (extras.custom() != null) {
            CustomFields custom = companions.customFields();
            Fields faults = new Fields();
            if (custom == null) {
                faults.wrong("custom", "there are no custom fields here");
            } else {
                earlier = custom.write(
                        work, ref, extras.custom(), Caller.current().actor(), faults);
            }
            faults.orReject(plan.kind().code("invalid"));
        }
        boolean changed = !earlier.isEmpty();
        Tags tags = companions.tags();
        if (extras.tags() != null && tags != null) {
            List<String> before = tags.of(work, List.of(ref)).getOrDefault(ref, List.of());
            changed |= !tags.set(work, ref, extras.tags()).equals(before);
        }
        return new Beside(changed, earlier);
    }

    /** The custom fields of some records, by id, as far as the actor may see them. */
    Map<String, Map<String, Object>> custom(Work work, List<String> ids, Actor actor) {
        return customised() ? companions.customFields().read(work, kindRef, ids, actor) : Map.of();
    }

    private boolean customised() {
        CustomFields custom = companions.customFields();
        return custom != null && !custom.definitions(kindRef).isEmpty();
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
