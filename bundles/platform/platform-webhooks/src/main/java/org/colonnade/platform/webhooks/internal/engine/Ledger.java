package org.colonnade.platform.webhooks.internal.engine;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.colonnade.platform.api.store.Work;
import org.colonnade.platform.webhooks.internal.domain.Backoff;
import org.colonnade.platform.webhooks.internal.domain.DeliveryState;
import org.colonnade.platform.webhooks.internal.domain.Outcome;
import org.colonnade.platform.webhooks.internal.store.Cursor;
import org.colonnade.platform.webhooks.internal.store.CursorRows;
import org.colonnade.platform.webhooks.internal.store.Delivery;
import org.colonnade.platform.webhooks.internal.store.DeliveryRows;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes down how attempts went, and decides what follows from it. */
final class Ledger {

    /** The receiver said that it does not want to hear anything any more. */
    static final String GONE = "webhooks.receiver.gone";
    /** The receiver has taken nothing for as long as it is tried. */
    static final String SILENT = "webhooks.receiver.silent";

    private static final Logger LOG = LoggerFactory.getLogger(Ledger.class);
    private static final int FAILURE_LENGTH = 300;

    private final Office office;

    Ledger(Office office) {
        this.office = office;
    }

    /** An attempt has ended. */
    void note(Delivery delivery, Outcome outcome) {
        Instant now = office.now();
        office.tx().write(work -> {
            Optional<Cursor> cursor = CursorRows.lock(work, delivery.subscriber());
            if (cursor.isPresent()) {
                if (outcome.taken()) {
                    taken(work, delivery, outcome, cursor.get(), now);
                } else {
                    refused(work, delivery, outcome, cursor.get(), now);
                }
            }
            return null;
        });
    }

    private static void taken(Work work, Delivery delivery, Outcome outcome, Cursor cursor, Instant now)
            throws SQLException {
        DeliveryRows.sent(work, after(delivery, DeliveryState.DELIVERED, outcome, now, now));
        CursorRows.success(work, cursor.subscriber(), now);
        if (cursor.failures() >= Backoff.RECEIVER_FAILS) {
            DeliveryRows.hurry(work, cursor.subscriber(), now);
        }
    }

    private void refused(Work work, Delivery delivery, Outcome outcome, Cursor cursor, Instant now)
            throws SQLException {
        Duration most = office.settings().now().retry();
        Instant since = cursor.failingSince() == null ? now : cursor.failingSince();
        int failures = cursor.failures() + 1;
        Instant next = now.plus(Backoff.ofEvent(delivery.attempts() + 1, dice()));
        Instant first = delivery.firstAt() == null ? now : delivery.firstAt();
        boolean givenUp = first.plus(most).isBefore(now)
                && cursor.successAt() != null
                && cursor.successAt().isAfter(first);
        DeliveryRows.sent(
                work, after(delivery, givenUp ? DeliveryState.FAILED : DeliveryState.PENDING, outcome, now, next));
        CursorRows.failure(
                work,
                new Cursor(
                        cursor.subscriber(),
                        cursor.position(),
                        cursor.holder(),
                        cursor.heldUntil(),
                        cursor.pausedCode(),
                        cursor.pausedAt(),
                        failures,
                        since,
                        retryAt(outcome, failures, now),
                        cursor.successAt(),
                        now,
                        shortened(outcome.failure())));
        if (outcome.gone()) {
            pause(work, cursor, GONE, now);
        } else if (since.plus(most).isBefore(now)) {
            pause(work, cursor, SILENT, now);
        }
    }

    private static void pause(Work work, Cursor cursor, String code, Instant now) throws SQLException {
        LOG.warn("The webhook {} is paused: {}", org.colonnade.platform.api.Tsid.text(cursor.subscriber()), code);
        CursorRows.pause(work, cursor.subscriber(), code, now);
    }

    private static Instant retryAt(Outcome outcome, int failures, Instant now) {
        Instant ours = now.plus(Backoff.ofReceiver(failures, dice()));
        Instant theirs = outcome.notBefore();
        if (theirs != null && theirs.isAfter(ours)) {
            return theirs;
        }
        return ours.isAfter(now) ? ours : null;
    }

    private static Delivery after(Delivery delivery, DeliveryState state, Outcome outcome, Instant now, Instant next) {
        return new Delivery(
                delivery.id(),
                delivery.subscriber(),
                delivery.position(),
                delivery.event(),
                delivery.type(),
                delivery.subject(),
                state,
                delivery.byHand(),
                delivery.attempts() + 1,
                delivery.madeAt(),
                delivery.firstAt() == null ? now : delivery.firstAt(),
                now,
                next,
                outcome.status(),
                outcome.millis(),
                shortened(outcome.failure()));
    }

    private static String shortened(String text) {
        return text == null || text.length() <= FAILURE_LENGTH ? text : text.substring(0, FAILURE_LENGTH);
    }

    private static double dice() {
        return ThreadLocalRandom.current().nextDouble();
    }
}
