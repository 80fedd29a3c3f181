package org.colonnade.platform.webhooks.internal.domain;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.time.Instant;
import org.junit.Test;

/** How long it is waited before something is sent again. */
public class WaitingTest {

    private static final Instant NOW = Instant.parse("2026-12-01T09:00:00Z");

    @Test
    public void anEventIsTriedSlowerAndSlowerForMoreThanADay() {
        assertEquals(Duration.ofSeconds(5), Backoff.ofEvent(1, 0.5));
        assertEquals(Duration.ofSeconds(4), Backoff.ofEvent(1, 0));
        assertEquals(Duration.ofSeconds(6), Backoff.ofEvent(1, 1));
        assertEquals(Duration.ofSeconds(45), Backoff.ofEvent(3, 0.5));
        assertEquals(Duration.ofHours(4), Backoff.ofEvent(1_000_000, 0.5));
        Duration all = Duration.ZERO;
        for (int attempt = 1; attempt <= 15; attempt++) {
            assertTrue(Backoff.ofEvent(attempt + 1, 0.5).compareTo(Backoff.ofEvent(attempt, 0.5)) >= 0);
            all = all.plus(Backoff.ofEvent(attempt, 0));
        }
        assertTrue(all.toString(), all.compareTo(Duration.ofHours(24)) > 0);
    }

    @Test
    public void aReceiverThatTakesNothingIsTriedEveryFewMinutes() {
        assertEquals(Duration.ZERO, Backoff.ofReceiver(Backoff.RECEIVER_FAILS - 1, 0.5));
        assertEquals(Duration.ofSeconds(5), Backoff.ofReceiver(Backoff.RECEIVER_FAILS, 0.5));
        assertEquals(Duration.ofMinutes(5), Backoff.ofReceiver(1_000, 0.5));
    }

    @Test
    public void theReceiverSaysWhenToAskAgain() {
        assertEquals(NOW.plusSeconds(120), RetryAfter.of(" 120 ", NOW));
        assertEquals(NOW.plusSeconds(60), RetryAfter.of("Tue, 1 Dec 2026 09:01:00 GMT", NOW));
        assertEquals("a day at most", NOW.plus(Duration.ofHours(24)), RetryAfter.of("999999999", NOW));
        assertEquals(NOW.plus(Duration.ofHours(24)), RetryAfter.of("Fri, 1 Jan 2100 00:00:00 GMT", NOW));
        for (String none : new String[] {null, "", "soon", "-5", "12.5", "99999999999999999999"}) {
            assertNull(none, RetryAfter.of(none, NOW));
        }
    }
}
