package org.colonnade.platform.rest.internal.door;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.junit.Assume.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.colonnade.platform.rest.internal.sample.SampleModule;
import org.colonnade.platform.rest.internal.sample.ThingResource;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.Test;

public class StrictBodiesTest {

    private static final String THINGS = "/api/sample/things";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static TestHouse house;

    @BeforeClass
    public static void open() {
        house = new TestHouse();
        house.board.arrive(SampleModule.of(new ThingResource()));
    }

    @AfterClass
    public static void close() throws Exception {
        house.close();
    }

    @Test
    public void unknownAndDoubleFields() throws Exception {
        JsonNode problem =
                refused("platform.json.unknown-field", "{\"name\": \"x\", \"loud\": true, \"colour\": \"red\"}");
        assertEquals("colour", problem.path("fields").path(0).path("field").asText());
        problem = refused(
                "platform.json.unknown-field",
                "{\"loud\": true, \"parts\": [{\"name\": \"a\", \"count\": 1, \"weight\": 2}]}");
        assertEquals(
                "parts[0].weight", problem.path("fields").path(0).path("field").asText());
        refused("platform.json.duplicate-field", "{\"name\": \"x\", \"name\": \"y\", \"loud\": true}");
        refused("platform.json.duplicate-field", "{\"loud\": true, \"labels\": {\"a\": \"1\", \"a\": \"2\"}}");
    }

    @Test
    public void noPlainValueIsConvertedInSilence() throws Exception {
        eachFieldIsRefused(
                "\"name\": 5",
                "\"name\": true",
                "\"name\": {}",
                "\"name\": [\"x\"]",
                "\"kind\": 0",
                "\"kind\": \"round\"",
                "\"kind\": \"\"",
                "\"day\": 20260301",
                "\"day\": [2026, 3, 1]",
                "\"day\": \"2026-02-30\"",
                "\"day\": \"+99999-01-01\"",
                "\"owner\": \"nobody\"");
    }

    @Test
    public void noPriceIsConvertedInSilence() throws Exception {
        eachFieldIsRefused(
                "\"price\": \"12.30 EUR\"",
                "\"price\": {\"amount\": 12.30, \"currency\": \"EUR\"}",
                "\"price\": {\"amount\": \"1e999999999\", \"currency\": \"EUR\"}",
                "\"price\": {\"amount\": \"NaN\", \"currency\": \"EUR\"}",
                "\"price\": {\"amount\": \"1\", \"currency\": \"euro\"}",
                "\"price\": {\"currency\": \"EUR\"}",
                "\"price\": \"\"");
    }

    @Test
    public void nothingInAListOrAMapIsConvertedInSilence() throws Exception {
        eachFieldIsRefused(
                "\"parts\": {}",
                "\"parts\": \"\"",
                "\"parts\": [{\"name\": \"a\", \"count\": \"1\"}]",
                "\"parts\": [{\"name\": \"a\", \"count\": 1.0}]",
                "\"parts\": [{\"name\": \"a\", \"count\": 99999999999}]",
                "\"parts\": [{\"name\": \"a\", \"count\": null}]",
                "\"parts\": [{\"name\": \"a\"}]",
                "\"parts\": [null]",
                "\"labels\": {\"a\": 1}",
                "\"labels\": []");
    }

    @Test
    public void whatMustBeThereIsThereAndOfItsType() throws Exception {
        refused("platform.json.missing-field", "{\"name\": \"x\"}");
        refused("platform.json.missing-field", "{\"name\": \"x\", \"loud\": null}");
        refused("platform.json.wrong-type", "{\"name\": \"x\", \"loud\": \"true\"}");
        refused("platform.json.wrong-type", "[]");
        refused("platform.json.wrong-type", "\"text\"");
        refused("platform.json.wrong-type", "7");
    }

    @Test
    public void whatIsNoJson() throws Exception {
        refused("platform.json.malformed", "{\"name\": \"x\", \"loud\": true} {}");
        refused("platform.json.malformed", "{\"name\": \"x\", \"loud\": true}]");
        refused("platform.json.malformed", "{\"name\": \"x\", \"loud\": NaN}");
        refused("platform.json.malformed", "{'name': 'x'}");
        refused("platform.json.malformed", "{\"name\": \"x\", // why\n \"loud\": true}");
        refused("platform.json.malformed", "{\"loud\": true, \"name\": \"x");
        refused("platform.json.wrong-type", "[".repeat(100_000));
        Answer.refused(400, "platform.json.malformed", patch("{\"a\":".repeat(65) + "1" + "}".repeat(65)));
        Answer.refused(400, "platform.json.malformed", patch("{\"a\":" + "[".repeat(100_000)));
        refused("platform.json.malformed", "{\"loud\": " + "1".repeat(1000) + "}");
        refused("platform.json.malformed", "<xml/>");
    }

    @Test
    public void textsThatNoDatabaseKeeps() throws Exception {
        for (String text : new String[] {"a\\u0000b", "\\ud800", "\\udc00\\ud800", "x\\ud83d"}) {
            for (String body : List.of(
                    "{\"loud\": true, \"name\": \"" + text + "\"}",
                    "{\"loud\": true, \"labels\": {\"" + text + "\": \"x\"}}")) {
                HttpResponse<String> answer = create(body);
                Answer.refused(answer);
                assertEquals(400, answer.statusCode());
            }
        }
        JsonNode thing = Answer.ok(201, create("{\"loud\": true, \"name\": \"\\ud83d\\ude00 ก\\u0e33 é\"}"));
        assertEquals("😀 กำ é", thing.path("name").asText());
    }

    @Test
    public void aRuleOfTheFunctionSaysWhichFields() throws Exception {
        HttpResponse<String> answer = create("{\"loud\": true, \"name\": \"" + "x".repeat(41) + "\"}");
        JsonNode problem = Answer.refused(422, "sample.thing.invalid", answer);
        assertEquals("name", problem.path("fields").path(0).path("field").asText());
    }

    @Test
    public void aMergePatchSetsClearsAndIsAsStrict() throws Exception {
        JsonNode thing = Answer.ok(
                200, patch("{\"name\": \"Cube\", \"kind\": null, \"parts\": [{\"name\": \"lid\", \"count\": 1}]}"));
        assertEquals("Cube", thing.path("name").asText());
        assertTrue(thing.path("kind").isMissingNode());
        assertEquals("lid", thing.path("parts").path(0).path("name").asText());
        thing = Answer.ok(
                200, patch("{\"price\": {\"amount\": \"1.50\", \"currency\": \"THB\"}, \"labels\": {\"a\": \"b\"}}"));
        assertEquals("1.50", thing.path("price").path("amount").asText());
        assertEquals("Ball", thing.path("name").asText());
        Answer.ok(200, patch("{}"));
        Answer.refused(400, "platform.json.unknown-field", patch("{\"colour\": \"red\"}"));
        Answer.refused(400, "platform.json.unknown-field", patch("{\"colour\": null}"));
        Answer.refused(400, "platform.json.missing-field", patch("{\"loud\": null}"));
        Answer.refused(400, "platform.json.duplicate-field", patch("{\"name\": \"a\", \"name\": \"b\"}"));
        Answer.refused(400, "platform.json.wrong-type", patch("[]"));
        Answer.refused(400, "platform.json.wrong-type", patch("{\"name\": 5}"));
        Answer.refused(400, "platform.json.malformed", patch("{"));
        Answer.refused(400, "platform.body.missing", patch(""));
    }

    @Test
    public void everyNaughtyJsonFileIsAnswered() throws Exception {
        Path folder = Path.of(System.getProperty("colonnade.corpora", "none"), "09-naughty-inputs", "json-parsing");
        assumeTrue("the corpora are not here: " + folder, Files.isDirectory(folder));
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> all = files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
            assertTrue(all.size() > 100);
            for (Path file : all) {
                HttpResponse<String> answer = house.send(house.as("writer", THINGS + "/echo")
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofFile(file)));
                String name = file.getFileName().toString();
                assertTrue(name + " " + answer.body(), answer.statusCode() == 200 || answer.statusCode() == 400);
                if (name.startsWith("n_") || answer.statusCode() == 400) {
                    assertEquals(name, 400, answer.statusCode());
                    Answer.refused(answer);
                }
            }
        }
    }

    @Test
    public void everyNaughtyTextComesBackAsItWas() throws Exception {
        Path folder = Path.of(System.getProperty("colonnade.corpora", "none"), "09-naughty-inputs", "strings");
        assumeTrue("the corpora are not here: " + folder, Files.isDirectory(folder));
        List<String> texts = new ArrayList<>();
        JSON.readTree(folder.resolve("naughty-strings.share.json").toFile()).forEach(text -> texts.add(text.asText()));
        texts.addAll(List.of(
                new String(Files.readAllBytes(folder.resolve("UTF-8-test.txt")), StandardCharsets.UTF_8).split("\n")));
        assertTrue(texts.size() > 200);
        for (String text : texts) {
            String body = JSON.createObjectNode().put("text", text).toString();
            HttpResponse<String> answer = house.post("writer", THINGS + "/echo", "application/json", body);
            if (text.indexOf('\0') >= 0) {
                Answer.refused(400, "platform.json.wrong-value", answer);
            } else {
                assertEquals(text, Answer.ok(200, answer).path("text").asText());
            }
        }
    }

    private static void eachFieldIsRefused(String... fields) throws IOException, InterruptedException {
        for (String field : fields) {
            HttpResponse<String> answer = create("{\"loud\": true, " + field + "}");
            assertEquals(field + " " + answer.body(), 400, answer.statusCode());
            Answer.refused(answer);
        }
    }

    private static JsonNode refused(String code, String body) throws IOException, InterruptedException {
        return Answer.refused(400, code, create(body));
    }

    private static HttpResponse<String> create(String body) throws IOException, InterruptedException {
        return house.post("writer", THINGS, "application/json", body);
    }

    private static HttpResponse<String> patch(String body) throws IOException, InterruptedException {
        return house.send(house.as("writer", THINGS + "/1")
                .header("Content-Type", "application/merge-patch+json")
                .header("If-Match", "\"7\"")
                .method("PATCH", HttpRequest.BodyPublishers.ofString(body)));
    }
}
