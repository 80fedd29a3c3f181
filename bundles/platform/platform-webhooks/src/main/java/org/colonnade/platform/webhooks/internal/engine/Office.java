package org.colonnade.platform.webhooks.internal.engine;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.colonnade.platform.api.event.EventLog;
import org.colonnade.platform.api.event.EventSight;
import org.colonnade.platform.api.record.RecordDesk;
import org.colonnade.platform.api.store.Tx;
import org.colonnade.platform.webhooks.internal.Owners;
import org.colonnade.platform.webhooks.internal.WebhooksSettings;
import org.colonnade.platform.webhooks.internal.domain.Subscriber;
import org.colonnade.platform.webhooks.internal.domain.SubscriberDraft;
import org.colonnade.platform.webhooks.internal.store.SealedSecrets;

/**
 * What the lanes work with.
 *
 * @param node this node's name, another one with each start
 */
record Office(
        String node,
        Tx tx,
        RecordDesk<Subscriber, SubscriberDraft> desk,
        EventLog log,
        EventSight sight,
        Owners owners,
        SealedSecrets secrets,
        Courier courier,
        WebhooksSettings settings,
        Clock clock) {

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
