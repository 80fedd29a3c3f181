package org.colonnade.platform.records.internal.shape;

import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import org.colonnade.platform.api.Money;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.record.FieldType;
import org.colonnade.platform.api.record.RecordField;

/** How a field's value lies in its column, or columns. */
public final class Cell {

    private final RecordField field;
    private final Type type;
    private final RecordJson json;

    Cell(RecordField field, RecordComponent component, RecordJson json) {
        this.field = field;
        this.type = component.getGenericType();
        this.json = json;
    }

    /** The field. */
    public RecordField field() {
        return field;
    }

    /** The columns, one or, for money, two. */
    public List<String> columns() {
        return field.type() == FieldType.MONEY
                ? List.of(field.column(), field.column() + "_currency")
                : List.of(field.column());
    }

    /** Reads the value from the row. @param at the place of its first column */
    public Object read(ResultSet row, int at) throws SQLException {
        return switch (field.type()) {
            case TEXT -> row.getString(at);
            case INTEGER -> integer(row, at);
            case DECIMAL -> row.getBigDecimal(at);
            case BOOLEAN -> row.getObject(at, Boolean.class);
            case DATE -> row.getObject(at, LocalDate.class);
            case INSTANT -> instant(row, at);
            case CHOICE -> choice(row.getString(at));
            case REF -> ref(row.getString(at));
            case MONEY -> money(row.getBigDecimal(at), row.getString(at + 1));
            case STRUCTURE -> structure(row.getString(at));
        };
    }

    private Object integer(ResultSet row, int at) throws SQLException {
        long number = row.getLong(at);
        if (row.wasNull()) {
            return null;
        }
        return field.javaType() == int.class || field.javaType() == Integer.class
                ? (Object) Math.toIntExact(number)
                : (Object) number;
    }

    private static Instant instant(ResultSet row, int at) throws SQLException {
        OffsetDateTime moment = row.getObject(at, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }

    private static Ref ref(String text) {
        return text == null ? null : Ref.parse(text);
    }

    /** In the scale of the currency, whatever scale the column has; more decimals stay where they say something. */
    private static Money money(BigDecimal amount, String code) {
        if (amount == null) {
            return null;
        }
        Currency currency = Currency.getInstance(code);
        BigDecimal exact = amount.stripTrailingZeros();
        int least = Math.max(0, currency.getDefaultFractionDigits());
        return new Money(exact.scale() < least ? exact.setScale(least, RoundingMode.UNNECESSARY) : exact, currency);
    }

    private Object structure(String text) {
        return text == null ? null : json.read(text, type);
    }

    private Object choice(String name) {
        if (name == null) {
            return null;
        }
        for (Object constant : field.javaType().getEnumConstants()) {
            if (((Enum<?>) constant).name().equals(name)) {
                return constant;
            }
        }
        throw new IllegalStateException("Column " + field.column() + " holds '" + name + "', which is no "
                + field.javaType().getSimpleName());
    }

    /** Gives the value to the statement. @param at the place of its first column */
    public void bind(PreparedStatement statement, int at, Object value) throws SQLException {
        if (field.type() == FieldType.MONEY) {
            Money money = (Money) value;
            statement.setBigDecimal(at, money == null ? null : money.amount());
            statement.setString(at + 1, money == null ? null : money.currency().getCurrencyCode());
        } else {
            bind(statement, at, field.type(), value == null || field.type() != FieldType.STRUCTURE ? value : json.write(value));
        }
    }

    /** Gives one comparable value to a statement. */
    public static void bind(PreparedStatement statement, int at, FieldType type, Object value) throws SQLException {
        switch (type) {
            case INTEGER -> statement.setObject(at, value == null ? null : ((Number) value).longValue(), Types.BIGINT);
            case DECIMAL -> statement.setBigDecimal(at, (BigDecimal) value);
            case BOOLEAN -> statement.setObject(at, value, Types.BOOLEAN);
            case DATE -> statement.setObject(at, value);
            case INSTANT -> statement.setObject(at, value == null ? null : ((Instant) value).atOffset(ZoneOffset.UTC));
            case CHOICE -> statement.setString(at, value == null ? null : choice(value));
            default -> statement.setString(at, value == null ? null : value.toString());
        }
    }

    private static String choice(Object value) {
        return value instanceof Enum<?> constant ? constant.name() : value.toString();
    }
}
