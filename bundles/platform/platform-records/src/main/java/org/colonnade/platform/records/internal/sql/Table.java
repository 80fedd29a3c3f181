package org.colonnade.platform.records.internal.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.colonnade.platform.api.Tsid;
import org.colonnade.platform.api.problem.Stale;
import org.colonnade.platform.api.record.Kept;
import org.colonnade.platform.api.record.RecordRows;
import org.colonnade.platform.api.store.Work;
import org.colonnade.platform.records.internal.query.Condition;
import org.colonnade.platform.records.internal.shape.Cell;
import org.colonnade.platform.records.internal.shape.Plan;

/** The table of a plain kind of record, by its declaration. */
public final class Table<V extends Record> implements RecordRows<V> {

    /** PostgreSQL's driver sends 65,535 with a statement at most. */
    private static final int MOST_PARAMETERS = 30_000;

    private final Plan<V, ?> plan;
    private final TableText text;
    private final String one;
    private final String locked;
    private final String some;
    private final String insert;
    private final String update;
    private final String delete;
    private final String selected;

    public Table(Plan<V, ?> plan) {
        this.plan = plan;
        this.text = new TableText(plan);
        this.one = text.one();
        this.locked = text.locked();
        this.some = text.some();
        this.insert = text.insert();
        this.update = text.update();
        this.delete = text.delete();
        this.selected = text.selected();
    }

    /** @throws IllegalStateException if columns are missing; names them */
    public void inspect(Connection connection) throws SQLException {
        Set<String> missing = new HashSet<>(
                plan.kind().rows() == null ? text.needed() : plan.documented() ? text.looked() : TableText.SYSTEM);
        try (PreparedStatement prepared = connection.prepareStatement(text.none());
                ResultSet row = prepared.executeQuery()) {
            ResultSetMetaData columns = row.getMetaData();
            for (int i = 1; i <= columns.getColumnCount(); i++) {
                missing.remove(columns.getColumnName(i).toLowerCase(Locale.ROOT));
            }
        }
        if (!missing.isEmpty()) {
            throw new IllegalStateException("The table " + text.name() + " of the records "
                    + plan.kind().key() + " lacks the columns "
                    + missing.stream().sorted().toList());
        }
    }

    /** One record, or null. */
    public Leaf<V> find(Work work, long id) throws SQLException {
        return single(work, one, id);
    }

    @Override
    public Kept<V> lock(Work work, long id) throws SQLException {
        Leaf<V> found = single(work, locked, id);
        return found == null ? null : found.read(plan);
    }

    private Leaf<V> single(Work work, String statement, long id) throws SQLException {
        try (PreparedStatement prepared = work.unwrap(Connection.class).prepareStatement(statement)) {
            prepared.setLong(1, id);
            try (ResultSet row = prepared.executeQuery()) {
                return row.next() ? read(row) : null;
            }
        }
    }

    @Override
    public Map<Long, Kept<V>> load(Work work, Collection<Long> ids) throws SQLException {
        return some(work, some, ids);
    }

    @Override
    public Map<Long, Kept<V>> lock(Work work, Collection<Long> ids) throws SQLException {
        return ids.isEmpty() ? Map.of() : some(work, text.lockedSome(), ids);
    }

    private Map<Long, Kept<V>> some(Work work, String statement, Collection<Long> ids) throws SQLException {
        Map<Long, Kept<V>> found = new LinkedHashMap<>();
        Connection connection = work.unwrap(Connection.class);
        try (PreparedStatement prepared = connection.prepareStatement(statement)) {
            prepared.setArray(1, connection.createArrayOf("bigint", ids.toArray()));
            try (ResultSet row = prepared.executeQuery()) {
                while (row.next()) {
                    found.put(row.getLong(1), read(row).read(plan));
                }
            }
        }
        return found;
    }

    /** The records of a list, in its order. */
    public List<Leaf<V>> list(Work work, ListText list) throws SQLException {
        return list.rows(work.unwrap(Connection.class), selected, text, this::read);
    }

    /** The ids of a list, in its order, where the records lie elsewhere. */
    public List<Long> ids(Work work, ListText list) throws SQLException {
        return list.rows(work.unwrap(Connection.class), "r.id", text, row -> row.getLong(1));
    }

    /** How many records a condition finds, archived or not. */
    public long count(Work work, Condition condition) throws SQLException {
        return ListText.count(work.unwrap(Connection.class), text, condition);
    }

    /** Instants come by the old class of JDBC: the driver's way to the new ones takes three times as long, and a list holds a hundred. */
    private Leaf<V> read(ResultSet row) throws SQLException {
        int at = TableText.SYSTEM.size() + 1;
        return new Leaf<>(
                new Kept<>(
                        Tsid.text(row.getLong(1)),
                        row.getLong(2),
                        row.getBoolean(3),
                        row.getTimestamp(4).toInstant(),
                        row.getString(5),
                        row.getTimestamp(6).toInstant(),
                        row.getString(7),
                        plan.documented() ? null : value(row, at)),
                plan.documented() ? row.getBytes(at) : null);
    }

    private V value(ResultSet row, int from) throws SQLException {
        Object[] values = new Object[plan.view().size()];
        int at = from;
        for (int i = 0; i < values.length; i++) {
            Cell cell = plan.cells().get(i);
            values[i] = cell.read(row, at);
            at += cell.columns().size();
        }
        return plan.view().make(values);
    }

    @Override
    public Kept<V> save(Work work, Kept<V> before, Kept<V> after) throws SQLException {
        try (PreparedStatement prepared =
                work.unwrap(Connection.class).prepareStatement(before == null ? insert : update)) {
            bind(prepared, 1, before, after);
            if (prepared.executeUpdate() == 0) {
                throw stale();
            }
        }
        return after;
    }

    /** New ones with one statement for all, the others with one batch. */
    @Override
    public List<Kept<V>> save(Work work, List<Step<V>> steps) throws SQLException {
        Connection connection = work.unwrap(Connection.class);
        List<Step<V>> fresh =
                steps.stream().filter(step -> step.before() == null).toList();
        int most = MOST_PARAMETERS / text.needed().size();
        for (int from = 0; from < fresh.size(); from += most) {
            insert(connection, fresh.subList(from, Math.min(from + most, fresh.size())));
        }
        update(connection, steps.stream().filter(step -> step.before() != null).toList());
        return steps.stream().map(Step::after).toList();
    }

    private void insert(Connection connection, List<Step<V>> fresh) throws SQLException {
        try (PreparedStatement prepared = connection.prepareStatement(text.insert(fresh.size()))) {
            int at = 1;
            for (Step<V> step : fresh) {
                at = bind(prepared, at, null, step.after());
            }
            prepared.executeUpdate();
        }
    }

    private void update(Connection connection, List<Step<V>> known) throws SQLException {
        if (known.isEmpty()) {
            return;
        }
        try (PreparedStatement prepared = connection.prepareStatement(update)) {
            for (Step<V> step : known) {
                bind(prepared, 1, step.before(), step.after());
                prepared.addBatch();
            }
            for (int changed : prepared.executeBatch()) {
                if (changed == 0) {
                    throw stale();
                }
            }
        }
    }

    private int bind(PreparedStatement prepared, int from, Kept<V> before, Kept<V> after) throws SQLException {
        int at = from;
        if (before == null) {
            prepared.setLong(at++, Tsid.parse(after.id()));
        }
        prepared.setLong(at++, after.version());
        prepared.setBoolean(at++, after.archived());
        if (before == null) {
            prepared.setObject(at++, after.createdAt().atOffset(ZoneOffset.UTC));
            prepared.setString(at++, after.createdBy());
        }
        prepared.setObject(at++, after.changedAt().atOffset(ZoneOffset.UTC));
        prepared.setString(at++, after.changedBy());
        at = fields(prepared, at, after.value());
        if (before != null) {
            prepared.setLong(at++, Tsid.parse(after.id()));
            prepared.setLong(at++, before.version());
        }
        return at;
    }

    private static Stale stale() {
        return new Stale(
                "platform.record.stale",
                "The record was changed since you read it; read it again, then repeat your change.");
    }

    @Override
    public boolean remove(Work work, Kept<V> record) throws SQLException {
        try (PreparedStatement prepared = work.unwrap(Connection.class).prepareStatement(delete)) {
            prepared.setLong(1, Tsid.parse(record.id()));
            prepared.setLong(2, record.version());
            return prepared.executeUpdate() == 1;
        }
    }

    private int fields(PreparedStatement prepared, int from, V value) throws SQLException {
        int at = from;
        for (Cell cell : plan.written()) {
            int place = plan.view().place(cell.field().name());
            cell.bind(prepared, at, plan.view().get(value, place));
            at += cell.columns().size();
        }
        if (plan.documented()) {
            prepared.setString(at++, plan.document(value));
        }
        if (plan.searched() && plan.kind().index().words() == null) {
            prepared.setString(at++, plan.searchText(value));
        }
        return at;
    }
}
