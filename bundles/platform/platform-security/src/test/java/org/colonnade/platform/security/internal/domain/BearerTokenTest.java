package org.colonnade.platform.security.internal.domain;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.Test;

public class BearerTokenTest {

    private final SecureRandom random = new SecureRandom();

    @Test
    public void aTokenCarries256BitsBehindItsPrefix() {
        String token = BearerToken.draw(random);
        assertTrue(token, token.startsWith("col_"));
        assertEquals(32, Base64.getUrlDecoder().decode(token.substring(4)).length);
    }

    @Test
    public void everyDrawnTokenFitsAndNoTwoAreTheSame() {
        Set<String> drawn = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            String token = BearerToken.draw(random);
            assertTrue(token, BearerToken.fits(token));
            assertTrue("drawn twice: " + token, drawn.add(BearerToken.fingerprint(token)));
        }
    }

    @Test
    public void everyBitIsDrawn() {
        int[] ones = new int[256];
        for (int i = 0; i < 1_000; i++) {
            byte[] bits = Base64.getUrlDecoder().decode(BearerToken.draw(random).substring(4));
            for (int bit = 0; bit < 256; bit++) {
                ones[bit] += bits[bit / 8] >> bit % 8 & 1;
            }
        }
        for (int bit = 0; bit < 256; bit++) {
            assertTrue("bit " + bit + " was one " + ones[bit] + " times of 1000", ones[bit] > 300 && ones[bit] < 700);
        }
    }

    @Test
    public void aTokenThatIsCutLengthenedOrChangedIsAnother() {
        Random places = new Random(1);
        for (int i = 0; i < 1_000; i++) {
            String token = BearerToken.draw(random);
            assertFalse(BearerToken.fits(token.substring(0, token.length() - 1)));
            assertFalse(BearerToken.fits(token + "A"));
            assertFalse(BearerToken.fits(token.substring(4)));
            int place = 4 + places.nextInt(43);
            String changed =
                    token.substring(0, place) + (token.charAt(place) == 'A' ? 'B' : 'A') + token.substring(place + 1);
            assertNotEquals(BearerToken.fingerprint(token), BearerToken.fingerprint(changed));
        }
        assertFalse(BearerToken.fits(null));
        assertFalse(BearerToken.fits(""));
    }

    @Test
    public void theFingerprintIsTheKnownSha256() {
        assertEquals(
                "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", BearerToken.fingerprint("abc"));
    }
}
