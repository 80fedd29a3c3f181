package org.colonnade.crm.internal.party;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.colonnade.crm.api.ContactPoint;
import org.colonnade.crm.api.ContactType;
import org.colonnade.crm.api.Merge;
import org.colonnade.crm.api.MergeRequest;
import org.colonnade.crm.api.Party;
import org.colonnade.crm.api.RevertRequest;
import org.colonnade.crm.internal.Office;
import org.colonnade.platform.records.internal.Kit;
import org.colonnade.testkit.OnEachDatabase;
import org.junit.Before;
import org.junit.Test;

/** Whoever goes back to an older version of a party gets its contact points back as they were called. */
public class OlderVersionTest extends OnEachDatabase {

    private Office office;

    @Before
    public void open() {
        office = new Office(database());
    }

    private Party get(String id) {
        return office.directory.get(Office.ACTOR, id);
    }

    private Party points(String id, UnaryOperator<List<ContactPoint>> change) {
        return office.desk.change(Office.ACTOR, id, version -> {}, draft -> draft.revised()
                .contactPoints(change.apply(draft.contactPoints()))
                .draft());
    }

    private Party without(String id, String value) {
        return points(id, points -> points.stream()
                .filter(point -> !Objects.equals(point.value(), value))
                .toList());
    }

    private Party back(String id, long version) {
        Kit.goBack(office.records.desk(), database().auditLog(), Office.ACTOR, id, version);
        return get(id);
    }

    private static String id(Party party, String value) {
        return party.contactPoints().stream()
                .filter(point -> value.equals(point.value()))
                .map(ContactPoint::id)
                .findFirst()
                .orElse(null);
    }

    @Test
    public void aPointThatWasRemovedGetsItsIdBack() {
        Party ann = office.person("Ann", "Lee", mail("ann@example.com"), mail("lee@example.com"));
        String id = id(ann, "lee@example.com");
        office.points.verify(Office.ACTOR, ann.id(), id, version -> {});
        Party left = without(ann.id(), "lee@example.com");
        assertNull(id(left, "lee@example.com"));
        Party back = back(ann.id(), ann.version());
        assertEquals(ann.contactPoints(), back.contactPoints());
        assertEquals("what is known of trying it is not part of a version", id, id(back, "lee@example.com"));
    }

    @Test
    public void aPointThatCameBackInTheMeantimeKeepsItsNewId() {
        Party ann = office.person("Ann", "Lee", mail("ann@example.com"));
        without(ann.id(), "ann@example.com");
        Party again = points(ann.id(), points -> List.of(mail("ann@example.com")));
        assertNotEquals(id(ann, "ann@example.com"), id(again, "ann@example.com"));
        points(ann.id(), points -> List.of(points.get(0), mail("lee@example.com")));
        assertEquals(id(again, "ann@example.com"), id(back(ann.id(), ann.version()), "ann@example.com"));
    }

    @Test
    public void nobodyElseGivesAPointAnId() {
        Party ann = office.person("Ann", "Lee", mail("ann@example.com"));
        ContactPoint gone = ann.contactPoints().get(0);
        without(ann.id(), "ann@example.com");
        assertNotEquals(gone.id(), id(points(ann.id(), points -> List.of(gone)), "ann@example.com"));
    }

    @Test
    public void aPointThatIsAnotherPartysNowGetsANewId() {
        Party ann = office.person("Ann", "Lee");
        Party bob = office.person("Bob", "Lee", mail("bob@example.com"));
        String id = id(bob, "bob@example.com");
        Merge merge = office.merges.merge(Office.ACTOR, MergeRequest.of(ann.id(), bob.id()));
        Party both = get(ann.id());
        assertEquals(id, id(both, "bob@example.com"));
        office.merges.revert(Office.ACTOR, merge.id(), new RevertRequest(Map.of()));
        assertEquals(id, id(get(bob.id()), "bob@example.com"));
        Party cid = office.person("Cid", "Lee");
        office.merges.merge(Office.ACTOR, MergeRequest.of(cid.id(), bob.id()));
        assertEquals("it went on to a third one", id, id(get(cid.id()), "bob@example.com"));
        String fresh = id(back(ann.id(), both.version()), "bob@example.com");
        assertNotEquals(id, fresh);
        assertEquals(id, id(get(cid.id()), "bob@example.com"));
    }

    /** However parties change, become one, come apart and go back: no two points have the same id. */
    @Test
    public void noTwoPointsHaveTheSameId() {
        Random random = new Random(20261130);
        List<Party> parties = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            parties.add(office.person("P" + i, "Lee", mail("p" + i + "@example.com"), mail("q" + i + "@example.com")));
        }
        List<Merge> merges = new ArrayList<>();
        int returned = 0;
        for (int i = 0; i < 80; i++) {
            Party one = get(parties.get(random.nextInt(4)).id());
            Party other = get(parties.get(random.nextInt(4)).id());
            returned += step(random, one, other, merges);
            List<String> ids = parties.stream()
                    .map(party -> get(party.id()))
                    .filter(party -> party.mergedInto() == null)
                    .flatMap(party -> party.contactPoints().stream())
                    .map(ContactPoint::id)
                    .toList();
            assertEquals("after step " + i, ids.size(), ids.stream().distinct().count());
        }
        assertTrue("somebody went back: " + returned, returned > 5);
    }

    /** Something happens to one of two parties. @return 1 where it went back to an older version */
    private int step(Random random, Party one, Party other, List<Merge> merges) {
        switch (random.nextInt(4)) {
            case 0 -> {
                if (!one.id().equals(other.id()) && one.mergedInto() == null && other.mergedInto() == null) {
                    merges.add(office.merges.merge(Office.ACTOR, MergeRequest.of(one.id(), other.id())));
                }
            }
            case 1 -> {
                if (!merges.isEmpty()) {
                    Merge last = merges.remove(merges.size() - 1);
                    office.merges.revert(Office.ACTOR, last.id(), new RevertRequest(Map.of()));
                }
            }
            case 2 -> {
                if (one.mergedInto() == null && !one.contactPoints().isEmpty()) {
                    without(one.id(), one.contactPoints().get(0).value());
                }
            }
            default -> {
                long version = 1 + random.nextInt((int) one.version());
                if (one.mergedInto() == null
                        && database().auditLog().snapshot(one.ref(), version).isPresent()) {
                    back(one.id(), version);
                    return 1;
                }
            }
        }
        return 0;
    }

    private static ContactPoint mail(String value) {
        return ContactPoint.of(ContactType.EMAIL, value);
    }
}
