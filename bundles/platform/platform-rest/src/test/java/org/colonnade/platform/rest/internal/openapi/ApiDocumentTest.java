package org.colonnade.platform.rest.internal.openapi;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.colonnade.platform.rest.internal.door.Answer;
import org.colonnade.platform.rest.internal.door.TestHouse;
import org.colonnade.platform.rest.internal.pages.TestPages;
import org.colonnade.platform.rest.internal.sample.SampleModule;
import org.colonnade.platform.rest.internal.sample.ThingResource;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.Test;

public class ApiDocumentTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static TestHouse house;
    private static JsonNode document;

    @BeforeClass
    public static void open() throws Exception {
        house = TestPages.house();
        house.board.arrive(SampleModule.of(new ThingResource()));
        document = JSON.readTree(house.send(house.to("/openapi.json")).body());
    }

    @AfterClass
    public static void close() throws Exception {
        house.close();
    }

    @Test
    public void theDocumentHasTheStructureOfOpenApi31() {
        OpenApiRules.check(document);
    }

    @Test
    public void everyOperationSaysWhoMayAndWhatItReaches() {
        JsonNode create = operation("/api/sample/things", "post");
        assertEquals("sample.thing.create", create.path("operationId").asText());
        assertEquals("sample.thing.change", create.path("x-permission").asText());
        assertEquals("company", create.path("x-scope").asText());
        assertEquals(1, create.path("security").size());
        assertEquals(
                "global",
                operation("/api/sample/things/echo", "post").path("x-scope").asText());
        JsonNode open = operation("/api/sample/things/sign-in", "post");
        assertEquals("public", open.path("x-permission").asText());
        assertTrue(open.path("security").isArray());
        assertEquals(0, open.path("security").size());
        JsonNode self = operation("/api/sample/things/me", "get");
        assertEquals("self", self.path("x-permission").asText());
        assertEquals("self", self.path("x-scope").asText());
    }

    @Test
    public void parametersAreDescribed() {
        JsonNode list = operation("/api/sample/things", "get").path("parameters");
        assertEquals(List.of("limit", "after", "kind", "tag", "Colonnade-Company", "Colonnade-For"), names(list));
        assertEquals(500, list.path(0).path("schema").path("maximum").asInt());
        assertEquals("array", list.path(3).path("schema").path("type").asText());
        assertEquals(
                -1,
                operation("/api/sample/things/export", "get")
                        .path("parameters")
                        .path(0)
                        .path("schema")
                        .path("default")
                        .intValue());
        JsonNode change = operation("/api/sample/things/{id}", "patch").path("parameters");
        assertEquals("path", change.path(0).path("in").asText());
        assertEquals("header", change.path(1).path("in").asText());
        assertTrue(change.path(1).path("required").asBoolean());
        assertEquals(
                List.of("Colonnade-For"),
                names(operation("/api/sample/things/me", "get").path("parameters")));
        assertTrue(operation("/api/sample/things/sign-in", "post")
                .path("parameters")
                .isMissingNode());
    }

    @Test
    public void whatIsJsonAlreadyIsDescribedByWhatItHolds() {
        JsonNode page = schema("/api/sample/things/ready");
        assertEquals(
                "#/components/schemas/sample.Thing",
                page.path("properties").path("items").path("items").path("$ref").asText());
        assertEquals(
                "#/components/schemas/sample.Thing",
                schema("/api/sample/things/ready/1").path("$ref").asText());
        assertFalse(document.path("components").path("schemas").has("sample.RawJson"));
    }

    private static JsonNode schema(String path) {
        return operation(path, "get")
                .path("responses")
                .path("200")
                .path("content")
                .path("application/json")
                .path("schema");
    }

    @Test
    public void recordsBecomeSchemas() {
        JsonNode schemas = document.path("components").path("schemas");
        JsonNode thing = schemas.path("sample.Thing");
        for (String set : List.of("id", "version", "createdAt")) {
            assertTrue(set, thing.path("properties").path(set).path("readOnly").asBoolean());
        }
        assertFalse(thing.path("properties").path("name").has("readOnly"));
        assertEquals(
                "date-time",
                thing.path("properties").path("createdAt").path("format").asText());
        assertEquals(
                "#/components/schemas/Money",
                thing.path("properties").path("price").path("$ref").asText());
        assertEquals(
                "decimal",
                schemas.path("Money")
                        .path("properties")
                        .path("amount")
                        .path("format")
                        .asText());
        assertEquals(
                List.of("ROUND", "SQUARE"),
                texts(schemas.path("sample.ThingKind").path("enum")));
        JsonNode draft = schemas.path("sample.ThingDraft");
        assertEquals(List.of("loud"), texts(draft.path("required")));
        assertFalse(draft.path("additionalProperties").asBoolean(true));
        assertTrue(schemas.path("sample.ThingDraftPatch").path("required").isMissingNode());
        assertEquals(
                "string",
                thing.path("properties")
                        .path("labels")
                        .path("additionalProperties")
                        .path("type")
                        .asText());
    }

    @Test
    public void answersAreDescribed() {
        JsonNode page = operation("/api/sample/things", "get")
                .path("responses")
                .path("200")
                .path("content")
                .path("application/json");
        assertEquals(
                "#/components/schemas/sample.Thing",
                page.path("schema")
                        .path("properties")
                        .path("items")
                        .path("items")
                        .path("$ref")
                        .asText());
        JsonNode made =
                operation("/api/sample/things", "post").path("responses").path("201");
        assertTrue(made.path("headers").has("Location"));
        assertEquals(
                "#/components/schemas/sample.Thing",
                made.path("content")
                        .path("application/json")
                        .path("schema")
                        .path("$ref")
                        .asText());
        assertTrue(
                operation("/api/sample/things/{id}", "patch").path("responses").has("428"));
        assertTrue(operation("/api/sample/things/export", "get")
                .path("responses")
                .path("200")
                .path("content")
                .has("text/csv"));
    }

    @Test
    public void everyExampleSucceedsAsItStands() throws Exception {
        int sent = 0;
        for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
            for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
                for (Map.Entry<String, JsonNode> content :
                        method.getValue().path("requestBody").path("content").properties()) {
                    JsonNode example = content.getValue().path("example");
                    HttpRequest.Builder request = house.as(
                                    "admin", path.getKey().replace("{id}", "1"))
                            .header("Content-Type", content.getKey())
                            .header("If-Match", "*")
                            .method(method.getKey().toUpperCase(), HttpRequest.BodyPublishers.ofString(text(example)));
                    HttpResponse<String> answer = house.send(request);
                    assertEquals(path.getKey() + answer.body(), 2, answer.statusCode() / 100);
                    sent++;
                }
            }
        }
        assertEquals(6, sent);
    }

    @Test
    public void itIsWrittenAnewWhenSomethingComesOrGoes() throws Exception {
        HttpResponse<String> before = house.send(house.to("/openapi.json"));
        String etag = before.headers().firstValue("ETag").orElse("");
        HttpResponse<String> same = house.send(house.to("/openapi.json").header("If-None-Match", etag));
        assertEquals(304, same.statusCode());
        SampleModule other = new SampleModule("other", "other", List.of(new ThingResource()));
        house.board.arrive(other);
        HttpResponse<String> after = house.send(house.to("/openapi.json").header("If-None-Match", etag));
        JsonNode with = Answer.ok(200, after);
        assertTrue(with.path("paths").has("/api/other/things"));
        OpenApiRules.check(with);
        house.board.leave(other);
        assertFalse(Answer.ok(200, house.send(house.to("/openapi.json")))
                .path("paths")
                .has("/api/other/things"));
    }

    @Test
    public void whatIsDescribedAnswersAndNothingElse() throws Exception {
        Set<String> described = new HashSet<>();
        for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
            path.getValue().fieldNames().forEachRemaining(method -> described.add(method + ' ' + path.getKey()));
        }
        assertTrue(described.containsAll(
                Set.of("get /health/live", "get /health/ready", "get /openapi.json", "get /docs")));
        for (String path : described) {
            String[] parts = path.split(" ");
            HttpResponse<String> answer = house.send(house.as("nobody", parts[1].replace("{id}", "1"))
                    .method(parts[0].toUpperCase(), HttpRequest.BodyPublishers.noBody()));
            assertFalse(path + " is not there", answer.statusCode() == 404 || answer.statusCode() == 405);
        }
    }

    /** Sends a header that makes no sense to every operation: those that read it refuse it, the others do not see it. */
    @Test
    public void theHeadersOfTheDoorAreDescribedWhereItReadsThem() throws Exception {
        Map<String, List<String>> nonsense = Map.of(
                "Colonnade-For", List.of(" ", "platform.substitute.malformed"),
                "Colonnade-Company", List.of("no such company", "platform.company.not-yours"),
                "Idempotency-Key", List.of("not one", "platform.idempotency.malformed"));
        assertEquals(
                nonsense.keySet(), Set.copyOf(names(document.path("components").path("parameters"))));
        Set<String> described = new HashSet<>();
        Set<String> read = new HashSet<>();
        for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
            for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
                String name = method.getKey() + ' ' + path.getKey() + ' ';
                for (Map.Entry<String, List<String>> header : nonsense.entrySet()) {
                    if (names(method.getValue().path("parameters")).contains(header.getKey())) {
                        described.add(name + header.getKey());
                    }
                    HttpRequest.Builder request = asShown(path.getKey(), method.getKey(), method.getValue())
                            .header(header.getKey(), header.getValue().get(0));
                    if (house.send(request).body().contains(header.getValue().get(1))) {
                        read.add(name + header.getKey());
                    }
                }
            }
        }
        assertEquals(read, described);
        for (String header : nonsense.keySet()) {
            assertTrue(header, read.stream().anyMatch(one -> one.endsWith(header)));
        }
    }

    private static HttpRequest.Builder asShown(String path, String method, JsonNode operation) {
        HttpRequest.Builder request =
                house.as("admin", path.replace("{id}", "1")).header("If-Match", "*");
        for (Map.Entry<String, JsonNode> content :
                operation.path("requestBody").path("content").properties()) {
            return request.header("Content-Type", content.getKey())
                    .method(
                            method.toUpperCase(),
                            HttpRequest.BodyPublishers.ofString(
                                    text(content.getValue().path("example"))));
        }
        return request.method(method.toUpperCase(), HttpRequest.BodyPublishers.noBody());
    }

    /** Of parameters that are described here, or once for all. */
    private static List<String> names(JsonNode parameters) {
        List<String> names = new java.util.ArrayList<>();
        for (JsonNode parameter : parameters) {
            JsonNode meant = parameter.has("$ref")
                    ? document.at(parameter.path("$ref").asText().substring(1))
                    : parameter;
            names.add(meant.path("name").asText());
        }
        return names;
    }

    private static JsonNode operation(String path, String method) {
        JsonNode operation = document.path("paths").path(path).path(method);
        assertFalse(path + " " + document.path("paths").properties(), operation.isMissingNode());
        return operation;
    }

    private static String text(JsonNode example) {
        assertFalse("an example is missing", example.isMissingNode());
        return example.isTextual() ? example.asText() : example.toString();
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new java.util.ArrayList<>();
        for (Iterator<JsonNode> all = list.elements(); all.hasNext(); ) {
            texts.add(all.next().asText());
        }
        return texts;
    }
}
