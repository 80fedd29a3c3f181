package org.colonnade.platform.webhooks.internal.domain;

import java.util.List;
import org.colonnade.platform.api.Ref;

/**
 * What a caller says of a subscriber.
 *
 * @param name what people call it
 * @param url where events are sent
 * @param events names of event types, and beginnings such as {@code crm.*}; {@code *} for all
 * @param owner the account with whose rights it sees events: the caller's own, if missing
 * @param active whether anything is sent; true if missing
 */
public record SubscriberDraft(String name, String url, List<String> events, Ref owner, Boolean active) {

    public SubscriberDraft {
        active = active == null || active;
    }
}
