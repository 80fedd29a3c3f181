package org.colonnade.platform.records.internal;

import java.math.BigDecimal;
import org.colonnade.platform.api.Money;
import org.colonnade.platform.records.internal.query.Target;
import org.colonnade.platform.records.internal.shape.Plan;

/** The fields of a record as filters and sorts compare them. */
final class Comparables {

    private Comparables() {}

    static <V extends Record> Object of(Target target, Plan<V, ?> plan, V value) {
        String name = target.name();
        int dot = name.indexOf('.');
        int place = plan.view().place(dot < 0 ? name : name.substring(0, dot));
        Object held = place < 0 ? null : plan.view().get(value, place);
        if (held instanceof Money money) {
            return name.endsWith(".amount") ? money.amount() : money.currency().getCurrencyCode();
        }
        if (held instanceof Integer number) {
            return number.longValue();
        }
        if (held instanceof Enum<?> constant) {
            return constant.name();
        }
        return held == null || held instanceof Comparable<?> && !(held instanceof BigDecimal) ? held : plain(held);
    }

    private static Object plain(Object held) {
        return held instanceof BigDecimal number ? number : held.toString();
    }
}
