package org.colonnade.platform.records.internal;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Page;
import org.colonnade.platform.api.PageRequest;
import org.colonnade.platform.api.Tsid;
import org.colonnade.platform.api.dossier.CustomFields;
import org.colonnade.platform.api.dossier.Lookup;
import org.colonnade.platform.api.dossier.Tags;
import org.colonnade.platform.api.problem.Rejected;
import org.colonnade.platform.api.record.FieldType;
import org.colonnade.platform.api.record.Kept;
import org.colonnade.platform.api.record.RecordIndex;
import org.colonnade.platform.api.record.RecordQuery;
import org.colonnade.platform.api.store.Work;
import org.colonnade.platform.records.internal.query.Condition;
import org.colonnade.platform.records.internal.query.Fiql;
import org.colonnade.platform.records.internal.query.Order;
import org.colonnade.platform.records.internal.query.Target;
import org.colonnade.platform.records.internal.query.Targets;
import org.colonnade.platform.records.internal.shape.Plan;
import org.colonnade.platform.records.internal.sql.Leaf;
import org.colonnade.platform.records.internal.sql.ListText;

/** Turns what a caller asks of a list into rows, as far as the caller may see. */
final class Lists<V extends Record, D extends Record> {

    /** So many records at least are read at once where some of them are left out afterwards. */
    private static final int SIFTED = 200;

    private final Plan<V, D> plan;
    private final Book<V, D> book;
    private final Companions companions;
    private final Scopes<V> scopes;
    private final Targets targets;
    private final Map<String, Function<V, String>> columns;
    private final Lookup ownTags;

    Lists(Plan<V, D> plan, Book<V, D> book, Companions companions, Scopes<V> scopes) {
        this.plan = plan;
        this.book = book;
        this.companions = companions;
        this.scopes = scopes;
        this.targets = new Targets(plan.kind());
        this.columns = plan.kind().index().columns().stream()
                .collect(Collectors.toMap(RecordIndex.Column::name, RecordIndex.Column::value));
        this.ownTags = plan.kind().index().besides().stream()
                .filter(beside -> beside.name().equals("tags"))
                .map(RecordIndex.Beside::lookup)
                .findFirst()
                .orElse(null);
    }

    /** A page of records. */
    Page<Kept<V>> page(Work work, Actor actor, Sight sight, RecordQuery query) throws SQLException {
        Page<Leaf<V>> page = leaves(work, actor, sight, query);
        return new Page<>(book.read(work, page.items()), page.next());
    }

    /** A page of records as they lie there, most of them unread. */
    Page<Leaf<V>> leaves(Work work, Actor actor, Sight sight, RecordQuery query) throws SQLException {
        ListText list = list(actor, sight, query);
        Predicate<V> holds = Search.of(plan, query.text(), sight).holds();
        int limit = query.page().limit();
        List<Leaf<V>> found = holds == null ? book.leaves(work, list) : sifted(work, actor, list, holds);
        if (found.size() <= limit) {
            return new Page<>(found, null);
        }
        List<Leaf<V>> shown = found.subList(0, limit);
        return new Page<>(shown, cursor(work, actor, list.order(), book.read(work, shown.get(limit - 1))));
    }

    /** The records of a list for which something holds, as many as it asks for, or all there are. */
    private List<Leaf<V>> sifted(Work work, Actor actor, ListText list, Predicate<V> holds) throws SQLException {
        List<Leaf<V>> kept = new ArrayList<>();
        ListText part = list.from(list.place(), Math.max(SIFTED, list.limit()));
        while (true) {
            List<Leaf<V>> found = book.leaves(work, part);
            for (Kept<V> record : book.read(work, found)) {
                if (holds.test(record.value())) {
                    kept.add(new Leaf<>(record, null));
                }
            }
            if (found.size() < part.limit() || kept.size() >= list.limit()) {
                return kept.subList(0, Math.min(kept.size(), list.limit()));
            }
            String last = cursor(work, actor, list.order(), book.read(work, found.get(found.size() - 1)));
            part = part.from(place(list.order(), new PageRequest(1, last)), part.limit());
        }
    }

    /** What somebody may filter and sort by. */
    Function<String, Target> targets(Actor actor, Sight sight) {
        CustomFields custom = companions.customFields();
        return targets.seenBy(
                sight::plain, name -> custom == null ? Optional.empty() : custom.lookup(book.kindRef(), name, actor));
    }

    /** What is asked, worked out but not yet looked up. */
    ListText list(Actor actor, Sight sight, RecordQuery query) {
        Function<String, Target> known = targets(actor, sight);
        Condition condition = both(
                blank(query.filter()) ? null : Fiql.parse(query.filter(), known),
                plan.kind().rules().seen(actor),
                actor);
        Order order = blank(query.sort())
                ? Order.parse(plan.kind().order(), targets(actor, Sight.CLEAR)).seenBy(known)
                : Order.parse(query.sort(), known);
        Lookup tag = blank(query.tag()) ? null : tags(sight);
        return new ListText(
                condition,
                Search.of(plan, query.text(), sight).patterns(),
                archived(query.archived()),
                tag,
                tag == null ? null : tag.maker().apply(query.tag()),
                order,
                place(order, query.page()),
                query.page().limit() + 1);
    }

    /** Where tags lie: with the dossiers, or with the records where they are a field; null where they cannot be asked for now. */
    private Lookup tags(Sight sight) {
        if (plan.field("tags") != null) {
            if (ownTags == null || !sight.plain("tags")) {
                throw wrong("platform.query.invalid", "tag", "these records are not found by tags");
            }
            return ownTags;
        }
        Tags tags = companions.tags();
        return tags == null ? null : tags.lookup(book.kindRef());
    }

    private Condition both(Condition wanted, String seen, Actor actor) {
        Condition reached = scopes.seen(actor);
        if (seen == null && reached == null) {
            return wanted;
        }
        List<Condition> all = new ArrayList<>();
        add(all, wanted);
        add(all, seen == null ? null : Fiql.parse(seen, targets(actor, Sight.CLEAR)));
        add(all, reached);
        return all.size() == 1 ? all.get(0) : new Condition.All(all);
    }

    private static void add(List<Condition> all, Condition one) {
        if (one != null) {
            all.add(one);
        }
    }

    private static Boolean archived(String text) {
        if (blank(text) || text.equals("false")) {
            return false;
        }
        if (text.equals("true")) {
            return true;
        }
        if (text.equals("all")) {
            return null;
        }
        throw wrong("platform.query.invalid", "archived", "is true, false or all");
    }

    /** The order's own text leads, so that a cursor of another order is refused. */
    private String cursor(Work work, Actor actor, Order order, Kept<V> last) {
        boolean custom = order.keys().stream().anyMatch(key -> key.target().lookup() != null);
        Map<String, Object> said =
                custom ? book.custom(work, List.of(last.id()), actor).getOrDefault(last.id(), Map.of()) : Map.of();
        Object[] keys = new Object[order.keys().size() + 1];
        keys[0] = order.signature();
        for (int i = 1; i < keys.length; i++) {
            keys[i] = text(order.keys().get(i - 1).target(), last, said);
        }
        return PageRequest.cursor(keys);
    }

    private String text(Target target, Kept<V> record, Map<String, Object> custom) {
        if (target.lookup() != null) {
            Object said = custom.get(Targets.customName(target.name()));
            return Target.mark(said == null ? null : target.lookup().operand(said));
        }
        Object value = value(target, record);
        return value == null ? "" : target == Target.ID ? record.id() : String.valueOf(value);
    }

    private static List<Object> place(Order order, PageRequest page) {
        List<String> keys = page.keys(order.keys().size() + 1);
        if (keys.isEmpty()) {
            return List.of();
        }
        List<Object> place = new ArrayList<>();
        try {
            if (!keys.get(0).equals(order.signature())) {
                throw new IllegalArgumentException();
            }
            for (int i = 1; i < keys.size(); i++) {
                Target target = order.keys().get(i - 1).target();
                place.add(
                        target.lookup() != null
                                ? target.marked(keys.get(i))
                                : keys.get(i).isEmpty() ? least(target.type()) : target.value(keys.get(i)));
            }
        } catch (IllegalArgumentException anotherOrder) {
            throw wrong("platform.page.cursor", "after", "unknown cursor");
        }
        return place;
    }

    private static Object least(FieldType type) {
        return switch (type) {
            case INTEGER -> 0L;
            case DECIMAL, MONEY -> java.math.BigDecimal.ZERO;
            case BOOLEAN -> false;
            case DATE -> java.time.LocalDate.of(1, 1, 1);
            case INSTANT -> java.time.Instant.parse("0001-01-01T00:00:00Z");
            default -> "";
        };
    }

    /** A record's own value of a target, in the target's type; null where it has none. Values that lie elsewhere are not known here. */
    Object value(Target target, Kept<V> record) {
        return switch (target.name()) {
            case "id" -> Tsid.parse(record.id());
            case "version" -> record.version();
            case "archived" -> record.archived();
            case "createdAt" -> record.createdAt();
            case "createdBy" -> record.createdBy();
            case "changedAt" -> record.changedAt();
            case "changedBy" -> record.changedBy();
            default -> field(target, record.value());
        };
    }

    private Object field(Target target, V value) {
        Function<V, String> column = columns.get(target.name());
        return column == null ? Comparables.of(target, plan, value) : column.apply(value);
    }

    /** A filter of somebody from whom no field is withheld. */
    Condition parsed(String filter, Actor actor) {
        return Fiql.parse(filter, targets(actor, Sight.CLEAR));
    }

    private static boolean blank(String text) {
        return text == null || text.isEmpty();
    }

    private static Rejected wrong(String code, String field, String fault) {
        return new Rejected(code, "A parameter of the list is not right.").field(field, fault);
    }
}
