package org.colonnade.platform.webhooks.internal.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.colonnade.platform.api.event.EventLog.Entry;
import org.colonnade.platform.api.outbound.Outbound;
import org.colonnade.platform.api.outbound.OutboundAnswer;
import org.colonnade.platform.api.outbound.OutboundCall;
import org.colonnade.platform.api.problem.Rejected;
import org.colonnade.platform.api.problem.Unavailable;
import org.colonnade.platform.webhooks.internal.WebhooksSettings;
import org.colonnade.platform.webhooks.internal.domain.Outcome;
import org.colonnade.platform.webhooks.internal.domain.RetryAfter;
import org.colonnade.platform.webhooks.internal.domain.Signature;

/** Takes one message to one receiver, signed. */
public final class Courier {

    /** How much of an answer is read; nothing of it is kept. */
    private static final int MOST_BYTES = 16 << 10;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Outbound outbound;
    private final WebhooksSettings settings;
    private final Clock clock;

    public Courier(Outbound outbound, WebhooksSettings settings, Clock clock) {
        this.outbound = outbound;
        this.settings = settings;
        this.clock = clock;
    }

    /** Sends an event. Its id is the same with each attempt, so a receiver knows what it has already. */
    Outcome take(String url, List<String> secrets, Entry event) {
        ObjectNode body = JSON.createObjectNode();
        body.put("id", event.id());
        body.put("type", event.type());
        body.put("timestamp", event.at().toString());
        body.put("subject", event.subject());
        body.put("position", event.position());
        body.putRawValue("data", new RawValue(event.data()));
        return send(url, secrets, event.id(), body);
    }

    /** Sends a message that tells nothing. */
    public Outcome test(String url, List<String> secrets, String message, String subscriber) {
        ObjectNode body = JSON.createObjectNode();
        body.put("id", message);
        body.put("type", "webhooks.test");
        body.put("timestamp", clock.instant().toString());
        body.put("subject", "webhooks:subscriber:" + subscriber);
        body.putObject("data").put("test", true);
        return send(url, secrets, message, body);
    }

    private Outcome send(String url, List<String> secrets, String id, ObjectNode message) {
        long began = System.nanoTime();
        try {
            byte[] body = JSON.writeValueAsBytes(message);
            long timestamp = clock.instant().getEpochSecond();
            OutboundAnswer answer = outbound.send(new OutboundCall(
                    "POST",
                    url,
                    Map.of(
                            "webhook-id", id,
                            "webhook-timestamp", Long.toString(timestamp),
                            "webhook-signature", Signature.of(secrets, id, timestamp, body)),
                    "application/json",
                    body,
                    settings.now().timeout(),
                    MOST_BYTES));
            return outcome(answer, millis(began));
        } catch (Rejected | Unavailable failure) {
            return new Outcome(false, null, millis(began), failure.code() + ": " + failure.getMessage(), null);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Outcome outcome(OutboundAnswer answer, long millis) {
        if (answer.taken()) {
            return new Outcome(true, answer.status(), millis, null, null);
        }
        boolean redirects = answer.status() >= 300 && answer.status() <= 399;
        String why = "The receiver answered " + answer.status() + (redirects ? "; redirects are not followed." : ".");
        Instant notBefore = RetryAfter.of(answer.headers().get("retry-after"), clock.instant());
        return new Outcome(false, answer.status(), millis, why, notBefore);
    }

    private static long millis(long began) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
    }
}
