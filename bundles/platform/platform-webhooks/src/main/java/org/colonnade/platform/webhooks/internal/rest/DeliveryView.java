package org.colonnade.platform.webhooks.internal.rest;

import java.time.Instant;
import org.colonnade.platform.api.Tsid;
import org.colonnade.platform.webhooks.internal.domain.DeliveryState;
import org.colonnade.platform.webhooks.internal.store.Delivery;

/**
 * A delivery as the API shows it.
 *
 * @param id its id
 * @param event the event's id, the {@code webhook-id} of every attempt
 * @param position the event's place in the log
 * @param type the event's type
 * @param subject what it happened to
 * @param state how far it has come
 * @param attempts how often it was sent
 * @param madeAt when its turn came
 * @param lastAt when it was sent last
 * @param nextAt when it is sent again at the earliest
 * @param status what was answered last
 * @param millis how long that took
 * @param failure why it was not taken
 */
public record DeliveryView(
        String id,
        String event,
        long position,
        String type,
        String subject,
        DeliveryState state,
        int attempts,
        Instant madeAt,
        Instant lastAt,
        Instant nextAt,
        Integer status,
        Long millis,
        String failure) {

    static DeliveryView of(Delivery delivery) {
        return new DeliveryView(
                Tsid.text(delivery.id()),
                delivery.event(),
                delivery.position(),
                delivery.type(),
                delivery.subject(),
                delivery.state(),
                delivery.attempts(),
                delivery.madeAt(),
                delivery.lastAt(),
                delivery.state() == DeliveryState.PENDING ? delivery.nextAt() : null,
                delivery.status(),
                delivery.millis(),
                delivery.failure());
    }
}
