package org.colonnade.platform.records.internal.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.colonnade.platform.api.dossier.Lookup;
import org.colonnade.platform.api.record.FieldType;
import org.colonnade.platform.records.internal.query.Condition;
import org.colonnade.platform.records.internal.query.Order;
import org.postgresql.PGStatement;

/**
 * What a list is asked for, worked out.
 *
 * @param condition the filter, or null
 * @param patterns for {@code LIKE} over the search text; all must hold
 * @param archived only archived ones, only others, or null for both
 * @param tag where tags lie, or null; {@code tagged} is what it must hold
 * @param order in which order
 * @param place the keys' values where the page before ended, null for none of those that lie elsewhere; empty for the first page
 * @param limit how many at most
 */
public record ListText(
        Condition condition,
        List<String> patterns,
        Boolean archived,
        Lookup tag,
        Object tagged,
        Order order,
        List<Object> place,
        int limit) {

    /** So many that have the words are gathered and sorted; with more it is quicker to walk along the order. */
    private static final int FEW = 3_000;

    /** The same list from another place on. */
    public ListText from(List<Object> other, int most) {
        return new ListText(condition, patterns, archived, tag, tagged, order, other, most);
    }

    /** Reads one row. */
    @FunctionalInterface
    public interface Reader<T> {
        /** Makes something of the row. */
        T read(ResultSet row) throws SQLException;
    }

    /** The rows, in order. @param columns what to read, of the alias {@code r} */
    <T> List<T> rows(Connection connection, String columns, TableText table, Reader<T> reader) throws SQLException {
        if (!order.keys().get(0).target().lastIfNone()) {
            return straight(connection, columns, table, reader);
        }
        boolean past = !place.isEmpty() && place.get(0) == null;
        List<T> rows = past ? new ArrayList<>() : having().rows(connection, columns, table, reader);
        if (rows.size() < limit) {
            rows.addAll(lacking(past, limit - rows.size()).rows(connection, columns, table, reader));
        }
        return rows;
    }

    /** Those of the list that have what it is sorted by first: an index over the values leads to them. */
    private ListText having() {
        List<Order.Key> keys = new ArrayList<>(order.keys());
        keys.set(0, new Order.Key(keys.get(0).target().held(), keys.get(0).descending()));
        return new ListText(condition, patterns, archived, tag, tagged, new Order(keys), place, limit);
    }

    /** Those that do not have it, by what the list is sorted by next. @param past whether a page began among them */
    private ListText lacking(boolean past, int most) {
        List<Order.Key> keys = order.keys().subList(1, order.keys().size());
        Condition none = new Condition.Present(order.keys().get(0).target(), false);
        return new ListText(
                condition == null ? none : new Condition.All(List.of(condition, none)),
                patterns,
                archived,
                tag,
                tagged,
                new Order(keys),
                past ? place.subList(1, place.size()) : List.of(),
                most);
    }

    private <T> List<T> straight(Connection connection, String columns, TableText table, Reader<T> reader)
            throws SQLException {
        List<T> few = patterns.isEmpty() ? null : few(connection, columns, table, reader);
        return few == null ? walked(connection, columns, table, reader) : few;
    }

    /** Along the order until there are enough: what is quick where no words are looked for, or words that many have. */
    private <T> List<T> walked(Connection connection, String columns, TableText table, Reader<T> reader)
            throws SQLException {
        Statement statement = new Statement();
        statement.add("select " + columns + " from " + table.name() + " r");
        Keyset.joins(order, statement);
        statement.add(" where ");
        narrow(statement, table);
        boolean own = order.keys().get(0).target().lookup() == null;
        Keyset.order(order, own && archived != null, statement);
        statement.add(" limit ").add(FieldType.INTEGER, (long) limit);
        try (PreparedStatement prepared = prepared(statement, connection);
                ResultSet found = prepared.executeQuery()) {
            List<T> rows = new ArrayList<>();
            while (found.next()) {
                rows.add(reader.read(found));
            }
            return rows;
        }
    }

    /**
     * All that have the words, sorted afterwards: what is quick where few have them. The database cannot know which of the two it is, so
     * it gathers some thousand at most and is asked again if there are more.
     *
     * @return null if there are more
     */
    private <T> List<T> few(Connection connection, String columns, TableText table, Reader<T> reader)
            throws SQLException {
        Statement statement = new Statement();
        statement.add(
                "select " + columns + ",f.hits from (select h.*,count(*) over () as hits from (select r.id as hit");
        Keyset.keys(order, statement);
        statement.add(" from " + table.name() + " r");
        Keyset.joins(order, statement);
        statement.add(" where ");
        narrow(statement, table);
        statement.add(" limit " + (FEW + 1) + ") h");
        Keyset.order(order, "h.", statement);
        statement.add(" limit ").add(FieldType.INTEGER, (long) limit);
        statement.add(") f join " + table.name() + " r on r.id=f.hit");
        Keyset.order(order, "f.", statement);
        try (PreparedStatement prepared = prepared(statement, connection);
                ResultSet found = prepared.executeQuery()) {
            List<T> rows = new ArrayList<>();
            while (found.next()) {
                if (found.getLong("hits") > FEW) {
                    return null;
                }
                rows.add(reader.read(found));
            }
            return rows;
        }
    }

    /** The best plan depends on the words, so none is kept. */
    private PreparedStatement prepared(Statement statement, Connection connection) throws SQLException {
        PreparedStatement prepared = statement.prepare(connection);
        if (!patterns.isEmpty() && prepared.isWrapperFor(PGStatement.class)) {
            prepared.unwrap(PGStatement.class).setPrepareThreshold(0);
        }
        return prepared;
    }

    static long count(Connection connection, TableText table, Condition condition) throws SQLException {
        Statement statement = new Statement().add("select count(*) from " + table.name() + " r where ");
        Where.write(condition, statement);
        statement.add(table.standing());
        try (PreparedStatement prepared = statement.prepare(connection);
                ResultSet found = prepared.executeQuery()) {
            found.next();
            return found.getLong(1);
        }
    }

    private void narrow(Statement statement, TableText table) {
        if (archived == null) {
            statement.add("r.archived is not null");
        } else {
            statement.add(archived ? "r.archived=true" : "r.archived=false");
        }
        statement.add(table.standing());
        for (String pattern : patterns) {
            statement
                    .add(" and " + table.searchOpens())
                    .add(FieldType.TEXT, pattern)
                    .add(" escape '!'" + table.searchCloses());
        }
        if (condition != null) {
            statement.add(" and ");
            Where.write(condition, statement);
        }
        if (tag != null) {
            statement.add(" and ");
            Where.elsewhere(tag, statement);
            statement.add("=").add(null, tagged).add(")");
        }
        if (!place.isEmpty()) {
            Keyset.after(order, place, statement);
        }
    }
}
