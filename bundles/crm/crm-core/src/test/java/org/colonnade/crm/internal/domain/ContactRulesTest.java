package org.colonnade.crm.internal.domain;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import org.colonnade.crm.api.ContactPoint;
import org.colonnade.crm.api.ContactType;
import org.colonnade.crm.api.PartyDraft;
import org.colonnade.crm.api.PostalAddress;
import org.colonnade.platform.api.problem.Rejected;
import org.junit.Test;

public class ContactRulesTest {

    private static final PhoneRule THAI = new PhoneRule("TH");

    @Test
    public void aPhoneIsE164HoweverItIsWritten() {
        assertEquals("+66812345678", THAI.e164("081-234-5678"));
        assertEquals("+66812345678", THAI.e164("+66 (0)81 234 5678"));
        assertEquals("+4930901820", new PhoneRule("DE").e164("030 901820"));
        assertNull("no number", THAI.e164("BusinessPhone"));
        assertNull("too short", THAI.e164("12"));
        assertNull(THAI.e164("9".repeat(5_000)));
        assertEquals("+66812345678x12", THAI.key("081 234 5678 ext. 12"));
    }

    @Test
    public void anEmailKeepsItsLocalPartAndLowersItsDomain() {
        assertEquals("John.Doe@example.com", EmailRule.normalise(" John.Doe@EXAMPLE.com "));
        assertEquals("a@xn--mnchen-3ya.de", EmailRule.normalise("a@MÜNCHEN.de"));
        assertEquals("john.doe@example.com", EmailRule.key("John.Doe@example.com"));
        for (String none :
                new String[] {"", "a", "a@", "@b", "a b@c", "a@b@c", "a@-", "a@b..c", "a@" + "x".repeat(300)}) {
            assertNull(none, EmailRule.normalise(none));
        }
    }

    @Test
    public void whatDoesNotServeComesFirstOnlyIfItMust() {
        LocalDate today = LocalDate.of(2026, 11, 24);
        ContactPoint locked = PointChange.of(ContactPoint.of(ContactType.EMAIL, "locked@x.de"))
                .doNotUse(true, "asked for it")
                .make();
        ContactPoint over = PointChange.of(ContactPoint.of(ContactType.EMAIL, "over@x.de"))
                .valid(null, today.minusDays(1))
                .make();
        ContactPoint later = PointChange.of(ContactPoint.of(ContactType.EMAIL, "later@x.de"))
                .valid(today.plusDays(1), null)
                .make();
        ContactPoint good = PointChange.of(ContactPoint.of(ContactType.EMAIL, "good@x.de"))
                .valid(today, today)
                .make();
        assertEquals("good@x.de", first(today, locked, over, later, good));
        assertEquals("locked@x.de", first(today, locked, over, later));
        assertEquals("over@x.de", first(null, locked, over, later, good));
        assertEquals("somebody says so", "over@x.de", first(today, good, PointChange.marked(over, true)));
        assertEquals(
                "of two that are named one that serves",
                "good@x.de",
                first(today, PointChange.marked(over, true), PointChange.marked(good, true)));
    }

    private static String first(LocalDate today, ContactPoint... points) {
        List<ContactPoint> first = ContactRule.settle(List.of(points), THAI, today).stream()
                .filter(ContactPoint::primary)
                .toList();
        assertEquals(1, first.size());
        return first.get(0).value();
    }

    @Test
    public void daysAreInOrderAndCanBeKept() {
        ContactPoint point = ContactPoint.of(ContactType.PHONE, "1");
        LocalDate day = LocalDate.of(2026, 11, 24);
        assertEquals(
                List.of("contactPoints[0].validTo"),
                faults(PartyDraft.person(
                        "A",
                        "B",
                        PointChange.of(point).valid(day, day.minusDays(1)).make())));
        assertEquals(
                List.of("contactPoints[0].validFrom", "contactPoints[0].validTo"),
                faults(PartyDraft.person(
                        "A",
                        "B",
                        PointChange.of(point)
                                .valid(LocalDate.MIN, LocalDate.MAX)
                                .make())));
        assertEquals(
                List.of("contactPoints[0].doNotUseReason"),
                faults(PartyDraft.person(
                        "A",
                        "B",
                        PointChange.of(point).doNotUse(true, "x".repeat(501)).make())));
    }

    private static List<String> faults(PartyDraft draft) {
        return PartyCheck.typed(draft, null).faults().stream()
                .map(Rejected.Field::field)
                .toList();
    }

    @Test
    public void exactlyOneOfATypeIsPrimary() {
        ContactPoint marked = new ContactPoint(ContactType.EMAIL, "b@x.de", null, null, null, true, null);
        List<ContactPoint> settled = ContactRule.settle(
                List.of(
                        ContactPoint.of(ContactType.PHONE, "1"),
                        ContactPoint.of(ContactType.EMAIL, "a@x.de"),
                        marked,
                        new ContactPoint(ContactType.EMAIL, "c@x.de", null, null, null, true, null)),
                THAI,
                null);
        assertEquals(
                List.of("a@x.de", "b@x.de", "c@x.de", "1"),
                settled.stream().map(ContactPoint::value).toList());
        assertEquals(
                List.of(false, true, false, true),
                settled.stream().map(ContactPoint::primary).toList());
    }

    @Test
    public void aBirthdayMayBeKnownInPart() {
        for (String date :
                new String[] {"1980-03-22", "--03-22", "1980-03", "1980", "---22", "--03", "2000-02-29", "--02-29"}) {
            assertTrue(date, Birthday.valid(date));
        }
        for (String none :
                new String[] {"", "1980-13-01", "1981-02-29", "--02-30", "22.3.1980", "19800322", "---32", "--13"}) {
            assertFalse(none, Birthday.valid(none));
        }
    }

    @Test
    public void whatIsWrongIsSaidFieldByField() {
        PartyDraft draft = new PartyDraft(
                null,
                "x".repeat(600),
                null,
                "a\u0000",
                null,
                null,
                null,
                "1980-99-99",
                "english!",
                null,
                List.of(
                        ContactPoint.of(ContactType.EMAIL, "nobody"),
                        ContactPoint.of((PostalAddress) null),
                        new ContactPoint(null, "x", null, null, null, null, null)),
                Collections.nCopies(101, "t"),
                Collections.nCopies(2, null));
        List<String> fields = PartyCheck.typed(draft, null).faults().stream()
                .map(Rejected.Field::field)
                .toList();
        assertEquals(
                List.of(
                        "displayName",
                        "organisation",
                        "birthday",
                        "language",
                        "contactPoints[0].value",
                        "contactPoints[1].address",
                        "contactPoints[2].type",
                        "tags",
                        "identifiers[0]",
                        "identifiers[1]"),
                fields);
    }

    @Test
    public void nobodyWithoutAnythingToCallThemBy() {
        assertEquals(
                1, PartyCheck.typed(PartyDraft.person(" ", null), null).faults().size());
        assertEquals(
                0, PartyCheck.typed(PartyDraft.person("ก", null), null).faults().size());
        assertEquals(
                1,
                PartyCheck.typed(
                                PartyDraft.person(
                                        "A",
                                        "B",
                                        Collections.nCopies(1000, ContactPoint.of(ContactType.WEB, "x"))
                                                .toArray(ContactPoint[]::new)),
                                null)
                        .faults()
                        .size());
    }

    @Test
    public void relationshipsReadBothWays() {
        assertEquals("employee-of", Relations.inverse("employs"));
        assertEquals("spouse-of", Relations.inverse("spouse-of"));
        assertEquals("x-landlord-of", Relations.inverse(Relations.inverse("x-landlord-of")));
        assertTrue(
                "one of the two words is kept", Relations.keptAsSaid("employs") ^ Relations.keptAsSaid("employee-of"));
    }
}
