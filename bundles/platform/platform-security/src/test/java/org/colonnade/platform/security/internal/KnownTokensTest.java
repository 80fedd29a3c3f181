package org.colonnade.platform.security.internal;

import static org.junit.Assert.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.security.internal.store.Identity;
import org.junit.Test;

public class KnownTokensTest {

    private static final Optional<Identity> MALEE =
            Optional.of(new Identity(1, Actor.system("malee"), Instant.parse("2027-01-01T00:00:00Z"), null, null));

    private final AtomicLong nanos = new AtomicLong();
    private final AtomicInteger asked = new AtomicInteger();
    private final KnownTokens known = new KnownTokens(() -> Duration.ofMillis(1500), nanos::get);

    @Test
    public void aKnownTokenIsAskedForOnce() {
        look();
        look();
        assertEquals(1, asked.get());
    }

    @Test
    public void itIsAskedForAgainWhenItsTimeIsOver() {
        look();
        nanos.addAndGet(Duration.ofMillis(1500).toNanos());
        look();
        assertEquals(2, asked.get());
    }

    @Test
    public void itsTimeBeginsBeforeTheQuestionNotAfterTheAnswer() {
        known.get("a", () -> {
            nanos.addAndGet(Duration.ofMillis(1400).toNanos());
            return MALEE;
        });
        nanos.addAndGet(Duration.ofMillis(100).toNanos());
        look();
        assertEquals(1, asked.get());
    }

    @Test
    public void aChangeMakesEverythingUnknown() {
        look();
        known.forgetAll();
        look();
        assertEquals(2, asked.get());
    }

    @Test
    public void anAnswerThatAChangeOvertookIsNotRemembered() {
        known.get("a", () -> {
            known.forgetAll();
            return MALEE;
        });
        look();
        assertEquals(1, asked.get());
    }

    @Test
    public void nobodyIsNotRemembered() {
        known.get("a", Optional::empty);
        look();
        assertEquals(1, asked.get());
    }

    private void look() {
        known.get("a", () -> {
            asked.incrementAndGet();
            return MALEE;
        });
    }
}
