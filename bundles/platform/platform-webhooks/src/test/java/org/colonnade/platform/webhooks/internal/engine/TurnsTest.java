package org.colonnade.platform.webhooks.internal.engine;

import static org.junit.Assert.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.colonnade.platform.webhooks.internal.domain.DeliveryState;
import org.colonnade.platform.webhooks.internal.store.Delivery;
import org.junit.Test;

/** Whose turn it is. */
public class TurnsTest {

    private static final Instant NOW = Instant.parse("2026-12-01T09:00:00Z");
    private static final Instant LATER = NOW.plusSeconds(60);

    @Test
    public void ofEachSubjectTheFirst() {
        assertEquals(List.of(1L, 3L), turn(0, Set.of(), one(1, "a", NOW, 0), one(2, "a", NOW, 0), one(3, "b", NOW, 0)));
        assertEquals(List.of(3L), turn(0, Set.of("a"), one(1, "a", NOW, 0), one(2, "a", NOW, 0), one(3, "b", NOW, 0)));
    }

    @Test
    public void oneThatFailedHoldsUpItsOwnSubjectOnly() {
        assertEquals(List.of(3L), turn(2, Set.of(), one(1, "a", LATER, 1), one(2, "a", NOW, 0), one(3, "b", NOW, 0)));
    }

    @Test
    public void aReceiverThatFailsIsTriedWithWhatWasTriedLeast() {
        assertEquals(
                List.of(4L),
                turn(
                        3,
                        Set.of(),
                        one(1, "a", NOW, 5),
                        one(2, "b", NOW, 4),
                        one(3, "a", NOW, 0),
                        one(4, "c", LATER, 2)));
        assertEquals(List.of(), turn(3, Set.of("d"), one(1, "a", NOW, 5)));
        assertEquals(List.of(), turn(3, Set.of()));
    }

    @Test
    public void whatIsSentByHandHoldsUpNothingAndIsNeverBesideAnotherOfItsSubject() {
        Delivery hand = hand(1, "a", LATER);
        assertEquals(List.of(2L), turn(0, Set.of(), hand, one(2, "a", NOW, 0)));
        assertEquals(List.of(1L), turn(0, Set.of(), hand(1, "a", NOW), one(2, "a", NOW, 0)));
        assertEquals(List.of(5L), turn(0, Set.of(), one(2, "a", LATER, 1), hand(5, "a", NOW)));
        assertEquals(List.of(), turn(0, Set.of("a"), hand(1, "a", NOW)));
    }

    private static List<Long> turn(int failures, Set<String> busy, Delivery... pending) {
        return Turns.of(List.of(pending), busy, failures, NOW).stream()
                .map(Delivery::id)
                .toList();
    }

    private static Delivery one(long id, String subject, Instant next, int attempts) {
        return delivery(id, subject, next, attempts, false);
    }

    private static Delivery hand(long id, String subject, Instant next) {
        return delivery(id, subject, next, 0, true);
    }

    private static Delivery delivery(long id, String subject, Instant next, int attempts, boolean byHand) {
        return new Delivery(
                id,
                1,
                id,
                "e" + id,
                "t",
                subject,
                DeliveryState.PENDING,
                byHand,
                attempts,
                NOW,
                null,
                null,
                next,
                null,
                null,
                null);
    }
}
