package org.colonnade.crm.internal.store;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.colonnade.crm.internal.domain.match.Facts;
import org.colonnade.crm.internal.domain.match.RandomFacts;
import org.junit.Test;

public class FactMemoryTest {

    private static final Set<String> SCHEMES = Set.of("tax-id");

    private final Random random = new Random(3);
    private final RandomFacts facts = new RandomFacts(random);

    @Test
    public void whatWasPackedComesOutAsItWas() {
        for (int i = 0; i < 20_000; i++) {
            Suspects.Known one = known(i, "Ann " + i);
            Suspects.Known back = PackedFacts.open(i, PackedFacts.of(one));
            assertEquals(one, back);
            assertEquals("in the same order", orders(one.facts()), orders(back.facts()));
        }
    }

    @Test
    public void whatCannotBePackedIsReadEachTime() {
        assertNull("too long", PackedFacts.of(known(1, "x".repeat(PackedFacts.LONGEST))));
        assertNull("too long as bytes", PackedFacts.of(known(1, "ส".repeat(PackedFacts.LONGEST / 2))));
        assertNull("half a character", PackedFacts.of(known(1, "Ann \ud83d")));
        FactMemory memory = new FactMemory();
        memory.remember(known(1, "Ann \ud83d"), 1, SCHEMES);
        assertEquals(Map.of(), recall(memory, Map.of(1L, 1L)));
    }

    @Test
    public void onlyTheVersionThatCountsIsTold() {
        FactMemory memory = new FactMemory();
        Suspects.Known ann = known(1, "Ann");
        memory.remember(ann, 7, SCHEMES);
        assertEquals(Map.of(1L, ann), recall(memory, Map.of(1L, 7L, 2L, 7L)));
        assertEquals(Map.of(), recall(memory, Map.of(1L, 8L)));
        assertEquals("what is not true any more is gone", 0, memory.size() + memory.bytes());
        memory.remember(ann, 7, SCHEMES);
        assertEquals("older than what is known", Map.of(), recall(memory, Map.of(1L, 6L)));
        memory.remember(ann, 7, SCHEMES);
        assertEquals("gone", Map.of(), memory.recall(Set.of(1L), Map.of(), SCHEMES));
        assertEquals(0, memory.size() + memory.bytes());
        memory.remember(ann, 7, SCHEMES);
        memory.remember(known(1, "Anne"), 8, SCHEMES);
        assertEquals("Anne", recall(memory, Map.of(1L, 8L)).get(1L).displayName());
        assertEquals(
                "other identifiers are compared", Map.of(), memory.recall(Set.of(1L), Map.of(1L, 8L), Set.of("lei")));
        assertEquals("and all is forgotten", 0, memory.size() + memory.bytes());
    }

    @Test
    public void itStaysWithinItsBoundsAndForgetsWhoWasNotAskedForLongest() {
        int most = 64 << 10;
        FactMemory memory = new FactMemory(most);
        Suspects.Known first = known(-1, "First");
        memory.remember(first, 1, SCHEMES);
        for (int i = 0; i < 5000; i++) {
            memory.remember(known(i % 3000, "Ann " + i), i, SCHEMES);
            assertTrue(memory.bytes() <= most);
            assertEquals(Map.of(-1L, first), recall(memory, Map.of(-1L, 1L)));
        }
        assertTrue("" + memory.bytes(), memory.bytes() > most - 2048);
        int counted = memory.size() * FactMemory.BESIDE;
        assertTrue(memory.size() + " parties", memory.size() > 100 && counted < memory.bytes());
        assertEquals("gone", Map.of(), recall(memory, Map.of(2000L, 2000L)));
        FactMemory none = new FactMemory(0);
        none.remember(first, 1, SCHEMES);
        assertEquals(0, none.size() + none.bytes());
    }

    private static Map<Long, Suspects.Known> recall(FactMemory memory, Map<Long, Long> versions) {
        return memory.recall(versions.keySet(), versions, SCHEMES);
    }

    private static List<List<String>> orders(Facts facts) {
        return List.of(List.copyOf(facts.emails()), List.copyOf(facts.phones()), List.copyOf(facts.domains()));
    }

    private Suspects.Known known(long id, String name) {
        List<String> contacts = random.nextBoolean() ? List.of() : List.of("ann@x.example", "+66810001000");
        return new Suspects.Known(id, name, name.isEmpty() ? "" : "ann", contacts, facts.next());
    }
}
