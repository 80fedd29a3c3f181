package org.colonnade.platform.dossier.internal.domain;

import java.time.ZoneOffset;
import org.colonnade.platform.api.Tsid;
import org.colonnade.platform.api.dossier.CustomField;
import org.colonnade.platform.api.dossier.FieldType;
import org.colonnade.platform.api.dossier.Lookup;

/** By which column the values of a field are found and ordered. */
public final class FieldLookup {

    private FieldLookup() {}

    public static Lookup of(CustomField field) {
        FieldType type = field.definition().type();
        Lookup.Order order = order(type);
        return new Lookup(
                "dossier_custom_value",
                "field_id",
                Tsid.parse(field.id()),
                "record_no",
                column(order),
                order,
                type != FieldType.MULTI_CHOICE,
                value -> operand(type, order, value));
    }

    private static Lookup.Order order(FieldType type) {
        return switch (type) {
            case TEXT, CHOICE, MULTI_CHOICE, REF, URL, EMAIL -> Lookup.Order.TEXT;
            case NUMBER, INTEGER, BOOLEAN, MONEY -> Lookup.Order.NUMBER;
            case DATE, INSTANT -> Lookup.Order.MOMENT;
        };
    }

    private static String column(Lookup.Order order) {
        return switch (order) {
            case TEXT -> "text_key";
            case NUMBER -> "number_value";
            case MOMENT -> "at_value";
        };
    }

    /** A filter may name a part of an address, or an amount without its currency. */
    private static Object operand(FieldType type, Lookup.Order order, Object value) {
        return switch (order) {
            case TEXT -> Folded.key(String.valueOf(value));
            case NUMBER -> FieldValue.number(FieldValue.typed(amount(type, value) ? FieldType.NUMBER : type, value));
            case MOMENT -> FieldValue.moment(FieldValue.typed(type, value)).atOffset(ZoneOffset.UTC);
        };
    }

    private static boolean amount(FieldType type, Object value) {
        return type == FieldType.INTEGER
                || type == FieldType.MONEY && value instanceof String text && !text.contains(" ");
    }
}
