package org.colonnade.crm.internal.domain;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.List;
import org.colonnade.platform.api.problem.Rejected;
import org.junit.Test;

public class SearchTermsTest {

    private static final PhoneRule THAI = new PhoneRule("TH");

    @Test
    public void eachWordIsAPattern() {
        assertEquals(List.of("%muller%", "%zoe%"), patterns("Müller ZOË"));
        assertEquals("one or two letters begin a word", List.of("% mu%"), patterns("Mü"));
        assertEquals("what LIKE would take for a wildcard is a letter", List.of("%100!%!_!!%"), patterns("100%_!"));
        assertTrue(
                "a script without spaces is found anywhere",
                patterns("ส").get(0).startsWith("%Z"));
        assertEquals(List.of(), patterns(" \u200b "));
    }

    @Test
    public void aPhoneNumberMayBeTypedInAnyWay() {
        assertEquals(List.of("%0812345678%"), patterns("081 234 5678"));
        assertEquals(List.of("%+66812345678%"), patterns("+66 (0)81-234 5678"));
        assertEquals(List.of("%+66812345678%"), patterns("0066 81 234 5678"));
        assertEquals(List.of("%somchai%", "%0812345678%"), patterns("somchai (081) 234-5678"));
        assertEquals(
                "a house number and a postal code are two words",
                List.of("%street%", "% 12%", "%10115%"),
                patterns("street 12 10115"));
    }

    @Test
    public void anAmountIsLookedForAsItIsWritten() {
        assertEquals(List.of("%0.00%"), patterns("0.00"));
        assertEquals(List.of("%0.0/0.0%"), patterns("0.0/0.0"));
        assertEquals(List.of("% 1%", "%000%", "%000.00%"), patterns("1 000 000.00"));
        assertEquals(List.of("%0812345678%"), patterns("081.234.5678"));
    }

    @Test
    public void whatIsTypedBeyondEightWordsIsOnePhrase() {
        List<String> patterns = patterns("one two three four five six seven eight nine");
        assertEquals(8, patterns.size());
        assertEquals("%eight nine%", patterns.get(7));
        assertEquals(
                "crm.search.too-long",
                assertThrows(Rejected.class, () -> patterns("x".repeat(501))).code());
    }

    private static List<String> patterns(String typed) {
        return SearchTerms.of(typed, THAI).patterns();
    }
}
