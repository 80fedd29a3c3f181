package org.colonnade.platform.events.kafka.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.Test;

/** What an administrator writes into the file. */
public class PlaceTest {

    private static KafkaSettings settings(Map<String, Object> set) {
        return new KafkaSettings((KafkaConfig) Proxy.newProxyInstance(
                PlaceTest.class.getClassLoader(),
                new Class<?>[] {KafkaConfig.class},
                (self, key, none) -> set.getOrDefault(key.getName(), key.getDefaultValue())));
    }

    @Test
    public void withoutBrokersThereIsNoPlaceAndNothingIsWrong() {
        KafkaSettings none = settings(Map.of());
        assertNull(none.place());
        assertNull(none.fault());
    }

    @Test
    public void brokersAndThePasswordsFileAreRead() throws Exception {
        Path file = Files.createTempFile("password", "");
        Files.writeString(file, "secret\n");
        Place place = settings(Map.of(
                        "brokers", "kafka-1.example.com:9093, [::1]:9093",
                        "user", "colonnade",
                        "passwordFile", file.toString(),
                        "events", "crm.party.*"))
                .place();
        assertEquals(List.of("kafka-1.example.com:9093", "[::1]:9093"), place.brokers());
        assertEquals("secret", place.login().password());
        assertFalse("the password is shown nowhere", place.toString().contains("secret"));
        assertTrue(place.tls());
        assertTrue(place.filter().matches("crm.party.created"));
        assertFalse(place.filter().matches("crm.lead.created"));
    }

    @Test
    public void whatIsNotRightIsSaidAsASentence() {
        for (Map<String, Object> wrong : List.<Map<String, Object>>of(
                Map.of("brokers", "kafka"),
                Map.of("brokers", "kafka:9092", "security", "some"),
                Map.of("brokers", "kafka:9092", "topic", "a topic"),
                Map.of("brokers", "kafka:9092", "events", "Party"),
                Map.of("brokers", "kafka:9092", "source", "a b"),
                Map.of("brokers", "kafka:9092", "user", "u", "mechanism", "MD5"),
                Map.of("brokers", "kafka:9092", "user", "u", "passwordFile", "/not/there"),
                Map.of("brokers", "kafka:9092", "certificates", "/not/there"))) {
            KafkaSettings settings = settings(wrong);
            assertNull(wrong.toString(), settings.place());
            assertNotNull(wrong.toString(), settings.fault());
        }
    }
}
