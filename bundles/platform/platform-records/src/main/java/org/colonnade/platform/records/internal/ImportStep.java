package org.colonnade.platform.records.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Tsid;
import org.colonnade.platform.api.problem.Problem;
import org.colonnade.platform.api.record.Kept;
import org.colonnade.platform.api.store.Work;
import org.colonnade.platform.records.internal.query.Condition;
import org.colonnade.platform.records.internal.query.Target;

/** Takes some rows of an import: finds what they mean, checks, stores, and notes what was done so that it can be undone. */
final class ImportStep<V extends Record, D extends Record> {

    private static final String NOTE = "insert into records_import_item"
            + " (job, place, kind, record_id, action, version_before, version_after) values (?, ?, ?, ?, ?, ?, ?)";

    private final Upkeep<V, D> upkeep;
    private final ImportOrder order;
    private final ImportHeader header;
    private final Actor actor;
    private final String job;
    private final Function<String, Target> targets;

    ImportStep(Upkeep<V, D> upkeep, ImportOrder order, ImportHeader header, Actor actor, String job) {
        this.upkeep = upkeep;
        this.order = order;
        this.header = header;
        this.actor = actor;
        this.job = job;
        this.targets = upkeep.lists().targets(actor, upkeep.sight(actor));
    }

    /** Finds for each row the record that it means, in one query a key. */
    void find(Work work, List<ImportRow<V>> rows) throws SQLException {
        List<ImportRow<V>> byId =
                rows.stream().filter(row -> !row.refused() && row.id() != null).toList();
        if (!byId.isEmpty()) {
            Map<String, Kept<V>> found = new HashMap<>();
            upkeep
                    .book()
                    .inOrder(
                            work, byId.stream().map(row -> Tsid.parse(row.id())).toList())
                    .stream()
                    .filter(record -> upkeep.visible(actor, record))
                    .forEach(record -> found.put(record.id(), record));
            byId.forEach(row -> row.before = found.get(row.id()));
            byId.stream()
                    .filter(row -> row.before == null)
                    .forEach(row -> row.refuse("platform.import.unknown-id: there is no record with this id"));
        }
        for (List<String> key : header.keys()) {
            find(work, rows, key);
        }
        rows.stream().filter(row -> !row.refused()).forEach(this::fits);
    }

    private void fits(ImportRow<V> row) {
        if (row.before == null && !order.creates()) {
            row.refuse("platform.import.not-there: no record has this key");
        } else if (row.before != null && !order.updates()) {
            row.refuse("platform.import.there: record " + row.before.id() + " has this key");
        } else if (row.before != null && row.before.archived()) {
            row.refuse(upkeep.kind().code("archived") + ": record " + row.before.id() + " is archived");
        }
    }

    private void find(Work work, List<ImportRow<V>> rows, List<String> key) throws SQLException {
        List<Condition> wanted = new ArrayList<>();
        for (ImportRow<V> row : rows) {
            if (!row.refused() && row.before == null && key.stream().allMatch(field -> row.value(field) != null)) {
                wanted.add(new Condition.All(
                        key.stream().<Condition>map(field -> equal(row, field)).toList()));
            }
        }
        if (wanted.isEmpty()) {
            return;
        }
        Map<List<Object>, List<Kept<V>>> found = new HashMap<>();
        for (Kept<V> record :
                upkeep.book().matching(work, upkeep.inView(actor, new Condition.Any(wanted)), 2 * rows.size() + 1)) {
            if (!upkeep.visible(actor, record)) {
                continue;
            }
            for (List<Object> values : said(record.value(), key)) {
                found.computeIfAbsent(values, k -> new ArrayList<>()).add(record);
            }
        }
        for (ImportRow<V> row : rows) {
            if (!row.refused() && row.before == null) {
                List<Object> asked = new ArrayList<>();
                key.forEach(field -> asked.add(comparable(field, row.value(field))));
                List<Kept<V>> same = found.getOrDefault(asked, List.of());
                if (same.size() > 1) {
                    row.refuse("platform.import.ambiguous: several records have this key");
                } else if (!same.isEmpty()) {
                    row.before = same.get(0);
                }
            }
        }
    }

    /** All that a record says of a key: a field has one value, a column of the function's own may have several. */
    private Set<List<Object>> said(V record, List<String> key) {
        Set<List<Object>> all = new LinkedHashSet<>(Set.of(List.of()));
        for (String field : key) {
            Set<List<Object>> longer = new LinkedHashSet<>();
            for (List<Object> begun : all) {
                for (Object value : values(record, field)) {
                    List<Object> one = new ArrayList<>(begun);
                    one.add(comparable(field, value));
                    longer.add(one);
                }
            }
            all = longer;
        }
        return all;
    }

    private Collection<?> values(V record, String field) {
        int place = upkeep.plan().view().place(field);
        if (place >= 0) {
            return Collections.singleton(upkeep.plan().view().get(record, place));
        }
        return upkeep.kind().sheet().stream()
                .filter(column -> column.name().equals(field))
                .flatMap(column -> column.values().apply(record).stream())
                .toList();
    }

    /** A value as it is compared: what lies in another table as it lies there. */
    private Object comparable(String field, Object value) {
        Target target = targets.apply(field);
        return target != null && target.lookup() != null && value != null ? target.value(value.toString()) : value;
    }

    private Condition equal(ImportRow<V> row, String field) {
        Target target = Objects.requireNonNull(targets.apply(field), field);
        Object value = comparable(field, row.value(field));
        Object comparable = value instanceof Integer number
                ? (Object) number.longValue()
                : value instanceof Enum<?> constant ? constant.name() : value;
        return new Condition.Compare(target, Condition.Operator.EQUAL, comparable);
    }

    /** Stores one row. @return {@code created}, {@code changed} or {@code unchanged} */
    String take(Work work, ImportRow<V> row) throws SQLException {
        if (row.before != null) {
            row.before = upkeep.changeable(actor, upkeep.book().locked(work, row.before.id()));
        }
        Kept<V> after = upkeep.take(work, actor, row.before, row.draft(upkeep), extras(work, row));
        if (row.before != null && row.before.version() == after.version()) {
            return "unchanged";
        }
        String action = row.before == null ? "created" : "changed";
        note(work, row, after, action);
        return action;
    }

    private Extras extras(Work work, ImportRow<V> row) {
        if (row.custom().isEmpty() || row.before == null) {
            return row.extras();
        }
        String id = row.before.id();
        Map<String, Object> all =
                new HashMap<>(upkeep.book().custom(work, List.of(id), actor).getOrDefault(id, Map.of()));
        all.putAll(row.custom());
        return new Extras(all, row.tags());
    }

    private void note(Work work, ImportRow<V> row, Kept<V> after, String action) throws SQLException {
        if (order.dryRun()) {
            return;
        }
        try (PreparedStatement insert = work.unwrap(Connection.class).prepareStatement(NOTE)) {
            insert.setString(1, job);
            insert.setLong(2, row.row().number());
            insert.setString(3, upkeep.kind().key());
            insert.setString(4, after.id());
            insert.setString(5, action);
            insert.setLong(6, row.before == null ? 0 : row.before.version());
            insert.setLong(7, after.version());
            insert.executeUpdate();
        }
    }

    /** A row could not be stored; what it did is undone with its transaction. */
    static final class RowFailed extends RuntimeException {

        private static final long serialVersionUID = 1L;
        private final transient Problem problem;

        RowFailed(Problem problem) {
            super(null, problem, false, false);
            this.problem = problem;
        }

        Problem problem() {
            return problem;
        }
    }
}
