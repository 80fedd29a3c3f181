package org.colonnade.platform.records.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.LongConsumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Page;
import org.colonnade.platform.api.Reach;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.Tsid;
import org.colonnade.platform.api.problem.Conflict;
import org.colonnade.platform.api.problem.Forbidden;
import org.colonnade.platform.api.problem.NotFound;
import org.colonnade.platform.api.record.Kept;
import org.colonnade.platform.api.record.Probe;
import org.colonnade.platform.api.record.RecordDesk;
import org.colonnade.platform.api.record.RecordIndex;
import org.colonnade.platform.api.record.RecordKind;
import org.colonnade.platform.api.record.RecordQuery;
import org.colonnade.platform.api.record.SheetColumn;
import org.colonnade.platform.api.store.Tx;
import org.colonnade.platform.api.store.Work;
import org.colonnade.platform.records.internal.query.Condition;
import org.colonnade.platform.records.internal.rights.Access;
import org.colonnade.platform.records.internal.rights.FieldRights;
import org.colonnade.platform.records.internal.shape.Plan;
import org.colonnade.platform.records.internal.sql.Leaf;

/** The upkeep of one kind of record: may I, load, decide, save, tell. */
public final class Upkeep<V extends Record, D extends Record> implements RecordDesk<V, D> {

    private final Plan<V, D> plan;
    private final RecordKind<V, D> kind;
    private final Tx tx;
    private final FieldRights rights;
    private final Book<V, D> book;
    private final Scopes<V> scopes;
    private final Lists<V, D> lists;
    private final List<String> others;
    private final Taking<V, D> taking;

    Upkeep(RecordKind<V, D> kind, Tx tx, FieldRights rights, Companions companions) {
        this.kind = kind;
        this.plan = new Plan<>(kind);
        this.others = kind.index().besides().stream()
                .map(RecordIndex.Beside::field)
                .filter(field -> field.indexOf(':') > 0)
                .toList();
        this.tx = tx;
        this.rights = rights;
        this.book = new Book<>(plan, companions, tx);
        this.scopes = new Scopes<>(plan, companions);
        this.lists = new Lists<>(plan, book, companions, scopes);
        book.asking(lists);
        this.taking = new Taking<>(plan, book, scopes, this::sight);
        tx.read(work -> {
            book.inspect(work.unwrap(Connection.class));
            return null;
        });
    }

    @Override
    public RecordKind<V, D> kind() {
        return kind;
    }

    Plan<V, D> plan() {
        return plan;
    }

    Tx tx() {
        return tx;
    }

    Lists<V, D> lists() {
        return lists;
    }

    Book<V, D> book() {
        return book;
    }

    /** What the actor sees of such records. */
    Sight sight(Actor actor) {
        Map<String, Access> left = rights.of(actor, kind.key());
        return new Sight(others.isEmpty() ? left : withOthers(actor, left));
    }

    /** With what is withheld of fields of other kinds by which these records are found. */
    private Map<String, Access> withOthers(Actor actor, Map<String, Access> left) {
        Map<String, Access> all = new HashMap<>(left);
        for (String other : others) {
            int dot = other.indexOf('.');
            Access access = rights.of(actor, other.substring(0, dot)).get(other.substring(dot + 1));
            if (access != null) {
                all.put(other, access);
            }
        }
        return all;
    }

    @Override
    public Kept<V> create(Actor actor, D draft) {
        return create(actor, draft, Extras.NONE);
    }

    Kept<V> create(Actor actor, D draft, Extras extras) {
        actor.require(kind.changePermission());
        return tx.write(work -> take(work, actor, null, draft, extras));
    }

    /** Adds or changes a record in the running transaction, as {@link #create} and {@link #change} do. */
    Kept<V> take(Work work, Actor actor, Kept<V> before, D draft, Extras extras) throws SQLException {
        return taking.take(work, actor, before, draft, extras, kind.rules()::decide, book::keep);
    }

    /** The same for a record that is kept with others. */
    Kept<V> take(Work work, Actor actor, Kept<V> before, D draft, Extras extras, Keeping<V> keeping)
            throws SQLException {
        return taking.take(work, actor, before, draft, extras, kind.rules()::decide, keeping);
    }

    @Override
    public Kept<V> decided(Work work, V wanted) throws SQLException {
        return taking.fresh(work, wanted, Extras.NONE, UnaryOperator.identity(), book::keep);
    }

    @Override
    public Kept<V> read(Actor actor, String id) {
        actor.require(kind.readPermission());
        return tx.read(work -> seen(actor, book.found(work, id)));
    }

    @Override
    public boolean visible(Actor actor, Kept<V> record) {
        String filter = kind.rules().seen(actor);
        return scopes.within(actor, scopes.sees(actor), record.value())
                && (filter == null || asked(actor, List.of(record)).holds(filter, record));
    }

    @Override
    public Set<String> visible(Work work, Actor actor, Collection<String> ids) throws SQLException {
        return find(work, List.copyOf(ids)).stream()
                .filter(record -> visible(actor, record))
                .map(Kept::id)
                .collect(Collectors.toSet());
    }

    @Override
    public boolean seesAll(Actor actor) {
        return scopes.sees(actor) == Reach.ALL && kind.rules().seen(actor) == null;
    }

    /** The record, if the actor may change it. @throws Forbidden {@code platform.scope.beyond} where it may only see it */
    Kept<V> changeable(Actor actor, Kept<V> record) {
        Kept<V> seen = seen(actor, record);
        if (scopes.within(actor, scopes.changes(actor), record.value())) {
            return seen;
        }
        if (!actor.may(kind.readPermission())) {
            throw NotFound.of(kind.module(), kind.name(), record.id());
        }
        throw new Forbidden(
                "platform.scope.beyond", "You may see this record, but change only others: your own or your teams'.");
    }

    /** Whether the actor may change the record. */
    boolean mayChange(Actor actor, Kept<V> record) {
        return visible(actor, record) && scopes.within(actor, scopes.changes(actor), record.value());
    }

    /** Lets those pass who may change the record. */
    void requireChange(Actor actor, String id) {
        Kept<V> record = read(actor, id);
        actor.require(kind.changePermission());
        changeable(actor, record);
    }

    @Override
    public Kept<V> changeable(Work work, Actor actor, String id) throws SQLException {
        return changeable(actor, book.found(work, id));
    }

    @Override
    public Kept<V> locked(Work work, Actor actor, String id) throws SQLException {
        actor.require(kind.changePermission());
        return changeable(actor, book.locked(work, id));
    }

    /** The condition, and that the record is within the actor's reach. */
    Condition inView(Actor actor, Condition condition) {
        Condition seen = scopes.seen(actor);
        return seen == null ? condition : new Condition.All(List.of(condition, seen));
    }

    private Kept<V> seen(Actor actor, Kept<V> record) {
        if (!visible(actor, record)) {
            throw NotFound.of(kind.module(), kind.name(), record.id());
        }
        return record;
    }

    /** One record as it lies there, if the actor may see it. */
    Leaf<V> leaf(Work work, Actor actor, String id) throws SQLException {
        actor.require(kind.readPermission());
        Leaf<V> leaf = book.leaf(work, id);
        if (!seesAll(actor)) {
            seen(actor, book.read(work, leaf));
        }
        return leaf;
    }

    /** Refuses what the actor could not ask of a list. */
    void askable(Actor actor, RecordQuery query, String fields) {
        actor.require(kind.readPermission());
        lists.list(actor, sight(actor), query);
        new Answers<>(this).wanted(fields, sight(actor));
    }

    @Override
    public Page<Kept<V>> list(Actor actor, RecordQuery query) {
        actor.require(kind.readPermission());
        return tx.read(work -> lists.page(work, actor, sight(actor), query));
    }

    @Override
    public Kept<V> change(Actor actor, String id, LongConsumer expected, UnaryOperator<D> change) {
        return change(actor, id, expected, (before, work) -> change.apply(before), Extras.NONE);
    }

    Kept<V> change(Actor actor, String id, LongConsumer expected, BiFunction<D, Work, D> change, Extras extras) {
        return change(actor, id, expected, change, extras, kind.rules()::decide);
    }

    /** Goes back to what an older version said. */
    Kept<V> goBack(Actor actor, String id, LongConsumer expected, D older, Extras extras) {
        return change(actor, id, expected, (before, work) -> older, extras, kind.rules()::returned);
    }

    private Kept<V> change(
            Actor actor,
            String id,
            LongConsumer expected,
            BiFunction<D, Work, D> change,
            Extras extras,
            Taking.Decision<V> decision) {
        actor.require(kind.changePermission());
        return tx.write(work -> {
            Kept<V> before = changeable(actor, book.locked(work, id));
            standing(before);
            expected.accept(before.version());
            notArchived(before);
            D wanted = change.apply(draftOf(before.value()), work);
            return taking.take(work, actor, before, wanted, extras, decision, book::keep);
        });
    }

    /** The input of what there is, as a change begins with it. */
    D draftOf(V present) {
        return plan.opened(present);
    }

    /** What a column of the function's own says of a record. */
    @SuppressWarnings("unchecked")
    List<String> values(SheetColumn<?, ?> column, V record) {
        return ((SheetColumn<V, D>) column).values().apply(record);
    }

    /** The input with what a cell of such a column says. */
    @SuppressWarnings("unchecked")
    D with(D draft, SheetColumn<?, ?> column, String cell) {
        return ((SheetColumn<V, D>) column).set().apply(draft, cell);
    }

    private void standing(Kept<V> record) {
        Ref other = plan.merged(record.value());
        if (other != null) {
            throw new Conflict(
                    kind.code("merged"), "This was merged into " + other + "; it is read and changed there.");
        }
    }

    private void notArchived(Kept<V> record) {
        if (record.archived()) {
            throw new Conflict(
                    kind.code("archived"),
                    "The " + kind.labels().get("en").toLowerCase(java.util.Locale.ROOT)
                            + " is archived; restore it before you change it.");
        }
    }

    @Override
    public Kept<V> archive(Actor actor, String id, LongConsumer expected) {
        return archived(actor, id, expected, true);
    }

    @Override
    public Kept<V> restore(Actor actor, String id, LongConsumer expected) {
        return archived(actor, id, expected, false);
    }

    private Kept<V> archived(Actor actor, String id, LongConsumer expected, boolean away) {
        actor.require(kind.changePermission());
        return tx.write(work -> {
            Kept<V> before = changeable(actor, book.locked(work, id));
            standing(before);
            expected.accept(before.version());
            return book.put(work, before, before.value(), away, away ? "archived" : "restored", Extras.NONE);
        });
    }

    @Override
    public Kept<V> locked(Work work, String id) throws SQLException {
        return book.locked(work, id);
    }

    @Override
    public Kept<V> add(Work work, V value) throws SQLException {
        return book.add(work, book.blank(work, value), Book.Beside.NOTHING);
    }

    @Override
    public Kept<V> put(Work work, Kept<V> before, V after, String action) throws SQLException {
        return book.put(work, before, after, before.archived(), action, Extras.NONE);
    }

    @Override
    public List<Kept<V>> find(Work work, List<String> ids) throws SQLException {
        return book.inOrder(work, ids.stream().map(Tsid::parse).toList());
    }

    @Override
    public boolean holds(String filter, Kept<V> record) {
        return asked(Actor.system("rules"), List.of(record)).holds(filter, record);
    }

    @Override
    public Probe<V> probe(Work work, Collection<Kept<V>> records) {
        return asked(Actor.system("rules"), records);
    }

    private Asked<V> asked(Actor actor, Collection<Kept<V>> records) {
        List<Long> ids = records.stream().map(record -> Tsid.parse(record.id())).toList();
        return new Asked<>(lists, tx, actor, ids, Map.of());
    }

    @Override
    public List<Map<String, Object>> shown(Actor actor, List<Kept<V>> records) {
        Sight sight = sight(actor);
        return tx.read(work -> new Answers<>(this).of(work, actor, sight, records, null));
    }

    @Override
    public boolean sees(Actor actor, String field) {
        return sight(actor).plain(field);
    }

    @Override
    public boolean writes(Actor actor, String field) {
        return sight(actor).writable(field);
    }
}
