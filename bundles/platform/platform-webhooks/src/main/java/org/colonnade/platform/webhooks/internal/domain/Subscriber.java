package org.colonnade.platform.webhooks.internal.domain;

import java.util.List;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.record.Field;
import org.colonnade.platform.api.record.RecordType;

/** Somebody outside who hears of events. The fields are those of {@link SubscriberDraft}. */
@RecordType(
        value = "webhooks:subscriber",
        plural = "webhooks",
        en = "Webhook",
        th = "เว็บฮุก",
        order = "name",
        owner = "owner",
        example =
                "{\"name\": \"Shop\", \"url\": \"https://hooks.example.com/colonnade\", \"events\": [\"crm.party.*\"]}")
public record Subscriber(
        @Field(en = "Name", th = "ชื่อ", required = true, searched = true, max = 200) String name,
        @Field(en = "Address", th = "ที่อยู่", required = true, searched = true, max = 2000) String url,
        @Field(en = "Events", th = "เหตุการณ์") List<String> events,
        @Field(en = "Owner", th = "เจ้าของ") Ref owner,
        @Field(en = "Active", th = "เปิดใช้งาน") Boolean active) {

    public Subscriber {
        events = events == null ? List.of() : List.copyOf(events);
        active = active == null || active;
    }

    /** The same, acting for this account. */
    public Subscriber ownedBy(Ref account) {
        return new Subscriber(name, url, events, account, active);
    }

    /** Whether something is sent elsewhere, or something else is sent. */
    public boolean sendsOtherwise(Subscriber before) {
        return !url.equals(before.url) || !events.equals(before.events) || !owner.equals(before.owner);
    }
}
