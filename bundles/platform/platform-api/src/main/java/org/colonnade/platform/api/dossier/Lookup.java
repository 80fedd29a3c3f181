package org.colonnade.platform.api.dossier;

import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * Where the values of a dossier lie, for a list that filters or sorts its own rows by them in one statement. A row belongs to the list's
 * record if {@link #ownerColumn} holds {@link #owner} and {@link #recordColumn} the record's number (its TSID as a {@code bigint}); its
 * {@link #valueColumn} is compared with what {@link #operand} makes. There is an index over owner, value and record, so a list may begin
 * with the values, and one by which it finds the values of its own rows.
 *
 * <pre>
 * exists (select 1 from TABLE v where v.OWNER_COLUMN = ? and v.RECORD_COLUMN = r.id and v.VALUE_COLUMN = ?)
 * </pre>
 *
 * <p>A list that begins with the values and pages by them says {@code v.VALUE_COLUMN is not null} as well: the index holds no others.
 *
 * <p>All names are constants of the platform; none comes from a caller.
 *
 * @param table the table, or a query in parentheses
 * @param ownerColumn the column that says whose values they are; null where all of the table are
 * @param owner what it holds: a {@code String} or a {@code Long}
 * @param recordColumn the column with the record's number
 * @param valueColumn the column to compare and sort by
 * @param order which kind of values it holds
 * @param single whether a record has at most one row, so that a list may sort by it
 * @param maker turns a typed value, or its text, into what the statement is given; throws {@link IllegalArgumentException} if it is none
 */
public record Lookup(
        String table,
        String ownerColumn,
        Object owner,
        String recordColumn,
        String valueColumn,
        Order order,
        boolean single,
        UnaryOperator<Object> maker) {

    public Lookup {
        Objects.requireNonNull(table, "table");
        if (ownerColumn != null) {
            Objects.requireNonNull(owner, "owner");
        }
        Objects.requireNonNull(recordColumn, "recordColumn");
        Objects.requireNonNull(valueColumn, "valueColumn");
        Objects.requireNonNull(order, "order");
        Objects.requireNonNull(maker, "maker");
    }

    /**
     * What the value column is compared with.
     *
     * @param value a typed value, or its text as a filter brings it
     * @return a {@code String}, {@code java.math.BigDecimal} or {@code java.time.OffsetDateTime} as {@link #order} says
     * @throws IllegalArgumentException if it is no value of that type
     */
    public Object operand(Object value) {
        return maker.apply(value);
    }

    /** What the value column holds. */
    public enum Order {
        /** Folded text of at most 200 characters: without regard to case and width. */
        TEXT,
        /** A decimal number; a boolean is 0 or 1. */
        NUMBER,
        /** An instant; a date is its midnight in UTC. */
        MOMENT
    }
}
