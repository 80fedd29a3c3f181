package org.colonnade.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.Test;

/** Somebody with a role for the own team sees the events of that team's customers, and of nobody else's: in the list and in the stream. */
public class EventsJourney {

    private final String mark = "e" + Long.toString(System.nanoTime(), 36).toLowerCase(Locale.ROOT);
    private final Api admin = House.shared().admin();

    @Test
    public void aTeamSeesWhatHappensToItsOwnCustomersOnly() throws Exception {
        String ours = team("a");
        String theirs = team("b");
        Api clerk = clerk();
        String before = party(ours);
        String strange = party(theirs);
        List<String> lines = new CopyOnWriteArrayList<>();
        try (InputStream stream = watch(clerk, lines)) {
            String mine = party(ours);
            String other = party(theirs);
            String last = party(ours);
            Deadline.within(Duration.ofSeconds(20), () -> heard(lines, last));
            assertTrue(heard(lines, mine));
            assertFalse("what was before is not told", heard(lines, before));
            assertFalse(heard(lines, other));
            String list = listed(clerk);
            assertTrue(list, list.contains(before) && list.contains(mine) && list.contains(last));
            assertFalse(
                    list,
                    list.contains(strange) || list.contains(other) || list.contains("\"subject\":\"platform:user:"));
            clerk.get("/api/platform/dead-letters").expectProblem(403, "platform.forbidden");
            admin.post(
                            "/api/platform/users/" + mark + "/password",
                            "{\"password\":\"five loud elephants " + mark + "\"}")
                    .expect(200, 204);
            Deadline.within(Duration.ofSeconds(20), () -> lines.contains("the end"));
            assertTrue("an administrator sees both", listed(admin).contains(strange));
        }
    }

    private static boolean heard(List<String> lines, String party) {
        return lines.stream().anyMatch(line -> line.startsWith("data: ") && line.contains(party));
    }

    /** All pages, so that what is not there is not there. */
    private static String listed(Api api) {
        StringBuilder all = new StringBuilder();
        String next = "";
        while (next != null) {
            JsonNode page = api.get("/api/platform/events?limit=500&after=" + next)
                    .expect(200)
                    .json();
            all.append(page.path("items"));
            next = page.path("next").asText(null);
        }
        return all.toString();
    }

    private static InputStream watch(Api api, List<String> lines) throws Exception {
        HttpResponse<InputStream> answer = HttpClient.newHttpClient()
                .send(
                        api.request("/api/platform/events/stream?types=crm.*").build(),
                        HttpResponse.BodyHandlers.ofInputStream());
        assertEquals(200, answer.statusCode());
        Thread reading = new Thread(() -> {
            try (BufferedReader reader =
                    new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
                reader.lines().forEach(lines::add);
            } catch (IOException | java.io.UncheckedIOException closed) {
                lines.add("closed");
            }
            lines.add("the end");
        });
        reading.setDaemon(true);
        reading.start();
        Deadline.within(Duration.ofSeconds(10), () -> !lines.isEmpty());
        return answer.body();
    }

    private String team(String name) {
        JsonNode made = admin.post("/api/platform/teams", "{\"name\":\"" + mark + name + "\"}")
                .expect(201)
                .json();
        return "platform:team:" + made.path("id").asText();
    }

    private String party(String team) {
        return "crm:party:"
                + admin.post(
                                "/api/crm/parties",
                                "{\"kind\":\"PERSON\",\"team\":\"" + team
                                        + "\",\"name\":{\"given\":\"E\",\"family\":\"V" + System.nanoTime() + "\"}}")
                        .expect(201)
                        .json()
                        .path("id")
                        .asText();
    }

    private Api clerk() {
        admin.post(
                        "/api/platform/roles",
                        "{\"name\":\"" + mark + "\",\"permissions\":[\"crm.party.read\",\"platform.events.read\"],"
                                + "\"scopes\":{\"crm.party.read\":\"TEAM\"}}")
                .expect(201);
        String password = "four quiet elephants " + mark;
        admin.post(
                        "/api/platform/users",
                        "{\"name\":\"" + mark + "\",\"password\":\"" + password + "\",\"roles\":[\"" + mark + "\"]}")
                .expect(201);
        admin.post("/api/platform/teams/" + mark + "a/members", "{\"user\":\"" + mark + "\"}")
                .expect(200);
        return House.shared().signIn(mark, password);
    }
}
