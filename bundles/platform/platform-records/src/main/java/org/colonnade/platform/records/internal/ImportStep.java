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
import java.util.stream.Collectors;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Tsid;
import org.colonnade.platform.api.problem.NotFound;
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
    private Chunk<V> chunk;

    /** What one transaction does. @param locked the records that rows change, as they were when it began */
    private record Chunk<V extends Record>(Map<String, Kept<V>> locked, Gathered<V> gathered, List<Object[]> notes) {}

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

    /** Keeps the records from change that the rows mean, and begins to gather. */
    void lock(Work work, List<ImportRow<V>> rows) throws SQLException {
        Set<String> known = rows.stream()
                .filter(row -> !row.refused() && row.before != null)
                .map(row -> row.before.id())
                .collect(Collectors.toSet());
        chunk = new Chunk<>(
                known.isEmpty() ? Map.of() : upkeep.book().locked(work, known),
                new Gathered<>(upkeep.book()),
                new ArrayList<>());
    }

    /** The record as it is now: as an earlier row of the same step left it, or as it was when the step began. */
    private Kept<V> present(Work work, String id) throws SQLException {
        Kept<V> earlier = chunk.gathered().stored(work, id);
        Kept<V> present = earlier == null ? chunk.locked().get(id) : earlier;
        if (present == null) {
            throw NotFound.of(upkeep.kind().module(), upkeep.kind().name(), id);
        }
        return present;
    }

    /** Decides about one row and gathers it. @return {@code created}, {@code changed} or {@code unchanged} */
    String take(Work work, ImportRow<V> row) throws SQLException {
        if (row.before != null) {
            row.before = upkeep.changeable(actor, present(work, row.before.id()));
        }
        Kept<V> after = upkeep.take(work, actor, row.before, row.draft(upkeep), extras(work, row), chunk.gathered());
        if (!upkeep.kind().rules().apart()) {
            chunk.gathered().store(work);
        }
        if (row.before != null && row.before.version() == after.version()) {
            return "unchanged";
        }
        String action = row.before == null ? "created" : "changed";
        note(row, after, action);
        return action;
    }

    /** Stores what was gathered, and what was done. */
    void store(Work work) throws SQLException {
        chunk.gathered().store(work);
        if (chunk.notes().isEmpty()) {
            return;
        }
        try (PreparedStatement insert = work.unwrap(Connection.class).prepareStatement(NOTE)) {
            for (Object[] note : chunk.notes()) {
                for (int i = 0; i < note.length; i++) {
                    insert.setObject(i + 1, note[i]);
                }
                insert.addBatch();
            }
            insert.executeBatch();
        }
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

    private void note(ImportRow<V> row, Kept<V> after, String action) {
        if (!order.dryRun()) {
            chunk.notes().add(new Object[] {
                job,
                row.row().number(),
                upkeep.kind().key(),
                after.id(),
                action,
                row.before == null ? 0L : row.before.version(),
                after.version()
            });
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
