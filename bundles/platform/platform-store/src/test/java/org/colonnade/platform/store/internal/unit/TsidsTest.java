package org.colonnade.platform.store.internal.unit;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.colonnade.platform.api.Tsid;
import org.junit.Test;

public class TsidsTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    /** A property: it holds for clocks that run, stand, jump and step back as they like, from many seeds. */
    @Test
    public void theIdsOfANodeOnlyGrowWhateverItsClockDoes() {
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            RandomClock clock = new RandomClock(random);
            Tsids ids = new Tsids(clock, random);
            long last = -1;
            for (int i = 0; i < 2_000; i++) {
                long id = ids.next();
                assertTrue("seed " + seed + " step " + i, id > last);
                assertEquals(id, Tsid.parse(Tsid.text(id)));
                last = id;
            }
        }
    }

    @Test
    public void aBurstInOneMillisecondStaysUnique() {
        Tsids ids = new Tsids(Clock.fixed(NOW, ZoneOffset.UTC), new Random(1));
        Set<Long> seen = new HashSet<>();
        for (int i = 0; i < 100_000; i++) {
            assertTrue(seen.add(ids.next()));
        }
    }

    @Test
    public void manyThreadsGetDifferentIds() {
        Tsids ids = new Tsids(Clock.systemUTC(), new Random(1));
        Set<Long> seen = ConcurrentHashMap.newKeySet();
        assertEquals(
                100_000,
                IntStream.range(0, 100_000)
                        .parallel()
                        .filter(i -> seen.add(ids.next()))
                        .count());
    }

    @Test
    public void theIdsOfDifferentNodesRarelyMeet() {
        int met = 0;
        for (int seed = 0; seed < 1_000; seed++) {
            Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
            if (new Tsids(clock, new Random(seed)).next() == new Tsids(clock, new Random(seed + 5_000L)).next()) {
                met++;
            }
        }
        assertEquals(0, met);
    }

    @Test
    public void anIdTellsItsTime() {
        long id = new Tsids(Clock.fixed(NOW, ZoneOffset.UTC), new Random(1)).next();
        assertEquals(
                NOW.toEpochMilli(),
                (id >> 22) + Instant.parse("2020-01-01T00:00:00Z").toEpochMilli());
    }

    /** Mostly runs a little, often stands, sometimes steps back. */
    private static final class RandomClock extends Clock {

        private final Random random;
        private long millis = NOW.toEpochMilli();

        RandomClock(Random random) {
            this.random = random;
        }

        @Override
        public long millis() {
            switch (random.nextInt(10)) {
                case 0 -> millis -= random.nextInt(5_000);
                case 1, 2, 3 -> millis += random.nextInt(3);
                default -> millis += 0;
            }
            return millis;
        }

        @Override
        public Instant instant() {
            return Instant.ofEpochMilli(millis());
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
