package org.colonnade.platform.records.internal.sql;

import java.util.List;
import org.colonnade.platform.api.record.FieldType;
import org.colonnade.platform.records.internal.query.Order;
import org.colonnade.platform.records.internal.query.Target;

/**
 * The order of a list and the place where a page begins. Where a record may have no value, it stands where the least value of the type
 * would: an index over the same expression serves it.
 */
final class Keyset {

    private Keyset() {}

    /** What a key is compared and sorted by. */
    static String expression(Target target) {
        String column = "r." + target.column();
        return target.nullable() ? "coalesce(" + column + "," + least(target.type()) + ")" : column;
    }

    private static String least(FieldType type) {
        return switch (type) {
            case INTEGER, DECIMAL, MONEY -> "0";
            case BOOLEAN -> "false";
            case DATE -> "date '0001-01-01'";
            case INSTANT -> "timestamp with time zone '0001-01-01 00:00:00+00:00'";
            default -> "''";
        };
    }

    /** The columns of the order. @param archived leads where all records share it, as the indexes do */
    static void order(Order order, boolean archived, Statement into) {
        into.add(" order by ").add(archived ? "r.archived," : "");
        for (int i = 0; i < order.keys().size(); i++) {
            Order.Key key = order.keys().get(i);
            into.add(i == 0 ? "" : ",").add(expression(key.target())).add(key.descending() ? " desc" : "");
        }
    }

    /** What it is sorted by as columns of a selection: {@code k0}, {@code k1} and so on. */
    static void keys(Order order, Statement into) {
        for (int i = 0; i < order.keys().size(); i++) {
            into.add("," + expression(order.keys().get(i).target()) + " as k" + i);
        }
    }

    /** The order over such columns. @param alias of the selection, with its dot */
    static void order(Order order, String alias, Statement into) {
        for (int i = 0; i < order.keys().size(); i++) {
            into.add((i == 0 ? " order by " : ",") + alias + "k" + i)
                    .add(order.keys().get(i).descending() ? " desc" : "");
        }
    }

    /** Only what comes after a place. @param place the keys' values there */
    static void after(Order order, List<Object> place, Statement into) {
        Order.Key first = order.keys().get(0);
        if (order.keys().size() > 1) {
            // a plain bound lets an index begin at the place
            into.add(" and " + expression(first.target()) + (first.descending() ? "<=" : ">="))
                    .add(first.target().type(), place.get(0));
        }
        into.add(" and (");
        step(order, place, 0, into);
        into.add(")");
    }

    private static void step(Order order, List<Object> place, int at, Statement into) {
        Order.Key key = order.keys().get(at);
        String expression = expression(key.target());
        into.add(expression + (key.descending() ? "<" : ">")).add(key.target().type(), place.get(at));
        if (at + 1 < order.keys().size()) {
            into.add(" or (" + expression + "=")
                    .add(key.target().type(), place.get(at))
                    .add(" and (");
            step(order, place, at + 1, into);
            into.add("))");
        }
    }
}
