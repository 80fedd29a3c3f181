package org.colonnade.crm.internal.domain;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertSame;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.colonnade.crm.api.ContactPoint;
import org.colonnade.crm.api.ContactType;
import org.colonnade.crm.api.PostalAddress;
import org.junit.Test;

public class PointIdsTest {

    private static final PhoneRule THAI = new PhoneRule("TH");
    private static final Instant THEN = Instant.parse("2026-11-24T10:00:00Z");

    private final AtomicInteger next = new AtomicInteger();
    private final ContactPoint email = tried(ContactPoint.of(ContactType.EMAIL, "ann@x.example", "work"), "E");
    private final ContactPoint phone = tried(ContactPoint.of(ContactType.PHONE, "081 234 5678"), "P");
    private final ContactPoint home =
            tried(ContactPoint.of(new PostalAddress(null, null, "1 Rama IV", "Bangkok", null, null, null)), "H");
    private final List<ContactPoint> before = List.of(email, phone, home);

    private static ContactPoint tried(ContactPoint point, String id) {
        return PointChange.of(point).id(id).verified(THEN, "platform:user:1").make();
    }

    private List<ContactPoint> carried(ContactPoint... wanted) {
        return PointIds.carried(before, List.of(wanted), THAI, () -> "new" + next.incrementAndGet());
    }

    private static List<String> ids(List<ContactPoint> points) {
        return points.stream().map(ContactPoint::id).toList();
    }

    @Test
    public void whatReachesTheSameIsTheSame() {
        List<ContactPoint> same = carried(
                ContactPoint.of(ContactType.PHONE, "+66 81 234 5678"),
                PointChange.bare(home),
                ContactPoint.of(ContactType.EMAIL, "ANN@X.example", "home"));
        assertEquals(List.of("P", "H", "E"), ids(same));
        assertEquals(
                List.of(THEN, THEN, THEN),
                same.stream().map(ContactPoint::verifiedAt).toList());
    }

    @Test
    public void anotherValueKeepsTheIdThatIsGivenAndNothingThatWasTried() {
        ContactPoint other =
                PointChange.of(email).says("ann.lee@x.example", null, null).make();
        ContactPoint changed = carried(other).get(0);
        assertEquals("E", changed.id());
        assertNull(changed.verifiedAt());
        assertNull(changed.verifiedBy());
        assertEquals(List.of("new1"), ids(carried(ContactPoint.of(ContactType.EMAIL, "ann.lee@x.example"))));
    }

    @Test
    public void nobodySaysByTheWayThatSomebodyWasReached() {
        ContactPoint claimed = PointChange.of(ContactPoint.of(ContactType.WEB, "https://x.example"))
                .id("made up")
                .verified(THEN, "me")
                .bounced(7, THEN)
                .make();
        ContactPoint kept = carried(claimed).get(0);
        assertEquals("new1", kept.id());
        assertNull(kept.verifiedAt());
        assertNull(kept.bounces());
        ContactPoint later = carried(PointChange.of(email)
                        .verified(THEN.plusSeconds(9), "me")
                        .make())
                .get(0);
        assertEquals(THEN, later.verifiedAt());
        assertEquals("platform:user:1", later.verifiedBy());
    }

    @Test
    public void ofTwoThatReachTheSameTheOneForTheSameIsTheSame() {
        ContactPoint work = ContactPoint.of(ContactType.EMAIL, "ann@x.example", "work");
        ContactPoint other = ContactPoint.of(ContactType.EMAIL, "ann@x.example", "home");
        assertEquals(List.of("new1", "E"), ids(carried(other, work)));
    }

    @Test
    public void anIdOfAnotherTypeAndOneThatIsTakenAreNone() {
        ContactPoint wrong =
                PointChange.of(ContactPoint.of(ContactType.WEB, "x")).id("E").make();
        assertEquals(List.of("new1", "E", "new2"), ids(carried(wrong, email, email)));
    }

    @Test
    public void eachHasAnIdOfItsOwn() {
        assertSame(before, PointIds.filled(before, () -> "never"));
        assertEquals(
                List.of("E", "new1", "new2"),
                ids(PointIds.filled(
                        List.of(email, email, ContactPoint.of(ContactType.WEB, "x")),
                        () -> "new" + next.incrementAndGet())));
    }
}
