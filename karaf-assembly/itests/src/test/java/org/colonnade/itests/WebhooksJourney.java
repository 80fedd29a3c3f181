package org.colonnade.itests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

/** A receiver outside hears of what happens, also of what happened while it was down and the platform was killed. */
public class WebhooksJourney {

    private static final String PLACE = "/api/platform/webhooks";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final House house = House.shared();
    private final Path config = house.home().resolve("etc/org.colonnade.outbound.cfg");
    private final Map<String, String> heard = new ConcurrentHashMap<>();
    private final int port = House.freePort();
    private volatile String secret = "";
    private HttpServer server;

    @Before
    public void start() throws Exception {
        listen();
        house.admin().post("/api/platform/functions/webhooks/install").expect(200);
    }

    /** The other tests find the house as it was. */
    @After
    public void stop() throws Exception {
        server.stop(0);
        Files.deleteIfExists(config);
        house.admin().post("/api/platform/functions/webhooks/remove").expect(200);
    }

    @Test
    public void whatHappensArrivesWhoeverIsDownMeanwhile() throws Exception {
        Api admin = house.admin();
        String subscriber =
                "{\"name\":\"Shop\",\"url\":\"http://127.0.0.1:" + port + "/hook\",\"events\":[\"crm.party.*\"]}";
        admin.post(PLACE, subscriber).expectProblem(422, "platform.outbound.scheme");
        admin.post(PLACE, subscriber.replace("http:", "https:")).expectProblem(422, "platform.outbound.address");
        Files.writeString(config, "http = true\nnetworks = 127.0.0.0/8\n");
        Deadline.within(
                Duration.ofSeconds(20), () -> admin.post(PLACE, subscriber).status() == 201);
        String one = PLACE
                + '/'
                + admin.get(PLACE)
                        .expect(200)
                        .json()
                        .path("items")
                        .path(0)
                        .path("id")
                        .asText();
        secret = admin.post(one + "/secret", "{}")
                .expect(200)
                .json()
                .path("secret")
                .asText();
        JsonNode tested = admin.post(one + "/test").expect(200).json();
        assertTrue(tested.toString(), tested.path("taken").asBoolean());

        String first = party(admin, "Anna");
        Deadline.within(Duration.ofSeconds(15), () -> heard.containsKey(first));
        JsonNode message = JSON.readTree(heard.get(first));
        assertEquals("crm.party.created", message.path("type").asText());
        assertEquals(first, message.path("data").path("party").asText());
        nothingIsLost(admin, one);
    }

    private void nothingIsLost(Api admin, String one) throws Exception {
        server.stop(0);
        String second = party(admin, "Boris");
        Deadline.within(
                Duration.ofSeconds(20),
                () -> admin.get(one + "/health")
                                .expect(200)
                                .json()
                                .path("failuresInRow")
                                .asInt()
                        > 0);
        house.kill9();
        house.start();
        listen();
        Deadline.within(Duration.ofSeconds(90), () -> heard.containsKey(second));
        House.Ran shown = house.script("console", "colonnade:webhooks");
        assertTrue(shown.output(), shown.status() == 0 && shown.output().contains("Shop"));
        Deadline.within(Duration.ofSeconds(10), () -> house.admin()
                .get(one + "/health")
                .expect(200)
                .json()
                .path("state")
                .asText()
                .equals("SENDING"));
    }

    private static String party(Api admin, String name) {
        return "crm:party:"
                + admin.post(
                                "/api/crm/parties",
                                "{\"kind\":\"PERSON\",\"name\":{\"given\":\"" + name + "\",\"family\":\"Hook"
                                        + System.nanoTime() + "\"}}")
                        .expect(201)
                        .json()
                        .path("id")
                        .asText();
    }

    private void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/hook", this::hear);
        server.start();
    }

    private void hear(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        boolean genuine =
                signature(exchange, body).equals(exchange.getRequestHeaders().getFirst("webhook-signature"));
        if (genuine) {
            heard.put(JSON.readTree(body).path("subject").asText(), body);
        }
        exchange.sendResponseHeaders(genuine ? 204 : 401, -1);
        exchange.close();
    }

    private String signature(HttpExchange exchange, String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring("whsec_".length())), "HmacSHA256"));
            String signed = exchange.getRequestHeaders().getFirst("webhook-id")
                    + '.'
                    + exchange.getRequestHeaders().getFirst("webhook-timestamp")
                    + '.'
                    + body;
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(UTF_8)));
        } catch (java.security.GeneralSecurityException none) {
            throw new IllegalStateException(none);
        }
    }
}
