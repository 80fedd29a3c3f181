package org.colonnade.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

/** What those who look after the platform see: metrics by token, a log that programs read, and callers behind a proxy. */
public class OperationJourney {

    private final String mark = "o" + Long.toString(System.nanoTime(), 36);
    private final House house = House.shared();
    private final Api admin = house.admin();
    private final Path logging = house.home().resolve("etc/org.ops4j.pax.logging.cfg");
    private final Path rest = house.home().resolve("etc/org.colonnade.rest.cfg");
    private String loggingBefore;
    private String restBefore;

    @Before
    public void remember() throws IOException {
        loggingBefore = Files.readString(logging);
        restBefore = Files.readString(rest);
    }

    /** The other tests find the house as it was. */
    @After
    public void restore() throws IOException {
        Files.writeString(logging, loggingBefore);
        Files.writeString(rest, restBefore);
    }

    @Test
    public void metricsAreReadByTokenAndPermission() {
        house.api().get("/metrics").expectProblem(401, "platform.token.missing");
        account("platform.jobs.read").get("/metrics").expectProblem(403, "platform.forbidden");
        admin.get("/api/platform/info").status();
        Api.Answer answer = account("platform.metrics.read").get("/metrics").expect(200);
        assertTrue(answer.contentType(), answer.contentType().startsWith("text/plain"));
        String text = answer.text();
        for (String series : List.of(
                "colonnade_http_request_duration_seconds_bucket{operation=",
                "colonnade_pool_size ",
                "colonnade_pool_waiting 0.0",
                "colonnade_event_lag_seconds{reaction=",
                "colonnade_dead_letters{reaction=",
                "colonnade_jobs_running_here ",
                "colonnade_audit_trouble 0.0",
                "colonnade_jvm_memory_used_bytes{area=\"heap\"}",
                "colonnade_jvm_gc_seconds_total{collector=")) {
            assertTrue(series + " in\n" + text, text.lines().anyMatch(line -> line.startsWith(series)));
        }
        for (String source : List.of("audit", "events", "jobs", "jvm", "pool")) {
            assertTrue(text, text.contains("colonnade_source_up{source=\"" + source + "\"} 1.0"));
        }
    }

    @Test
    public void theLogIsReadByProgramsAndSaysForWhom() throws Exception {
        Files.writeString(
                logging, loggingBefore.replace("log4j2.pattern = ${log.text}", "log4j2.pattern = ${log.json}"));
        admin.post("/api/platform/functions/calendar/install").expect(200);
        String id = admin.post("/api/platform/calendars", "{\"name\": \"" + mark + "\", \"zone\": \"Asia/Bangkok\"}")
                .expect(201)
                .json()
                .path("id")
                .asText();
        int[] tries = new int[1];
        Deadline.within(Duration.ofSeconds(30), () -> refusedFeed(id, mark + '-' + tries[0]++) != null);
        JsonNode line = refusedFeed(id, mark + ":last");
        assertEquals(mark + ":last", line.path("request").asText());
        assertEquals("calendar.calendarFiles.take", line.path("operation").asText());
        assertTrue(line.toString(), line.path("actor").asText().startsWith("platform:user:"));
        assertEquals("WARN", line.path("level").asText());
        assertTrue(line.toString(), line.path("time").asText().matches("\\d{4}-\\d\\d-\\d\\dT.*"));
        assertEquals("", line.path("thrown").asText());
        admin.post("/api/platform/functions/calendar/remove").expect(200);
    }

    /** The line that a feed leaves which is no calendar; null as long as lines are no JSON. */
    private JsonNode refusedFeed(String calendar, String request) throws IOException {
        admin.send(admin.request("/api/platform/calendars/" + calendar + "/feed.ics")
                        .header("X-Request-Id", request)
                        .header("Content-Type", "text/calendar")
                        .POST(BodyPublishers.ofString("<html>\"quoted\"</html>")))
                .expectProblem(422, "platform.calendar.unreadable");
        try (Stream<String> log = Files.lines(house.home().resolve("log/colonnade.log"))) {
            String line = log.filter(one -> one.contains(request))
                    .reduce((one, other) -> other)
                    .orElse("");
            return line.startsWith("{") ? new ObjectMapper().readTree(line) : null;
        }
    }

    @Test
    public void aCallerBehindATrustedProxyIsItself() throws Exception {
        assertEquals("127.0.0.1", refusedAddress("203.0.113.77"));
        Files.writeString(rest, "trustedProxies = 127.0.0.0/8 ::1\n");
        Deadline.within(Duration.ofSeconds(30), () -> refusedAddress("6.6.6.6, 203.0.113.77")
                .equals("203.0.113.77"));
    }

    /** Which address the audit names of a caller whose token is not good. */
    private String refusedAddress(String forwarded) throws Exception {
        String request = mark + ":" + System.nanoTime();
        house.api()
                .send(house.api()
                        .request("/api/platform/audit")
                        .header("Authorization", "Bearer nonsense")
                        .header("X-Request-Id", request)
                        .header("X-Forwarded-For", forwarded)
                        .GET())
                .expect(401);
        JsonNode[] found = new JsonNode[1];
        Deadline.within(Duration.ofSeconds(15), () -> {
            for (JsonNode row : admin.get("/api/platform/audit?action=refused&limit=50")
                    .json()
                    .path("items")) {
                if (row.path("requestId").asText().equals(request)) {
                    found[0] = admin.get("/api/platform/audit/" + row.path("id").asText())
                            .json();
                }
            }
            return found[0] != null;
        });
        String text = found[0].toString();
        int at = text.lastIndexOf("address") + "address".length();
        return text.substring(at).replaceFirst("^\\W+", "").replaceFirst("(?s)[\\\\\"].*", "");
    }

    /** Somebody with this permission and no other. */
    private Api account(String permission) {
        String name = mark + permission.replace('.', '-');
        String password = "four quiet elephants " + mark;
        admin.post("/api/platform/roles", "{\"name\":\"" + name + "\",\"permissions\":[\"" + permission + "\"]}")
                .expect(201);
        admin.post(
                        "/api/platform/users",
                        "{\"name\":\"" + name + "\",\"password\":\"" + password + "\",\"roles\":[\"" + name + "\"]}")
                .expect(201);
        return house.api()
                .as(house.api()
                        .post("/api/platform/sign-in", "{\"name\":\"" + name + "\",\"password\":\"" + password + "\"}")
                        .expect(200)
                        .json()
                        .path("token")
                        .asText());
    }
}
