package org.colonnade.platform.events.kafka.internal.engine;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.colonnade.platform.api.event.EventLog.Entry;
import org.colonnade.platform.events.kafka.internal.Place;

/**
 * Events as CloudEvents 1.0 in the binary content mode of its Kafka protocol binding. The key is the record's reference, so events of one
 * record keep their order in one partition; the id is the same whenever an event is sent, so who has it knows it.
 */
final class CloudEvents {

    private CloudEvents() {}

    /** @param company the code of the company whose event it is */
    static ProducerRecord<byte[], byte[]> message(Place place, String company, Entry event) {
        ProducerRecord<byte[], byte[]> message = new ProducerRecord<>(
                place.topic(), null, event.at().toEpochMilli(), bytes(event.subject()), bytes(event.data()));
        Headers headers = message.headers();
        headers.add("content-type", bytes("application/json"));
        headers.add("ce_specversion", bytes("1.0"));
        headers.add("ce_id", bytes(event.id()));
        headers.add("ce_source", bytes(place.source() + '/' + company));
        headers.add("ce_type", bytes(event.type()));
        headers.add("ce_subject", bytes(event.subject()));
        headers.add("ce_time", bytes(event.at().toString()));
        // extensions: the sequence of CloudEvents, which orders as text, and our own
        headers.add("ce_sequence", bytes(String.format(Locale.ROOT, "%019d", event.position())));
        headers.add("ce_company", bytes(company));
        headers.add("ce_actor", bytes(event.actor()));
        headers.add("ce_requestid", bytes(event.requestId()));
        return message;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
