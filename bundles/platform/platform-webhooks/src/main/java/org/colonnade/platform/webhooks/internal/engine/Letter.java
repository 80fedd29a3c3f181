package org.colonnade.platform.webhooks.internal.engine;

import java.time.Instant;
import java.util.List;
import org.colonnade.platform.api.event.EventLog.Entry;
import org.colonnade.platform.webhooks.internal.store.Delivery;

/**
 * A delivery that can be sent now.
 *
 * @param event as the owner sees it
 * @param seenAt when it was asked what the owner sees
 */
record Letter(Delivery delivery, Entry event, String url, List<String> secrets, Instant seenAt) {}
