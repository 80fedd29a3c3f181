package org.colonnade.crm.internal.domain.match;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.Set;
import org.colonnade.crm.api.PartyKind;
import org.junit.Test;

/** Whoever is left out because of what can be reached at most has in truth a lower score; all others are judged as ever. */
public class ReachTest {

    private static final double[] LEAST = {0.001, 0.2, 0.4, 0.5, 0.62, 0.9, 0.999, 1};

    @Test
    public void nobodyIsLeftOutWhoWouldBeFound() {
        int left = 0;
        int found = 0;
        for (int seed = 1; seed <= 200_000; seed++) {
            Random random = new Random(seed);
            RandomFacts facts = new RandomFacts(random);
            Facts one = facts.next();
            Facts other = facts.next();
            double least = LEAST[random.nextInt(LEAST.length)];
            Verdict whole = MatchRule.compare(one, other);
            Verdict quick = MatchRule.compare(one, other, least);
            String pair = "seed " + seed + ": " + one + " and " + other + " below " + least;
            if (quick == null) {
                left++;
                assertTrue(pair + ": " + whole, whole.score() < least);
            } else {
                found += whole.score() >= least ? 1 : 0;
                assertEquals(pair, whole, quick);
            }
        }
        assertTrue("both happen: " + List.of(left, found), left > 20_000 && found > 20_000);
    }

    @Test
    public void thoseWhoseNamesOnlySoundTheSameAreNotComparedWhole() {
        Facts one = named("albachiberg");
        Facts other = named("elvegriquist");
        assertNull(MatchRule.compare(one, other, 0.5));
        assertTrue(MatchRule.compare(one, one, 0.5).score() >= 0.5);
    }

    private static Facts named(String family) {
        return new Facts(
                PartyKind.PERSON, "anna", family, "", "", "", "", Set.of(), Set.of(), Set.of(), List.of(), List.of());
    }
}
