package org.colonnade.crm.internal.domain.merge;

import java.util.List;
import java.util.Objects;
import org.colonnade.crm.api.ContactPoint;
import org.colonnade.crm.api.ContactType;
import org.colonnade.crm.internal.domain.PointChange;
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

    /** Whether two points say the same, but for which comes first, and for what happened with them: see {@link #standAlike}. */
    static boolean same(ContactPoint one, ContactPoint other) {
        return one.type() == other.type()
                && Objects.equals(one.value(), other.value())
                && one.purposes().equals(other.purposes())
                && Objects.equals(one.label(), other.label())
                && Objects.equals(one.address(), other.address())
                && Objects.equals(one.validFrom(), other.validFrom())
                && Objects.equals(one.validTo(), other.validTo());
    }

    /** Whether two points may be used or not, and were tried, alike: that is about where they lead, whoever has them. */
    static boolean standAlike(ContactPoint one, ContactPoint other) {
        return one.doNotUse().equals(other.doNotUse())
                && Objects.equals(one.doNotUseReason(), other.doNotUseReason())
                && Objects.equals(one.verifiedAt(), other.verifiedAt())
                && Objects.equals(one.verifiedBy(), other.verifiedBy())
                && Objects.equals(one.bounces(), other.bounces())
                && Objects.equals(one.bouncedAt(), other.bouncedAt());
    }

    /** A point that stands as another one does. */
    static ContactPoint standing(ContactPoint point, ContactPoint like) {
        return PointChange.of(point)
                .doNotUse(like.doNotUse(), like.doNotUseReason())
                .tried(like)
                .make();
    }

    /** A point of which two parties know something: what one may not use, nobody may; what one has reached, is reached. */
    static ContactPoint together(ContactPoint one, ContactPoint other) {
        PointChange both = PointChange.of(one);
        if (!one.doNotUse() && other.doNotUse()) {
            both.doNotUse(true, other.doNotUseReason());
        }
        if (one.verifiedAt() == null && one.bounces() == null) {
            both.tried(other);
        }
        return both.make();
    }

    /** The same point, as the first of its type or not. */
    static ContactPoint marked(ContactPoint point, boolean primary) {
        return PointChange.marked(point, primary);
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
