package org.colonnade.platform.api;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.Random;
import org.junit.Test;

public class TsidTest {

    @Test
    public void everyIdSurvivesItsText() {
        Random random = new Random(7);
        for (int i = 0; i < 10_000; i++) {
            long id = random.nextLong() & Long.MAX_VALUE;
            assertEquals(id, Tsid.parse(Tsid.text(id)));
        }
        assertEquals(0, Tsid.parse(Tsid.text(0)));
        assertEquals(Long.MAX_VALUE, Tsid.parse(Tsid.text(Long.MAX_VALUE)));
    }

    @Test
    public void textsSortAsTheNumbersDo() {
        Random random = new Random(8);
        for (int i = 0; i < 10_000; i++) {
            long a = random.nextLong() & Long.MAX_VALUE;
            long b = random.nextLong() & Long.MAX_VALUE;
            assertEquals(Long.compare(a, b), Integer.signum(Tsid.text(a).compareTo(Tsid.text(b))));
        }
    }

    @Test
    public void lowerCaseAndLookAlikesAreRead() {
        assertEquals(Tsid.parse("0000000000010"), Tsid.parse("ooooooooooolO"));
        assertEquals(Tsid.parse("0ABCDEFGHJKMN"), Tsid.parse("0abcdefghjkmn"));
    }

    @Test
    public void whatIsNoIdFindsNothing() {
        String[] wrong = {
            null, "", "123", "00000000000000", "800000000000Z", "0000000000-00", "000000000000U", "00000000000é0"
        };
        for (String text : wrong) {
            assertTrue(text, Tsid.parse(text) < 0);
        }
    }
}
