package org.colonnade.itests;

import static java.net.URLEncoder.encode;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.After;
import org.junit.Assume;
import org.junit.Before;
import org.junit.Test;

/**
 * Text and JSON that is made to break things, sent to the running house in every way in which a caller can: each string comes back letter
 * by letter, what is wrong is refused as such, and nothing is ever answered with a failure of the house itself.
 */
public class NaughtyInputs {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PARTIES = "/api/crm/parties";
    private static final Path CORPUS = Path.of(System.getProperty("colonnade.corpora", "none"), "09-naughty-inputs");
    private static final int LONGEST_SEARCH = 400;
    private static final int LONGEST_QUERY = 2_000;

    private final Api api = House.shared().admin();
    private final List<String> faults = new ArrayList<>();

    @Before
    public void theCorpusIsHere() {
        Assume.assumeTrue("the shared corpora are not here", Files.isDirectory(CORPUS));
    }

    @After
    public void theHouseStillAnswers() {
        assertEquals(200, api.get("/health/ready").status());
        assertEquals("", String.join("\n", faults));
    }

    @Test
    public void everyStringIsStoredReadAndFound() throws IOException {
        String mark = "m" + Long.toString(System.nanoTime(), 36);
        int kept = 0;
        for (String text : strings()) {
            Api.Answer made = api.post(PARTIES, party(text, mark));
            if (made.status() == 201) {
                kept++;
                comesBack(made.json(), text, mark);
            } else if (made.status() != 422 && made.status() != 400) {
                fault("POST a party", text, made);
            }
        }
        assertTrue(kept + " were taken", kept > 200);
        everyFileBringsBackTheSame(kept, mark);
    }

    private void comesBack(JsonNode party, String text, String mark) throws JsonProcessingException {
        String place = PARTIES + '/' + party.path("id").asText();
        JsonNode read = api.get(place).expect(200).json();
        String kept = text.isBlank() ? "" : text;
        same("organisation", kept, read.path("organisation").asText());
        same("given name", kept, read.path("name").path("given").asText());
        Api.Answer note = api.post(place + "/notes", JSON.writeValueAsString(Map.of("text", "n" + text)));
        if (note.status() != 201) {
            fault("POST a note", text, note);
            return;
        }
        same(
                "note",
                "n" + text,
                api.get(place + "/notes")
                        .expect(200)
                        .json()
                        .path("items")
                        .get(0)
                        .path("text")
                        .asText());
        if (text.codePoints().anyMatch(Character::isLetterOrDigit) && text.length() < LONGEST_SEARCH) {
            Api.Answer found = api.get(PARTIES + "?limit=500&tag=" + mark + "&q=" + encode(text, UTF_8));
            if (found.status() != 200 || !found.text().contains(party.path("id").asText())) {
                fault("search", text, found);
            }
        }
    }

    private void everyFileBringsBackTheSame(int kept, String mark) {
        for (String version : List.of("4.0", "3.0")) {
            byte[] cards = api.get("/api/crm/exports/vcard?tag=" + mark + "&version=" + version)
                    .expect(200)
                    .bytes();
            unchanged(kept, api.post("/api/crm/imports?wait=60", "text/vcard", cards));
        }
        byte[] rows = api.get("/api/crm/exports/csv?tag=" + mark).expect(200).bytes();
        unchanged(kept, api.post("/api/crm/imports?wait=60", "text/csv", rows));
    }

    private static void unchanged(int kept, Api.Answer report) {
        JsonNode counts = report.expect(200).json();
        assertEquals(counts.toString(), kept, counts.path("read").asInt());
        assertEquals(counts.toString(), kept, counts.path("unchanged").asInt());
    }

    @Test
    public void everyJsonFileAsABody() throws IOException {
        String party = api.post(PARTIES, Samples.person("Naughty Body", "body@example.com"))
                .expect(201)
                .json()
                .path("id")
                .asText();
        List<String> posts = List.of(
                PARTIES,
                PARTIES + '/' + party + "/notes",
                PARTIES + '/' + party + "/relationships",
                "/api/platform/sign-in",
                "/api/platform/setup",
                "/api/platform/users",
                "/api/platform/roles",
                "/api/platform/me/tokens",
                "/api/platform/me/password",
                "/api/platform/invariants/run",
                "/api/platform/privacy/exports",
                "/api/platform/privacy/erasures",
                "/api/platform/privacy/restrictions",
                "/api/platform/privacy/retention-rules");
        for (Path file : files("json-parsing")) {
            byte[] body = Files.readAllBytes(file);
            for (String post : posts) {
                judged(file, api.post(post, "application/json", body));
            }
            for (String record : List.of(PARTIES + '/' + party, "/api/platform/users/admin")) {
                judged(
                        file,
                        api.send(api.request(record)
                                .header("Content-Type", "application/merge-patch+json")
                                .header("If-Match", "*")
                                .method("PATCH", BodyPublishers.ofByteArray(body))));
            }
        }
    }

    private void judged(Path file, Api.Answer answer) {
        String name = file.getFileName().toString();
        boolean refused = answer.status() >= 400 && answer.status() < 500;
        if (answer.status() >= 500 || name.startsWith("n_") && !refused) {
            fault(answer.call(), name, answer);
        }
    }

    @Test
    public void everythingAsAParameterAndAsAPath() throws IOException {
        Map<String, List<String>> lists = new LinkedHashMap<>();
        lists.put(PARTIES, List.of("q", "limit", "after", "kind", "tag", "archived"));
        lists.put("/api/crm/exports/csv", List.of("q", "tag"));
        lists.put("/api/platform/events", List.of("type", "limit", "after"));
        lists.put("/api/platform/privacy/erasures", List.of("limit", "after"));
        lists.put("/api/platform/privacy/restrictions", List.of("after"));
        lists.put("/api/platform/invariants/runs", List.of("after"));
        for (String value : encoded()) {
            lists.forEach((list, names) -> names.forEach(name ->
                    neverBroken(api.request(list + '?' + name + '=' + value).GET(), value)));
            neverBroken(api.request(PARTIES + "?after=x&" + value + "=1").GET(), value);
            for (String place : List.of(
                    PARTIES + '/',
                    "/api/platform/users/",
                    "/api/platform/privacy/restrictions/",
                    "/api/platform/privacy/exports/",
                    "/api/platform/invariants/runs/")) {
                neverBroken(api.request(place + value).GET(), value);
            }
        }
    }

    @Test
    public void everyStringAsAHeader() throws IOException {
        for (String text : strings()) {
            for (String name : List.of(
                    "Accept",
                    "Accept-Language",
                    "If-None-Match",
                    "X-Request-Id",
                    "Idempotency-Key",
                    "Range",
                    "Forwarded")) {
                header(api.request(PARTIES + "?limit=1"), name, text);
            }
            header(House.shared().api().request(PARTIES + "?limit=1"), "Authorization", "Bearer " + text);
            header(api.request("/api/platform/users/admin").DELETE(), "If-Match", text);
            header(api.request(PARTIES).POST(BodyPublishers.ofString("{")), "Content-Type", text);
        }
    }

    private void header(HttpRequest.Builder request, String name, String text) {
        try {
            neverBroken(request.header(name, text), text);
        } catch (IllegalArgumentException noHeader) {
            assertTrue(text, noHeader.getMessage() != null);
        }
    }

    @Test
    public void everyFileAsAnImport() throws IOException {
        for (String folder : List.of("csv", "xml", "strings", "json-parsing")) {
            for (Path file : files(folder)) {
                byte[] body = Files.readAllBytes(file);
                judged(file, "/api/crm/imports?dryRun=true&wait=60", "text/csv", body);
                judged(file, "/api/crm/imports?dryRun=true&wait=60", "text/vcard", body);
            }
        }
    }

    private void judged(Path file, String place, String type, byte[] body) {
        Api.Answer answer = api.post(place, type, body);
        if (answer.status() >= 500) {
            fault(answer.call(), file.getFileName().toString(), answer);
        }
    }

    private void neverBroken(HttpRequest.Builder request, String value) {
        Api.Answer answer = api.send(request);
        if (answer.status() >= 500) {
            fault(answer.call(), value, answer);
        }
    }

    private void same(String what, String sent, String read) {
        if (!sent.equals(read)) {
            faults.add(what + ": " + sent + " came back as " + read);
        }
    }

    private void fault(String call, String input, Api.Answer answer) {
        String shown = input.length() > 200 ? input.substring(0, 200) + '…' : input;
        faults.add(call + " with " + shown + " answered " + answer.status() + ' ' + answer.text());
    }

    private static String party(String text, String mark) throws JsonProcessingException {
        return JSON.writeValueAsString(Map.of(
                "displayName",
                "N " + text,
                "name",
                Map.of("given", text, "family", text),
                "organisation",
                text,
                "jobTitle",
                text,
                "tags",
                List.of(mark)));
    }

    /** Every string and every JSON file, byte by byte as a URL can carry it. */
    private static List<String> encoded() throws IOException {
        List<String> values = new ArrayList<>();
        for (String text : strings()) {
            values.add(percent(text.getBytes(UTF_8)));
        }
        for (Path file : files("json-parsing")) {
            values.add(percent(Files.readAllBytes(file)));
        }
        values.removeIf(value -> value.length() > LONGEST_QUERY);
        return values;
    }

    private static String percent(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        for (byte one : bytes) {
            text.append('%').append("%02X".formatted(one & 0xff));
        }
        return text.toString();
    }

    private static List<String> strings() throws IOException {
        JsonNode list = JSON.readTree(Files.readAllBytes(CORPUS.resolve("strings/naughty-strings.share.json")));
        List<String> strings = new ArrayList<>();
        list.forEach(one -> strings.add(one.asText()));
        return strings;
    }

    private static List<Path> files(String folder) throws IOException {
        try (Stream<Path> files = Files.walk(CORPUS.resolve(folder))) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
