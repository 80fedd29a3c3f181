package org.colonnade.crm.internal.domain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.colonnade.crm.api.ContactPoint;
import org.colonnade.crm.api.ContactType;

/**
 * Which contact points of a change are which of those there were. Each keeps its id; what is known of trying it stays as long as it leads
 * to the same. A caller that sends a whole list need not send ids: a point that reaches the same is the same.
 */
public final class PointIds {

    private final List<ContactPoint> before;
    private final PhoneRule phones;
    private final boolean[] taken;

    private PointIds(List<ContactPoint> before, PhoneRule phones) {
        this.before = before;
        this.phones = phones;
        this.taken = new boolean[before.size()];
    }

    /**
     * The wanted points, each with its id.
     *
     * @param before those that the party has
     * @param wanted those that a caller wants; their ids count where the party has them, what is known of trying them never does
     * @param ids makes new ids
     */
    public static List<ContactPoint> carried(
            List<ContactPoint> before, List<ContactPoint> wanted, PhoneRule phones, Supplier<String> ids) {
        return new PointIds(before, phones).carry(wanted, any -> ids.get());
    }

    /**
     * The points of an older version, each with its id.
     *
     * @param before those that the party has
     * @param older those that it had; one that it has no more gets its id back
     * @param taken the ids that another party has now
     * @param ids makes new ids
     */
    public static List<ContactPoint> returned(
            List<ContactPoint> before,
            List<ContactPoint> older,
            Set<String> taken,
            PhoneRule phones,
            Supplier<String> ids) {
        Set<String> gone = gone(before, older);
        gone.removeAll(taken);
        return new PointIds(before, phones).carry(older, point -> gone.remove(point.id()) ? point.id() : ids.get());
    }

    /** The ids of the points that a party had and has no more. */
    public static Set<String> gone(List<ContactPoint> before, List<ContactPoint> older) {
        Set<String> gone = new HashSet<>();
        older.stream().map(ContactPoint::id).filter(Objects::nonNull).forEach(gone::add);
        before.forEach(point -> gone.remove(point.id()));
        return gone;
    }

    /** The points, each with an id of its own: those that have none, or one that another has, get a new one. */
    public static List<ContactPoint> filled(List<ContactPoint> points, Supplier<String> ids) {
        Set<String> known = new HashSet<>();
        List<ContactPoint> all = new ArrayList<>();
        boolean changed = false;
        for (ContactPoint point : points) {
            boolean own = point.id() != null && known.add(point.id());
            changed |= !own;
            all.add(own ? point : PointChange.of(point).id(ids.get()).make());
        }
        return changed ? all : points;
    }

    private List<ContactPoint> carry(List<ContactPoint> wanted, Function<ContactPoint, String> ids) {
        ContactPoint[] was = new ContactPoint[wanted.size()];
        for (int i = 0; i < was.length; i++) {
            String id = wanted.get(i).id();
            ContactType type = wanted.get(i).type();
            was[i] = id == null ? null : take(one -> id.equals(one.id()) && one.type() == type);
        }
        for (int i = 0; i < was.length; i++) {
            ContactPoint point = wanted.get(i);
            if (was[i] == null) {
                was[i] = take(one -> same(one, point) && one.purposes().equals(point.purposes()));
            }
        }
        List<ContactPoint> all = new ArrayList<>();
        for (int i = 0; i < was.length; i++) {
            ContactPoint point = wanted.get(i);
            ContactPoint one = was[i] == null ? take(other -> same(other, point)) : was[i];
            all.add(made(point, one, ids));
        }
        return all;
    }

    private ContactPoint made(ContactPoint point, ContactPoint one, Function<ContactPoint, String> ids) {
        PointChange change = PointChange.of(point).untried();
        if (one == null) {
            return change.id(ids.apply(point)).make();
        }
        return (same(one, point) ? change.tried(one) : change).id(one.id()).make();
    }

    private ContactPoint take(Predicate<ContactPoint> wanted) {
        for (int i = 0; i < taken.length; i++) {
            if (!taken[i] && wanted.test(before.get(i))) {
                taken[i] = true;
                return before.get(i);
            }
        }
        return null;
    }

    /** Whether two points lead to the same. */
    private boolean same(ContactPoint one, ContactPoint other) {
        if (one.type() != other.type()) {
            return false;
        }
        if (one.type() == ContactType.POSTAL) {
            return Objects.equals(one.address(), other.address());
        }
        String key = ContactRule.matchKey(one, phones);
        return Objects.equals(one.value(), other.value())
                || key != null && key.equals(ContactRule.matchKey(other, phones));
    }
}
