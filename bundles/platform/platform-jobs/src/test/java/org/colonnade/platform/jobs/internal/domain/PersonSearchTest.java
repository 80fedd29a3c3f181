package org.colonnade.platform.jobs.internal.domain;

import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.Set;
import org.colonnade.platform.api.privacy.PersonFacts;
import org.junit.Test;

public class PersonSearchTest {

    private static final PersonWords ZORA = PersonWords.of(new PersonFacts(
            Set.of("Zora Quéxley"),
            "1980-03-22",
            Set.of("zora@quexley.example"),
            Set.of("+66812345678"),
            Set.of("TH-7781-22", "1-2345-67890-12-1", "42")));

    @Test
    public void anAddressOfMailIsFoundHoweverItStands() {
        finds("x,y\n1,Zora@Quexley.EXAMPLE\n");
        finds("mailto:zora@quexley.example");
        misses("mora@quexley.example");
        misses("zora@example.quexley");
    }

    @Test
    public void aWholeNameIsFoundInEitherOrderAndWithoutAccents() {
        finds("Zora Quexley");
        finds("QUÉXLEY; Zora");
        finds("family,given\nQuexley,\"Zora\"\n");
        misses("Zora Miller\nTom Quexley\n");
        misses("Zoran Quexley");
    }

    @Test
    public void aTelephoneNumberIsFoundHoweverItIsWritten() {
        finds("tel,+66812345678\n");
        finds("tel,081-234 5678,x");
        finds("tel,+66 (0)81 234 56 78\n");
        finds("0066 81.234.5678");
        finds("๐๘๑๒๓๔๕๖๗๘");
        misses("tel,0812345679");
        misses("tel,90812345678");
        misses("66812,345678");
    }

    @Test
    public void whatWasWrittenIsFoundUnlessItWouldFitManyTexts() {
        finds("id;th-7781-22;x");
        finds("1 2345 67890 12 1");
        misses("42,43");
        misses("1980-03-22");
    }

    @Test
    public void thaiNamesAreWhole() {
        PersonWords malee = PersonWords.of(new PersonFacts(Set.of("มาลี ศรีสุข"), null, Set.of(), Set.of()));
        assertTrue(found(malee, "ชื่อ,มาลี,ศรีสุข"));
        assertFalse(found(malee, "มาลี ศรีสุขใจ"));
    }

    @Test
    public void nothingIsLookedForWhereOnlyOneWordIsKnown() {
        assertTrue(PersonWords.of(new PersonFacts(Set.of("Zora"), null, Set.of(), Set.of()))
                .isEmpty());
    }

    @Test
    public void aTextMayBeLongerThanWhatIsRemembered() {
        String filler = "and so on, ".repeat(5_000) + "1".repeat(100_000) + ' ' + "w".repeat(100_000) + '\n';
        misses(filler);
        finds(filler + "zora@quexley.example" + filler);
    }

    private static void finds(String text) {
        assertTrue(text, found(ZORA, text));
    }

    private static void misses(String text) {
        assertFalse(text, found(ZORA, text));
    }

    private static boolean found(PersonWords wanted, String text) {
        PersonSearch search = new PersonSearch(wanted);
        return search.read(text) || search.end();
    }
}
