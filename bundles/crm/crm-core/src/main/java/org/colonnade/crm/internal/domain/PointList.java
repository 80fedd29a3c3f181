package org.colonnade.crm.internal.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.colonnade.crm.api.ContactPoint;

/** The contact points of a party with one of them added, changed or taken away. */
public final class PointList {

    private PointList() {}

    /** With another one; if that is a primary one, it is the only one of its type. */
    public static List<ContactPoint> with(List<ContactPoint> points, ContactPoint added) {
        List<ContactPoint> all = new ArrayList<>(points);
        all.add(added);
        return added.primary() ? first(all, added) : all;
    }

    /**
     * With one in the place of another.
     *
     * @param today a point that serves no more on this day, or is not to come first any more, leaves that to another that serves
     */
    public static List<ContactPoint> replaced(
            List<ContactPoint> points, ContactPoint before, ContactPoint after, LocalDate today) {
        List<ContactPoint> all = new ArrayList<>(points);
        all.set(all.indexOf(before), after);
        if (after.primary() && !before.primary()) {
            return first(all, after);
        }
        boolean leaves = before.primary() && (!after.primary() || before.serves(today) && !after.serves(today));
        return leaves ? passedOn(all, after, today) : all;
    }

    /** Without one. */
    public static List<ContactPoint> without(List<ContactPoint> points, ContactPoint gone) {
        List<ContactPoint> all = new ArrayList<>(points);
        all.remove(gone);
        return all;
    }

    private static List<ContactPoint> first(List<ContactPoint> points, ContactPoint first) {
        List<ContactPoint> all = new ArrayList<>(points);
        all.replaceAll(one -> one.type() == first.type() ? PointChange.marked(one, one == first) : one);
        return all;
    }

    private static List<ContactPoint> passedOn(List<ContactPoint> points, ContactPoint from, LocalDate today) {
        return points.stream()
                .filter(one -> one != from && one.type() == from.type() && one.serves(today))
                .findFirst()
                .map(next -> first(points, next))
                .orElse(points);
    }
}
