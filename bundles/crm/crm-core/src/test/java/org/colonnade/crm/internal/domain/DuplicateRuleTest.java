package org.colonnade.crm.internal.domain;

import static org.junit.Assert.assertEquals;

import java.util.List;
import java.util.Set;
import org.colonnade.crm.api.PartyKind;
import org.colonnade.crm.api.Suspect.Strength;
import org.junit.Test;

public class DuplicateRuleTest {

    private final DuplicateRule.Facts john = person("doe john", "ibm", Set.of("john@ibm.com", "+19055551234"), "12345");

    @Test
    public void theSameAddressIsAStrongReason() {
        assertEquals(verdict(Strength.STRONG, "same-email"), compare(person("smith", "", Set.of("john@ibm.com"), "9")));
    }

    @Test
    public void theTelephoneOfAnOfficeIsAWeakOneUnlessTheNamesAreAlike() {
        assertEquals(
                verdict(Strength.WEAK, "same-phone"), compare(person("smith mary", "", Set.of("+19055551234"), "9")));
        assertEquals(
                verdict(Strength.STRONG, "same-phone"), compare(person("doe johnny", "", Set.of("+19055551234"), "9")));
    }

    @Test
    public void theSameNameNeedsSomethingBesides() {
        assertEquals(verdict(Strength.WEAK, "same-name"), compare(person("doe john", "", Set.of(), "9")));
        assertEquals(
                verdict(Strength.STRONG, "same-name-and-organisation"),
                compare(person("doe john", "ibm", Set.of(), "9")));
        assertEquals(
                verdict(Strength.STRONG, "same-name-and-postcode"), compare(person("doe john", "", Set.of(), "12345")));
    }

    @Test
    public void aPersonIsNoCompany() {
        DuplicateRule.Facts company = new DuplicateRule.Facts(
                2, PartyKind.ORGANISATION, "x", "doe john", "", null, Set.of("john@ibm.com"), Set.of());
        assertEquals(List.of(), compare(company).reasons());
    }

    private DuplicateRule.Verdict compare(DuplicateRule.Facts other) {
        assertEquals("in both directions", DuplicateRule.compare(john, other), DuplicateRule.compare(other, john));
        return DuplicateRule.compare(john, other);
    }

    private static DuplicateRule.Verdict verdict(Strength strength, String... reasons) {
        return new DuplicateRule.Verdict(strength, List.of(reasons));
    }

    private static DuplicateRule.Facts person(String name, String organisation, Set<String> contacts, String postcode) {
        return new DuplicateRule.Facts(1, PartyKind.PERSON, name, name, organisation, null, contacts, Set.of(postcode));
    }
}
