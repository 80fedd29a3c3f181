package org.colonnade.platform.api.record;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.colonnade.platform.api.Money;
import org.colonnade.platform.api.Ref;

/** How a field is kept and compared. */
public enum FieldType {
    /** A text: {@code varchar} or {@code text}. */
    TEXT,
    /** A whole number: {@code integer} or {@code bigint}. */
    INTEGER,
    /** An exact decimal number: {@code numeric}. */
    DECIMAL,
    /** True or false: {@code boolean}. */
    BOOLEAN,
    /** A day: {@code date}. */
    DATE,
    /** A moment in UTC: {@code timestamp(6) with time zone}. */
    INSTANT,
    /** One of a fixed set of words, an enumeration: {@code varchar}. */
    CHOICE,
    /** A reference to any record, {@code module:type:id}: {@code varchar}. */
    REF,
    /** An amount in a currency: two columns, {@code <column>} ({@code numeric}) and {@code <column>_currency} ({@code varchar(3)}). */
    MONEY,
    /** A list or a record: kept as JSON text, neither filtered nor sorted. */
    STRUCTURE;

    /** How a component of this Java type is kept. */
    static FieldType of(Class<?> type) {
        if (type == String.class) {
            return TEXT;
        }
        if (type == int.class || type == Integer.class || type == long.class || type == Long.class) {
            return INTEGER;
        }
        if (type == boolean.class || type == Boolean.class) {
            return BOOLEAN;
        }
        if (type == BigDecimal.class) {
            return DECIMAL;
        }
        if (type == LocalDate.class) {
            return DATE;
        }
        if (type == Instant.class) {
            return INSTANT;
        }
        if (type == Ref.class) {
            return REF;
        }
        if (type == Money.class) {
            return MONEY;
        }
        return type.isEnum() ? CHOICE : STRUCTURE;
    }

    /** Whether lists can be filtered and sorted by it. */
    public boolean comparable() {
        return this != STRUCTURE && this != MONEY;
    }
}
