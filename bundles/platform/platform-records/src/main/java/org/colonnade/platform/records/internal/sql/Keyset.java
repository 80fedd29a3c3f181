package org.colonnade.platform.records.internal.sql;

import java.util.List;
import java.util.Objects;
import org.colonnade.platform.api.dossier.Lookup;
import org.colonnade.platform.api.record.FieldType;
import org.colonnade.platform.records.internal.query.Order;
import org.colonnade.platform.records.internal.query.Target;

/**
 * The order of a list and the place where a page begins. Where a record may have no value, it stands where the least value of the type
 * would: an index over the same expression serves it. What lies in another table is joined as {@code s0}, {@code s1} and so on; who has
 * none there comes last.
 */
final class Keyset {

    private Keyset() {}

    /** What a key is compared and sorted by. */
    private static String expression(Order order, int at) {
        Target target = order.keys().get(at).target();
        if (target.lookup() != null) {
            return "s" + at + "." + target.lookup().valueColumn();
        }
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

    /** The tables in which keys lie, beside the record's own. */
    static void joins(Order order, Statement into) {
        for (int i = 0; i < order.keys().size(); i++) {
            Target target = order.keys().get(i).target();
            Lookup lookup = target.lookup();
            if (lookup != null) {
                String alias = "s" + i + ".";
                into.add((target.nullable() ? " left join " : " join ") + lookup.table() + " s" + i + " on " + alias
                        + lookup.recordColumn() + "=r.id");
                if (lookup.ownerColumn() != null) {
                    into.add(" and " + alias + lookup.ownerColumn() + "=").add(null, lookup.owner());
                }
                into.add(target.nullable() ? "" : " and " + alias + lookup.valueColumn() + " is not null");
            }
        }
    }

    private static String direction(Order.Key key) {
        return (key.descending() ? " desc" : "") + (key.target().lastIfNone() ? " nulls last" : "");
    }

    /** The columns of the order. @param archived leads where all records share it, as the indexes do */
    static void order(Order order, boolean archived, Statement into) {
        into.add(" order by ").add(archived ? "r.archived," : "");
        for (int i = 0; i < order.keys().size(); i++) {
            Order.Key key = order.keys().get(i);
            into.add(i == 0 ? "" : ",").add(expression(order, i)).add(direction(key));
        }
    }

    /** What it is sorted by as columns of a selection: {@code k0}, {@code k1} and so on. */
    static void keys(Order order, Statement into) {
        for (int i = 0; i < order.keys().size(); i++) {
            into.add("," + expression(order, i) + " as k" + i);
        }
    }

    /** The order over such columns. @param alias of the selection, with its dot */
    static void order(Order order, String alias, Statement into) {
        for (int i = 0; i < order.keys().size(); i++) {
            into.add((i == 0 ? " order by " : ",") + alias + "k" + i)
                    .add(direction(order.keys().get(i)));
        }
    }

    /** Only what comes after a place. @param place the keys' values there */
    static void after(Order order, List<Object> place, Statement into) {
        Order.Key first = order.keys().get(0);
        if (order.keys().size() > 1 && !first.target().lastIfNone()) {
            // a plain bound lets an index begin at the place
            into.add(" and " + expression(order, 0) + (first.descending() ? "<=" : ">="))
                    .add(bound(first.target()), place.get(0));
        }
        if (oneWay(order) && place.stream().noneMatch(Objects::isNull)) {
            rows(order, place, into);
            return;
        }
        into.add(" and (");
        step(order, place, 0, into);
        into.add(")");
    }

    private static boolean oneWay(Order order) {
        boolean descending = order.keys().get(0).descending();
        return order.keys().stream()
                .allMatch(key -> key.descending() == descending && !key.target().lastIfNone());
    }

    /** Keys that all run the same way are compared as one row, which an index does by itself. */
    private static void rows(Order order, List<Object> place, Statement into) {
        for (int i = 0; i < place.size(); i++) {
            into.add(i == 0 ? " and (" : ",").add(expression(order, i));
        }
        into.add(order.keys().get(0).descending() ? ")<(" : ")>(");
        for (int i = 0; i < place.size(); i++) {
            into.add(i == 0 ? "" : ",").add(bound(order.keys().get(i).target()), place.get(i));
        }
        into.add(")");
    }

    private static void step(Order order, List<Object> place, int at, Statement into) {
        Order.Key key = order.keys().get(at);
        String expression = expression(order, at);
        if (place.get(at) == null) {
            into.add(expression + " is null and (");
            step(order, place, at + 1, into);
            into.add(")");
            return;
        }
        FieldType type = bound(key.target());
        into.add(expression + (key.descending() ? "<" : ">")).add(type, place.get(at));
        into.add(key.target().lastIfNone() ? " or " + expression + " is null" : "");
        if (at + 1 < order.keys().size()) {
            into.add(" or (" + expression + "=").add(type, place.get(at)).add(" and (");
            step(order, place, at + 1, into);
            into.add("))");
        }
    }

    /** How a place is bound; what lies elsewhere, as the driver does it. */
    private static FieldType bound(Target target) {
        return target.lookup() == null ? target.type() : null;
    }
}
