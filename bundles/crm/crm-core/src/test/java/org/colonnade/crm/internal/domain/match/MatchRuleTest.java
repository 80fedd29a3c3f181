package org.colonnade.crm.internal.domain.match;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Set;
import org.colonnade.crm.api.ContactPoint;
import org.colonnade.crm.api.ContactType;
import org.colonnade.crm.api.FieldMatch;
import org.colonnade.crm.api.Identifier;
import org.colonnade.crm.api.PartyDraft;
import org.colonnade.crm.api.PartyKind;
import org.colonnade.crm.api.PersonName;
import org.colonnade.crm.api.PostalAddress;
import org.colonnade.crm.internal.domain.PartyRule;
import org.colonnade.crm.internal.domain.PhoneRule;
import org.colonnade.crm.internal.domain.identifier.IdentifierRule;
import org.junit.Test;

public class MatchRuleTest {

    private static final MatchPolicy POLICY = new MatchPolicy(0.5, 0.9, Set.of("tax-id"), true);
    private static final ContactPoint HOME =
            ContactPoint.of(new PostalAddress(null, null, "12 Station Road", "Ashfield", null, "2131", null), "home");
    private static final ContactPoint PHONE = ContactPoint.of(ContactType.PHONE, "+61 2 6123 4567");

    @Test
    public void theSameNameAloneIsWorthALookAndNoMore() {
        Verdict verdict = compare(person("John", "Doe", null), person("John", "Doe", null));
        assertTrue(POLICY.worthALook(verdict));
        assertFalse(POLICY.likely(verdict));
        assertFalse(
                POLICY.worthALook(compare(person("John", "Doe", "1980-01-02"), person("John", "Doe", "1951-11-23"))));
    }

    @Test
    public void thoseWhoLiveTogetherAreNotTheSame() {
        assertFalse(POLICY.worthALook(
                compare(person("John", "Doe", null, HOME, PHONE), person("Mary", "Doe", null, HOME, PHONE))));
        assertTrue(POLICY.likely(
                compare(person("John", "Doe", null, HOME, PHONE), person("Jon", "Doe", null, HOME, PHONE))));
    }

    @Test
    public void fatherAndSonAreToldApartByTheirSuffix() {
        Verdict verdict = compare(suffixed("Sr."), suffixed("Jr."));
        assertFalse(verdict.toString(), POLICY.worthALook(verdict));
        assertTrue(POLICY.likely(compare(suffixed("Sr."), suffixed(null))));
        assertTrue(POLICY.likely(compare(suffixed("M.A."), suffixed("Dr."))));
    }

    @Test
    public void namesMayBeExchangedShortOrWrittenAsTheySound() {
        for (PartyDraft other : List.of(
                person("Doe", "Robert", "1980-03-12"),
                person("Bob", "Doe", "1980-03-12"),
                person("R.", "Doe", "1980-03-12"),
                person("Robert", "Dough", "1980-03-12"))) {
            Verdict verdict = compare(person("Robert", "Doe", "1980-03-12"), other);
            assertTrue(verdict.toString(), POLICY.worthALook(verdict));
        }
    }

    @Test
    public void aBirthdayMayHaveItsDayAndMonthExchangedOrOneSlip() {
        assertEquals(0.93, Likeness.birthday("1980-03-12", "1980-12-03"), 0);
        assertEquals(0.88, Likeness.birthday("1980-03-12", "1980-03-21"), 0);
        assertEquals(0.88, Likeness.birthday("1980-03-12", "1908-03-12"), 0);
        assertEquals(0, Likeness.birthday("1980-03-12", "1951-11-23"), 0);
        assertEquals(0.85, Likeness.birthday("--03-12", "1980-03-12"), 0);
        assertEquals(0, Likeness.birthday("1980-02-31", "1951-11-23"), 0);
    }

    @Test
    public void companiesAreComparedWithoutTheirLegalForm() {
        Verdict verdict = compare(PartyDraft.organisation("Siam Tea Co., Ltd."), PartyDraft.organisation("Siam Tea"));
        assertEquals(List.of("same-organisation"), verdict.reasons());
        assertTrue(POLICY.worthALook(verdict));
        assertEquals(
                0,
                compare(PartyDraft.organisation("John Doe"), person("John", "Doe", null))
                        .score(),
                0);
    }

    @Test
    public void onlyASharedStrongIdentifierAndNoOtherMakesSure() {
        PartyDraft ann = identified("1-23");
        assertTrue(POLICY.sure(compare(ann, identified("123"))));
        assertFalse(POLICY.sure(compare(ann, identified("124"))));
        assertFalse(POLICY.sure(compare(ann, person("Ann", "Lee", "1980-01-01"))));
        assertFalse(new MatchPolicy(0.5, 0.9, Set.of("tax-id"), false).sure(compare(ann, identified("123"))));
    }

    @Test
    public void aNumberThatFailsItsOwnCheckMakesNobodySure() {
        MatchPolicy policy = new MatchPolicy(0.5, 0.9, Set.of("th-tax-id"), true);
        for (String number : List.of("0107536000315", "0000000000000", "1111111111111")) {
            PartyDraft ann = PartyRule.identified(
                    person("Ann", "Lee", "1980-01-01", PHONE), List.of(new Identifier("th-tax-id", number)));
            Facts facts = Facts.of(PartyRule.complete(ann, new PhoneRule("AU")), policy.strongSchemes());
            boolean right = IdentifierRule.fault(new Identifier("th-tax-id", number)) == null;
            assertEquals(number, right, policy.sure(MatchRule.compare(facts, facts)));
        }
    }

    @Test
    public void theFieldsAddUpToTheScore() {
        Verdict verdict = compare(person("John", "Doe", "1980-01-02", HOME), person("Jon", "Doe", "1980-01-03", HOME));
        double bits =
                verdict.fields().stream().mapToDouble(FieldMatch::contribution).sum();
        assertEquals(verdict.score(), 1 / (1 + Math.pow(2, (16 - bits) / 4)), 0.001);
        verdict.fields().forEach(field -> assertTrue(field.toString(), field.contribution() <= field.weight()));
    }

    @Test
    public void keysSurviveWhatPeopleDo() {
        Set<String> keys = BlockingKeys.of(facts(person("Robert", "Doe", "1980-03-12", HOME)));
        for (PartyDraft other : List.of(
                person("Doe", "Robert", null),
                person("X", "Y", "1980-12-03"),
                person("Ronald", "Dean", null, HOME),
                person("Rupert", "Doh", null))) {
            assertTrue(other.toString(), BlockingKeys.of(facts(other)).stream().anyMatch(keys::contains));
        }
        assertTrue(BlockingKeys.of(facts(person("สมชาย", "วงศ์สกุล", null))).contains("t:สมชา/วงศ"));
        assertTrue(BlockingKeys.of(facts(person("A".repeat(500), "B".repeat(500), null))).stream()
                .allMatch(key -> key.length() <= 130));
    }

    private static Verdict compare(PartyDraft one, PartyDraft other) {
        Verdict verdict = MatchRule.compare(facts(one), facts(other));
        assertEquals(
                "in both directions",
                verdict.score(),
                MatchRule.compare(facts(other), facts(one)).score(),
                0);
        return verdict;
    }

    private static Facts facts(PartyDraft draft) {
        return Facts.of(PartyRule.complete(draft, new PhoneRule("AU")), POLICY.strongSchemes());
    }

    private static PartyDraft suffixed(String suffix) {
        PartyDraft d = person("John", "Doe", null, PHONE);
        PersonName name = new PersonName(null, "John", null, "Doe", suffix, null, null, null);
        return new PartyDraft(
                d.kind(), null, name, null, null, null, null, null, null, null, d.contactPoints(), null, null);
    }

    private static PartyDraft identified(String number) {
        return PartyRule.identified(
                person("Ann", "Lee", "1980-01-01", PHONE), List.of(new Identifier("tax-id", number)));
    }

    private static PartyDraft person(String given, String family, String birthday, ContactPoint... points) {
        return new PartyDraft(
                PartyKind.PERSON,
                null,
                PersonName.of(given, family),
                null,
                null,
                null,
                null,
                birthday,
                null,
                null,
                List.of(points),
                List.of(),
                List.of());
    }
}
