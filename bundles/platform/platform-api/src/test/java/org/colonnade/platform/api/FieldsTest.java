package org.colonnade.platform.api;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import org.colonnade.platform.api.problem.Rejected;
import org.junit.Test;

public class FieldsTest {

    @Test
    public void everyFaultIsNamedAtOnce() {
        Fields fields = new Fields()
                .required("name", " ", 5)
                .optional("nick", "123456", 5)
                .optional("note", null, 5);
        Rejected no = assertThrows(Rejected.class, () -> fields.orReject("crm.party.invalid"));
        assertEquals(2, no.fields().size());
        assertEquals("nick", no.fields().get(1).field());
    }

    @Test
    public void lengthCountsCharactersAsPeopleDo() {
        new Fields().required("name", "🙂🙂🙂🙂🙂", 5).orReject("x.y");
    }

    @Test
    public void whatNoDatabaseKeepsIsNoText() {
        assertFalse(Fields.storable("a\0b"));
        assertFalse(Fields.storable("\ud83d"));
        assertFalse(Fields.storable("\ude42\ud83d"));
        assertTrue(Fields.storable("🙂 ก็"));
    }
}
