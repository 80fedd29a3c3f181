package org.colonnade.platform.shell.internal.functions;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;

import java.util.List;
import java.util.Set;
import org.colonnade.platform.api.problem.NotFound;
import org.junit.Test;

public class OffersTest {

    private static Offer offer(String feature, String version, String... needs) {
        return new Offer(feature, version, "", Set.of(needs));
    }

    @Test
    public void onlyFeaturesOfTheHouseAreFunctions() {
        Offers offers = new Offers(List.of(
                offer("colonnade-platform", "1.0.0"),
                offer("colonnade-all", "1.0.0"),
                offer("colonnade-sales", "1.0.0"),
                offer("colonnade-crm", "1.0.0"),
                offer("scr", "1.0.0"),
                offer("colonnade-Bad Name", "1.0.0")));

        assertEquals(List.of("crm", "sales"), List.copyOf(offers.ids()));
    }

    @Test
    public void theNewestVersionIsTheNewestNumberAndNotTheLastWord() {
        Offers offers = new Offers(List.of(
                offer("colonnade-crm", "0.9.0"), offer("colonnade-crm", "0.10.0"), offer("colonnade-crm", "odd")));

        assertEquals("0.10.0", offers.newest("crm").version());
    }

    @Test
    public void aNameThatIsNotOnOfferNeverPasses() {
        Offers offers = new Offers(List.of(offer("colonnade-crm", "1.0.0")));

        for (String id : new String[] {"platform", "crm/1.0.0", "mvn:evil", "", null}) {
            assertThrows(NotFound.class, () -> offers.newest(id));
        }
    }

    @Test
    public void whoNeedsAFunctionThroughAnotherNeedsItToo() {
        Offers offers = new Offers(List.of(
                offer("colonnade-crm", "1.0.0", "colonnade-platform"),
                offer("colonnade-sales", "1.0.0", "colonnade-crm"),
                offer("colonnade-portal", "1.0.0", "colonnade-sales"),
                offer("colonnade-hr", "1.0.0", "colonnade-platform")));

        assertEquals(List.of("portal", "sales"), offers.dependentOn("crm", Set.of("crm", "sales", "portal", "hr")));
        assertEquals(List.of(), offers.dependentOn("crm", Set.of("crm", "hr")));
    }

    @Test
    public void theSumOfAllIsNoFunction() {
        assertNull(Offers.idOf("colonnade-all"));
        assertNull(Offers.idOf("colonnade-platform"));
        assertEquals("crm", Offers.idOf("colonnade-crm"));
    }
}
