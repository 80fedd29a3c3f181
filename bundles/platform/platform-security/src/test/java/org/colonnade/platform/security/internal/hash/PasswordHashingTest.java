package org.colonnade.platform.security.internal.hash;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.security.SecureRandom;
import org.junit.Test;

public class PasswordHashingTest {

    private static final Argon2Cost DEARER = new Argon2Cost(20 * 1024, 2, 1);

    private final SecureRandom random = new SecureRandom();

    @Test
    public void aHashIsAPhcStringAtTheCostThatIsAskedFor() {
        String phc =
                Argon2Text.of("quiet elephants walk", Argon2Cost.LEAST, random).toString();
        assertTrue(phc, phc.matches("\\$argon2id\\$v=19\\$m=19456,t=2,p=1\\$[A-Za-z0-9+/]{22}\\$[A-Za-z0-9+/]{43}"));
    }

    @Test
    public void theSamePasswordMatchesAndEveryOtherDoesNot() {
        Argon2Text kept = Argon2Text.parse(
                Argon2Text.of("quiet elephants walk", Argon2Cost.LEAST, random).toString());
        assertTrue(kept.matches("quiet elephants walk"));
        assertFalse(kept.matches("quiet elephants wale"));
        assertFalse(kept.matches(""));
    }

    @Test
    public void twoHashesOfOnePasswordDiffer() {
        assertNotEquals(
                Argon2Text.of("quiet elephants walk", Argon2Cost.LEAST, random).toString(),
                Argon2Text.of("quiet elephants walk", Argon2Cost.LEAST, random).toString());
    }

    @Test
    public void anOldHashIsComparedAtItsOwnCost() {
        Argon2Text kept = Argon2Text.parse(
                Argon2Text.of("quiet elephants walk", DEARER, random).toString());
        assertEquals(DEARER, kept.cost());
        assertTrue(kept.matches("quiet elephants walk"));
    }

    /** Known answer, so that hashes survive a change of the library. Made by the reference program {@code argon2} of its authors. */
    @Test
    public void theHashIsThatOfTheReferenceProgram() {
        String reference = "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4";
        assertTrue(Argon2Text.parse(reference).matches("password"));
    }

    @Test
    public void whatIsNoHashIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Argon2Text.parse("$2a$10$abcdefghijklmnopqrstuv"));
        assertThrows(IllegalArgumentException.class, () -> Argon2Text.parse(""));
    }

    @Test
    public void noConfigurationMakesAGuessCheap() {
        assertEquals(Argon2Cost.LEAST, Argon2Cost.atLeast(1, 0, -3));
        assertEquals(new Argon2Cost(65536, 3, 4), Argon2Cost.atLeast(65536, 3, 4));
    }
}
