package org.colonnade.crm.internal.domain.merge;

import java.util.List;
import java.util.Objects;
import org.colonnade.crm.api.ContactPoint;
import org.colonnade.crm.api.ContactType;
import org.colonnade.platform.api.text.Folding;

/** Small words about contact points. */
final class Points {

    private Points() {}

    /** What two points have in common that reach the same. */
    static String key(ContactPoint point) {
        String value = point.normalised() == null ? point.value() : point.normalised();
        return point.type() + "\n" + Folding.fold(value);
    }

    /** The first point that reaches the same, or null. */
    static ContactPoint find(List<ContactPoint> points, String key) {
        return points.stream()
                .filter(point -> key(point).equals(key))
                .findFirst()
                .orElse(null);
    }

    /** Whether two points say the same, but for which comes first. */
    static boolean same(ContactPoint one, ContactPoint other) {
        return one.type() == other.type()
                && Objects.equals(one.value(), other.value())
                && one.purposes().equals(other.purposes())
                && Objects.equals(one.label(), other.label())
                && Objects.equals(one.address(), other.address());
    }

    /** The same point, as the first of its type or not. */
    static ContactPoint marked(ContactPoint point, boolean primary) {
        return new ContactPoint(
                point.type(),
                point.value(),
                point.normalised(),
                point.purposes(),
                point.label(),
                primary,
                point.address());
    }

    /** The key of the first of a type; empty if there is none. */
    static String primary(List<ContactPoint> points, ContactType type) {
        return points.stream()
                .filter(point -> point.type() == type && point.primary())
                .map(Points::key)
                .findFirst()
                .orElse("");
    }
}
