package org.colonnade.platform.api;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import org.junit.Test;

public class RefTest {

    @Test
    public void aReferenceSurvivesItsText() {
        Ref ref = Ref.of("crm", "party", 42);
        assertEquals(ref, Ref.parse(ref.toString()));
        assertEquals("crm:party:000000000001A", ref.toString());
    }

    @Test
    public void whatIsNoReferenceIsRefused() {
        for (String text : new String[] {
            "", "crm", "crm:party", "crm:party:a:b", "CRM:party:1", "crm::1", "crm:party:", "crm:party:a b"
        }) {
            assertThrows(text, IllegalArgumentException.class, () -> Ref.parse(text));
        }
    }
}
