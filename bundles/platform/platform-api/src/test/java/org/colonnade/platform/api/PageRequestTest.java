package org.colonnade.platform.api;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.util.List;
import org.colonnade.platform.api.problem.Rejected;
import org.junit.Test;

public class PageRequestTest {

    @Test
    public void aCursorGivesItsKeysBack() {
        String cursor = PageRequest.cursor("ณัฐพงษ์ müller", 42L, "");
        assertEquals(
                List.of("ณัฐพงษ์ müller", "42", ""), PageRequest.of(10, cursor).keys(3));
        assertEquals(List.of(), PageRequest.first().keys(3));
    }

    @Test
    public void aMadeUpCursorIsRefused() {
        for (String cursor : new String[] {"x", "%%%", PageRequest.cursor("one"), "AAAA"}) {
            Rejected no = assertThrows(
                    cursor, Rejected.class, () -> PageRequest.of(null, cursor).keys(2));
            assertEquals("platform.page.cursor", no.code());
        }
    }

    @Test
    public void aPageHasOneToFiveHundredItems() {
        assertThrows(Rejected.class, () -> PageRequest.of(0, null));
        assertThrows(Rejected.class, () -> PageRequest.of(501, null));
        assertEquals(PageRequest.DEFAULT_LIMIT, PageRequest.of(null, "").limit());
    }
}
