package org.colonnade.platform.webhooks.internal.store;

import java.time.Instant;
import org.colonnade.platform.webhooks.internal.domain.DeliveryState;

/**
 * An event on its way to a receiver.
 *
 * @param id of the delivery
 * @param subscriber whose it is
 * @param position the event's place in the log
 * @param event the event's id; the {@code webhook-id} of every attempt
 * @param type the event's type
 * @param subject what it happened to; events of one subject are sent in order
 * @param state how far it has come
 * @param byHand whether somebody asked for it; it does not wait for its turn
 * @param attempts how often it was sent
 * @param madeAt when its turn came, UTC
 * @param firstAt when it was sent first, or null
 * @param lastAt when it was sent last, or null
 * @param nextAt before which it is not sent
 * @param status what was answered last, or null
 * @param millis how long that took, or null
 * @param failure why it was not taken last, or null
 */
public record Delivery(
        long id,
        long subscriber,
        long position,
        String event,
        String type,
        String subject,
        DeliveryState state,
        boolean byHand,
        int attempts,
        Instant madeAt,
        Instant firstAt,
        Instant lastAt,
        Instant nextAt,
        Integer status,
        Long millis,
        String failure) {}
