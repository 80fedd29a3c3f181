package org.colonnade.crm.internal.domain.merge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;
import org.colonnade.crm.api.ContactPoint;
import org.colonnade.crm.api.ContactType;
import org.colonnade.crm.internal.domain.PartyContent;
import org.colonnade.crm.internal.domain.PointChange;

/**
 * Whose contact points are whose after a merge is undone. They are known by their ids, and where a merge was written down before there were
 * any by what they say: one that is not there any more and one that is new are taken for one that was changed if they are of one type; of
 * several the likest. Whether a point may be used and was tried is true for every party that has it.
 */
final class PointSplit {

    private static final JaroWinklerSimilarity LIKENESS = new JaroWinklerSimilarity();

    private final List<PartyContent> before;
    private final PartyContent merged;
    private final PartyContent now;
    /** For points that were changed or taken away, by their key after the merge: what they are now, or null. */
    private final Map<String, ContactPoint> changes = new LinkedHashMap<>();

    /** For points with which something happened, by their key after the merge: what they are now. */
    private final Map<String, ContactPoint> stands = new HashMap<>();

    private final Map<String, Set<Integer>> goesTo = new HashMap<>();
    private final List<ContactPoint> added = new ArrayList<>();

    /** Says which sides get a change. */
    interface Decider {
        Set<Integer> goesTo(Set<Integer> owners, String key, String was, String is);
    }

    PointSplit(List<PartyContent> before, PartyContent merged, PartyContent now, Decider decider) {
        this.before = before;
        this.merged = merged;
        this.now = now;
        compare();
        changes.forEach((key, is) -> {
            Set<Integer> owners = SplitRule.owners(
                    before.size(), i -> Points.find(before.get(i).draft().contactPoints(), key) != null);
            ContactPoint was = Points.find(merged.draft().contactPoints(), key);
            String question = "contactPoints." + was.type() + '.' + was.value();
            goesTo.put(key, decider.goesTo(owners, question, was.value(), is == null ? null : is.value()));
        });
    }

    private void compare() {
        List<ContactPoint> gone = new ArrayList<>(merged.draft().contactPoints());
        added.addAll(now.draft().contactPoints());
        for (ContactPoint was : merged.draft().contactPoints()) {
            taken(was, byId(was), gone);
        }
        for (ContactPoint was : List.copyOf(gone)) {
            taken(was, Points.find(added, Points.key(was)), gone);
        }
        for (ContactPoint was : gone) {
            ContactPoint is = likest(was);
            added.remove(is);
            changes.put(Points.key(was), is);
        }
    }

    /** The point is another one now, or still the same; null if it is not known yet. */
    private void taken(ContactPoint was, ContactPoint is, List<ContactPoint> gone) {
        if (is == null) {
            return;
        }
        gone.remove(was);
        added.remove(is);
        if (!Points.same(was, is)) {
            changes.put(Points.key(was), is);
        } else if (!Points.standAlike(was, is)) {
            stands.put(Points.key(was), is);
        }
    }

    private ContactPoint byId(ContactPoint was) {
        return added.stream()
                .filter(one -> was.id() != null && was.id().equals(one.id()) && was.type() == one.type())
                .findFirst()
                .orElse(null);
    }

    private ContactPoint likest(ContactPoint was) {
        ContactPoint best = null;
        double most = -1;
        for (ContactPoint one : added) {
            double alike = one.type() == was.type() ? LIKENESS.apply(one.value(), was.value()) : -1;
            if (alike > most) {
                most = alike;
                best = one;
            }
        }
        return best;
    }

    /** The contact points of a side. */
    List<ContactPoint> of(int side) {
        List<ContactPoint> points = new ArrayList<>();
        for (ContactPoint own : before.get(side).draft().contactPoints()) {
            String key = Points.key(own);
            if (stands.containsKey(key)) {
                points.add(Points.standing(own, stands.get(key)));
            } else if (!changes.containsKey(key) || !goesTo.get(key).contains(side)) {
                points.add(own);
            } else if (changes.get(key) != null) {
                points.add(PointChange.of(changes.get(key))
                        .primary(own.primary())
                        .id(own.id())
                        .make());
            }
        }
        if (side == 0) {
            added.forEach(point -> points.add(Points.marked(point, false)));
        }
        for (ContactType type : ContactType.values()) {
            first(points, type);
        }
        return points;
    }

    /** Where another one of a type was made the first, it is so for the party that has it. */
    private void first(List<ContactPoint> points, ContactType type) {
        String is = Points.primary(now.draft().contactPoints(), type);
        String was = Points.primary(merged.draft().contactPoints(), type);
        ContactPoint changed = changes.get(was);
        boolean other =
                !is.equals(was) && !(changed != null && Points.key(changed).equals(is));
        if (other && Points.find(points, is) != null) {
            points.replaceAll(point -> point.type() == type
                    ? Points.marked(point, Points.key(point).equals(is))
                    : point);
        }
    }

    /** The lines of cards of those points of a side that are others now. */
    Map<String, String> lines(int side) {
        Map<String, String> lines = new HashMap<>();
        for (ContactPoint point : of(side)) {
            String line = now.line(point);
            boolean own = before.get(side).draft().contactPoints().stream()
                    .anyMatch(one -> PartyContent.key(one).equals(PartyContent.key(point)));
            if (line != null && !own) {
                lines.put(PartyContent.key(point), line);
            }
        }
        return lines;
    }
}
