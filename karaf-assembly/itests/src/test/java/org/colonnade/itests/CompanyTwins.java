package org.colonnade.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.junit.Test;

/**
 * Two companies in one house. One of them is full of canaries; whoever works in the other one, with every permission there is, reads
 * everything that can be read, with every id that the first one has, and never hears a canary.
 */
public class CompanyTwins {

    private static final String CANARY = "Canary";
    private static final String HEADER = "Colonnade-Company";

    private final House house;
    private final Api admin;
    private final String mark = Long.toString(System.nanoTime(), 36);
    private final String twin = "twin-" + mark;
    private final Map<String, String> planted = new TreeMap<>();

    public CompanyTwins() {
        this(House.shared());
    }

    CompanyTwins(House house) {
        this.house = house;
        this.admin = house.admin();
    }

    @Test
    public void noAnswerToOneHoldsAWordOfTheOther() throws Exception {
        walk();
    }

    void walk() throws Exception {
        open();
        plant();
        Api stranger = stranger();
        String heard = Integer.toString(readEverything(stranger));
        assertTrue(heard + " answers", Integer.parseInt(heard) > 100);
        search(stranger);
        changeNothing(stranger);
        pointNowhere(stranger);
        itIsAllThere();
    }

    private void open() throws Exception {
        admin.post(
                        "/api/platform/companies",
                        "{\"code\":\"" + twin
                                + "\",\"name\":\"Twin\",\"currency\":\"THB\",\"zone\":\"Asia/Bangkok\",\"language\":\"th\"}")
                .expect(201);
        // what a company needs to begin with comes by an event
        Deadline.within(
                Duration.ofSeconds(20),
                () -> items(there("GET", "/api/crm/pipelines", null)).size() == 1);
    }

    private void plant() throws Exception {
        String party = made(
                "party",
                "/api/crm/parties",
                "{\"kind\":\"PERSON\",\"displayName\":\"Canary Party\",\"tags\":[\"canary-tag\"],\"contactPoints\":[{\"type\":\"EMAIL\","
                        + "\"value\":\"canary@canary.example\"}]}");
        made(
                "lead",
                "/api/crm/leads",
                "{\"givenName\":\"Canary Lead\",\"familyName\":\"Canary\",\"email\":\"lead@canary.example\"}");
        String pipeline = items(there("GET", "/api/crm/pipelines", null))
                .get(0)
                .path("id")
                .asText();
        made(
                "opportunity",
                "/api/crm/opportunities",
                "{\"name\":\"Canary Deal\",\"party\":\"crm:party:" + party + "\",\"pipeline\":\"crm:pipeline:"
                        + pipeline + "\",\"amount\":{\"amount\":\"77.00\",\"currency\":\"THB\"}}");
        made(
                "score-rule",
                "/api/crm/score-rules",
                "{\"name\":\"Canary Rule\",\"condition\":\"source==canary\",\"points\":3}");
        made(
                "view",
                "/api/platform/views",
                "{\"kind\":\"crm:lead\",\"name\":\"Canary View\",\"shared\":\"EVERYBODY\"}");
        there("POST", "/api/crm/parties/" + party + "/notes", "{\"text\":\"Canary Note\"}")
                .expect(200, 201);
        Api.Answer job = admin.send(admin.request("/api/crm/leads/files/import")
                .header(HEADER, twin)
                .header("Content-Type", "text/csv")
                .POST(BodyPublishers.ofString("familyName,email\nCanary Row,row@canary.example\n,\n")));
        String id = job.expect(202).json().path("job").asText();
        planted.put("job", id);
        Deadline.within(Duration.ofSeconds(30), () -> there("GET", "/api/platform/jobs/" + id, null)
                .json()
                .path("state")
                .asText()
                .equals("DONE"));
    }

    private String made(String what, String path, String body) {
        String id = there("POST", path, body).expect(201).json().path("id").asText();
        planted.put(what, id);
        return id;
    }

    /** Somebody who may do everything that can be named, in the first company alone. */
    private Api stranger() {
        List<String> permissions = new ArrayList<>();
        admin.get("/api/platform/permissions")
                .expect(200)
                .json()
                .forEach(permission ->
                        permissions.add('"' + permission.path("name").asText() + '"'));
        admin.post("/api/platform/roles", "{\"name\":\"all-" + mark + "\",\"permissions\":" + permissions + "}")
                .expect(200, 201);
        admin.post(
                        "/api/platform/users",
                        "{\"name\":\"" + mark + "\",\"password\":\"" + Keys.PASSWORD + "\",\"roles\":[\"all-" + mark
                                + "\"]}")
                .expect(201);
        return house.signIn(mark, Keys.PASSWORD);
    }

    private int readEverything(Api stranger) {
        int answers = 0;
        for (var path : house.api().get("/openapi.json").json().path("paths").properties()) {
            JsonNode get = path.getValue().path("get");
            if (get.isMissingNode() || get.toString().contains("text/event-stream")) {
                continue;
            }
            for (String place : places(path.getKey())) {
                Api.Answer answer = stranger.get(place);
                answers++;
                silent(place, answer);
                if (get.path("x-scope").asText().equals("company")) {
                    Api.Answer named = stranger.send(
                            stranger.request(place).header(HEADER, twin).GET());
                    assertEquals(place, 403, named.status());
                    assertEquals(
                            "platform.company.not-yours",
                            named.json().path("code").asText());
                }
            }
        }
        return answers;
    }

    /** The path with each id of the other company in the place of its first parameter, or as it is. */
    private List<String> places(String path) {
        if (!path.contains("{")) {
            return List.of(path);
        }
        List<String> places = new ArrayList<>();
        for (String id : planted.values()) {
            places.add(path.replaceFirst("\\{[^}]*}", id).replaceAll("\\{[^}]*}", "1"));
        }
        return places;
    }

    private void search(Api stranger) {
        for (String path : List.of("/api/crm/parties", "/api/crm/leads", "/api/crm/opportunities")) {
            assertEquals(path, 0, items(stranger.get(path + "?q=canary")).size());
            assertEquals(path, 0, items(stranger.get(path + "?tag=canary-tag")).size());
        }
        String mail = URLEncoder.encode("email==canary@canary.example", StandardCharsets.UTF_8);
        assertEquals(0, items(stranger.get("/api/crm/parties?filter=" + mail)).size());
        silent("vcard", stranger.get("/api/crm/parties/files/export"));
    }

    private void changeNothing(Api stranger) {
        for (var path : house.api().get("/openapi.json").json().path("paths").properties()) {
            if (!path.getKey().contains("{") || path.getKey().startsWith("/api/platform/users")) {
                continue;
            }
            for (String place : places(path.getKey())) {
                for (String method : List.of("patch", "delete", "post")) {
                    if (path.getValue().has(method)) {
                        Api.Answer answer = stranger.send(written(stranger, method, place));
                        assertFalse(method + ' ' + place + ' ' + answer.text(), answer.status() < 300);
                        assertFalse(method + ' ' + place + ' ' + answer.text(), answer.status() >= 500);
                        silent(place, answer);
                    }
                }
            }
        }
    }

    private static HttpRequest.Builder written(Api stranger, String method, String place) {
        HttpRequest.Builder request = stranger.request(place);
        return switch (method) {
            case "patch" -> request.header("Content-Type", "application/merge-patch+json")
                    .header("If-Match", "\"1\"")
                    .method("PATCH", BodyPublishers.ofString("{\"name\":\"taken\"}"));
            case "delete" -> request.header("If-Match", "\"1\"").DELETE();
            default -> request.header("Content-Type", "application/json").POST(BodyPublishers.ofString("{}"));
        };
    }

    /** A reference into the other company is told like one to nothing. */
    private void pointNowhere(Api stranger) {
        String pipeline =
                items(stranger.get("/api/crm/pipelines")).get(0).path("id").asText();
        String deal = "{\"name\":\"Mine\",\"party\":\"crm:party:%s\",\"pipeline\":\"crm:pipeline:%s\"}";
        Api.Answer theirs = stranger.post("/api/crm/opportunities", deal.formatted(planted.get("party"), pipeline));
        Api.Answer nobodys = stranger.post("/api/crm/opportunities", deal.formatted("0ZZZZZZZZZZZZ", pipeline));
        assertEquals(nobodys.text(), nobodys.status(), theirs.status());
        assertEquals(nobodys.json().path("code"), theirs.json().path("code"));
        assertTrue(theirs.text(), theirs.status() >= 400);
    }

    private void itIsAllThere() {
        for (String what : List.of("lead", "opportunity")) {
            String path = what.equals("lead") ? "/api/crm/leads/" : "/api/crm/opportunities/";
            JsonNode kept =
                    there("GET", path + planted.get(what), null).expect(200).json();
            assertEquals(kept.toString(), 1, kept.path("version").asInt());
        }
    }

    private static void silent(String place, Api.Answer answer) {
        assertFalse(
                place + " tells of the other company: " + answer.text(),
                answer.text().toLowerCase(Locale.ROOT).contains("canary"));
    }

    private Api.Answer there(String method, String path, String body) {
        HttpRequest.Builder request = admin.request(path).header(HEADER, twin);
        return admin.send(
                body == null
                        ? request.method(method, BodyPublishers.noBody())
                        : request.header("Content-Type", "application/json")
                                .method(method, BodyPublishers.ofString(body)));
    }

    private static List<JsonNode> items(Api.Answer answer) {
        return StreamSupport.stream(answer.expect(200).json().path("items").spliterator(), false)
                .toList();
    }
}
