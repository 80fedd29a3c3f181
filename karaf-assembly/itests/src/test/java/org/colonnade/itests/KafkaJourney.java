package org.colonnade.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.colonnade.platform.events.kafka.Broker;
import org.colonnade.platform.events.kafka.Broker.Message;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

/** A function installed late publishes the log from its beginning to a broker that asks for TLS and a password, and what comes then. */
public class KafkaJourney {

    private static final String TOPIC = "colonnade.events";
    private static final String PLACE = "/api/platform/events/kafka";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final House house = House.shared();
    private final Api admin = house.admin();
    private final Path config = house.home().resolve("etc/org.colonnade.events.kafka.cfg");
    private Broker broker;

    @Before
    public void start() throws Exception {
        broker = new Broker(
                Files.createTempDirectory(Path.of("target"), "broker"),
                House.freePort(),
                House.freePort(),
                House.freePort());
    }

    /** The other tests find the house as it was. */
    @After
    public void stop() throws Exception {
        Files.deleteIfExists(config);
        admin.post("/api/platform/functions/events-kafka/remove").expect(200);
        broker.close();
    }

    @Test
    public void theLogReachesTheTopicFromItsBeginning() throws Exception {
        String before = party("Before");
        admin.post("/api/platform/functions/events-kafka/install").expect(200);
        Deadline.within(Duration.ofSeconds(20), () -> house.level("events-kafka").equals("WARNING"));
        Path password = Files.writeString(config.resolveSibling("kafka-password"), Broker.PASSWORD + "\n");
        Files.writeString(
                config,
                "brokers = " + broker.closed() + "\nuser = " + Broker.USER + "\npasswordFile = " + password
                        + "\ncertificates = " + broker.certificate().toAbsolutePath() + "\n");
        List<Message> old = broker.read(TOPIC, messages -> has(messages, before));
        JsonNode data = JSON.readTree(
                old.stream().filter(one -> one.key().equals(before)).findFirst().orElseThrow().value());
        assertEquals(before, data.path("party").asText());
        String now = party("Now");
        Message fresh = broker.read(TOPIC, messages -> has(messages, now)).stream()
                .filter(one -> one.key().equals(now))
                .findFirst()
                .orElseThrow();
        assertEquals("1.0", fresh.headers().get("ce_specversion"));
        assertEquals("crm.party.created", fresh.headers().get("ce_type"));
        assertEquals("main", fresh.headers().get("ce_company"));
        Deadline.within(Duration.ofSeconds(20), () -> house.level("events-kafka").equals("WELL"));
        String metrics = admin.get("/metrics").expect(200).text();
        assertTrue(metrics, metrics.contains("colonnade_kafka_events_total"));

        int seen = broker.read(TOPIC, messages -> has(messages, now)).size();
        admin.post(PLACE + "/replay", "{\"position\": 0}").expect(200);
        broker.read(TOPIC, messages -> messages.size() >= 2 * seen);
        String said = house.script("console", "colonnade:events-kafka").output();
        assertTrue(said, said.contains(TOPIC) && said.contains("main"));
    }

    private static boolean has(List<Message> messages, String subject) {
        return messages.stream().anyMatch(message -> message.key().equals(subject));
    }

    private String party(String name) {
        return "crm:party:"
                + admin.post("/api/crm/parties", Samples.person(name + " Kafka", name.toLowerCase(Locale.ROOT) + System.nanoTime() + "@example.com"))
                        .expect(201)
                        .json()
                        .path("id")
                        .asText();
    }
}
