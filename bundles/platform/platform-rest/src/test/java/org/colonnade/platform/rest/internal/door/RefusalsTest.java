package org.colonnade.platform.rest.internal.door;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.colonnade.platform.rest.internal.sample.SampleModule;
import org.colonnade.platform.rest.internal.sample.ThingResource;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.Test;

public class RefusalsTest {

    private static final String THINGS = "/api/sample/things";
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
    public void withoutATokenNothingIsToldAboutPaths() throws Exception {
        for (String path : new String[] {
            THINGS, THINGS + "/1", "/api/sample/unknown", "/api/sample", "/api/unknown", "/api/unknown/x"
        }) {
            HttpResponse<String> answer = house.send(house.to(path));
            Answer.refused(401, "platform.token.missing", answer);
            assertEquals(
                    "Bearer realm=\"colonnade\"",
                    answer.headers().firstValue("WWW-Authenticate").orElse(""));
        }
        Answer.refused(
                401,
                "platform.token.missing",
                house.send(house.to(THINGS).method("PATCH", HttpRequest.BodyPublishers.ofString("{}"))));
    }

    @Test
    public void aWrongTokenIsNobody() throws Exception {
        HttpResponse<String> answer = house.get("stolen", THINGS);
        Answer.refused(401, "platform.token.unknown", answer);
        assertTrue(answer.headers().firstValue("WWW-Authenticate").orElse("").contains("invalid_token"));
        Answer.refused(401, "platform.token.unknown", house.get("stolen", "/api/unknown"));
        Answer.refused(
                401,
                "platform.token.missing",
                house.send(house.to(THINGS).header("Authorization", "Basic cmVhZGVyOg==")));
        Answer.refused(
                401,
                "platform.token.missing",
                house.send(house.as("reader", THINGS).header("Authorization", "Bearer admin")));
    }

    @Test
    public void whatIsOpenToEverybodyLetsAWrongTokenInAsNobody() throws Exception {
        String body = "{\"name\": \"x\", \"count\": 1}";
        JsonNode said = Answer.ok(200, house.post("stolen", THINGS + "/sign-in", "application/json", body));
        assertEquals("platform:anonymous:nobody", said.path("account").asText());
    }

    @Test
    public void aMissingPermissionIs403AndNamesIt() throws Exception {
        JsonNode problem = Answer.refused(
                403, "platform.forbidden", house.post("reader", THINGS, "application/json", ThingResource.EXAMPLE));
        assertTrue(problem.path("detail").asText().contains("sample.thing.change"));
        Answer.ok(201, house.post("writer", THINGS, "application/json", ThingResource.EXAMPLE));
        Answer.ok(201, house.post("admin", THINGS, "application/json", ThingResource.EXAMPLE));
    }

    @Test
    public void whoIsSignedInIsHandedToTheMethod() throws Exception {
        HttpResponse<String> answer =
                house.send(house.as("reader", THINGS + "/me").header("X-Request-Id", "my-own.id/7"));
        JsonNode who = Answer.ok(200, answer);
        assertEquals("platform:user:R", who.path("account").asText());
        assertEquals("my-own.id/7", who.path("said").asText());
        assertEquals("my-own.id/7", answer.headers().firstValue("X-Request-Id").orElse(""));
        HttpResponse<String> odd = house.send(house.as("reader", THINGS + "/me").header("X-Request-Id", "a b<script>"));
        assertFalse(odd.headers().firstValue("X-Request-Id").orElse("").contains("<"));
    }

    @Test
    public void unknownPathsAndMethods() throws Exception {
        Answer.refused(404, "platform.path.unknown", house.get("reader", "/api/sample/unknown"));
        Answer.refused(404, "platform.path.unknown", house.get("reader", "/api/sample"));
        Answer.refused(404, "platform.path.unknown", house.get("reader", "/api/sample/things/1/2/3"));
        Answer.refused(404, "platform.path.unknown", house.get("reader", "/elsewhere"));
        Answer.refused(404, "platform.path.unknown", house.get("reader", "/cxf"));
        Answer.refused(404, "sample.thing.not-found", house.get("reader", THINGS + "/2"));
        HttpResponse<String> answer = house.send(house.as("reader", THINGS).DELETE());
        Answer.refused(405, "platform.method.not-allowed", answer);
        assertTrue(answer.headers().firstValue("Allow").orElse("").contains("POST"));
        for (String method : new String[] {"OPTIONS", "TRACE", "PROPFIND"}) {
            Answer.refused(
                    405,
                    "platform.method.not-allowed",
                    house.send(house.as("reader", THINGS).method(method, HttpRequest.BodyPublishers.noBody())));
        }
    }

    @Test
    public void oddFormsOfAPathAreRefused() throws Exception {
        for (String path : new String[] {
            "//api/sample/things",
            "/api//sample/things",
            "/api/sample/things/%2e%2e/x",
            "/api/sample/things;a=b",
            "/api/sample/things%2F1",
            "/api/sample/things/%5c",
            "/api/sample/things/a%00b",
            "/api/./sample"
        }) {
            assertTrue(
                    path,
                    raw("GET " + path + " HTTP/1.1\r\nAuthorization: Bearer reader\r\n")
                            .startsWith("HTTP/1.1 400"));
        }
        Answer.refused(400, "platform.path.malformed", house.get("reader", "/api/sample/things;a=b"));
        Answer.refused(414, "platform.uri.too-long", house.get("reader", THINGS + "?after=" + "x".repeat(5000)));
        Answer.refused(404, "sample.thing.not-found", house.get("reader", THINGS + "/%E0%B8%82%E0%B8%AD%E0%B8%87"));
    }

    @Test
    public void parametersSayWhichOneIsWrong() throws Exception {
        JsonNode problem =
                Answer.refused(400, "platform.parameter.malformed", house.get("reader", THINGS + "?limit=abc"));
        assertEquals("limit", problem.path("fields").path(0).path("field").asText());
        Answer.refused(400, "platform.parameter.malformed", house.get("reader", THINGS + "?limit=99999999999"));
        Answer.refused(400, "platform.parameter.malformed", house.get("reader", THINGS + "?kind=OVAL"));
        Answer.refused(422, "platform.page.limit", house.get("reader", THINGS + "?limit=0"));
        problem = Answer.refused(400, "platform.query.unknown", house.get("reader", THINGS + "?limit=3&nmae=x"));
        assertTrue(problem.path("detail").asText().contains("limit, after, kind, tag"));
        Answer.refused(400, "platform.query.unknown", house.get("reader", THINGS + "/1?_method=DELETE"));
        Answer.refused(400, "platform.query.repeated", house.get("reader", THINGS + "?limit=3&limit=4"));
        Answer.ok(200, house.get("reader", THINGS + "?tag=a&tag=b&kind=ROUND"));
        assertTrue(raw("GET " + THINGS + "?after=%ff HTTP/1.1\r\nAuthorization: Bearer reader\r\n")
                .contains("platform.query.malformed"));
        assertTrue(raw("GET " + THINGS + "?after=%00 HTTP/1.1\r\nAuthorization: Bearer reader\r\n")
                .contains("platform.query.malformed"));
        assertTrue(raw("GET " + THINGS + "?after=%zz HTTP/1.1\r\nAuthorization: Bearer reader\r\n")
                .startsWith("HTTP/1.1 400"));
    }

    @Test
    public void contentTypesAreNotGuessed() throws Exception {
        for (String type : new String[] {
            "text/plain",
            "application/xml",
            "application/x-www-form-urlencoded",
            "multipart/form-data; boundary=x",
            "application/json; charset=iso-8859-1",
            "nonsense",
            "application/json; charset=",
            "a/b/c",
            "*/*x"
        }) {
            Answer.refused(415, "platform.content-type", house.post("writer", THINGS, type, ThingResource.EXAMPLE));
        }
        Answer.ok(201, house.post("writer", THINGS, "application/json; charset=UTF-8", ThingResource.EXAMPLE));
        Answer.refused(
                415,
                "platform.content-type",
                house.send(house.as("writer", THINGS).POST(HttpRequest.BodyPublishers.ofString("{}"))));
        Answer.refused(
                415,
                "platform.content-type",
                house.send(house.as("writer", THINGS + "/1")
                        .header("Content-Type", "application/json")
                        .method("PATCH", HttpRequest.BodyPublishers.ofString("{}"))));
        Answer.refused(
                415, "platform.content-type", house.post("writer", THINGS + "/upload", "application/json", "{}"));
    }

    @Test
    public void whatCannotBeAccepted() throws Exception {
        Answer.refused(
                406, "platform.accept", house.send(house.as("reader", THINGS).header("Accept", "text/html")));
        Answer.refused(
                406,
                "platform.accept",
                house.send(house.as("reader", THINGS + "/1").header("Accept", "text/vcard")));
        Answer.ok(200, house.send(house.as("reader", THINGS).header("Accept", "text/html, application/*;q=0.5")));
    }

    @Test
    public void aBodyThatIsNotThere() throws Exception {
        Answer.refused(400, "platform.body.missing", house.post("writer", THINGS, "application/json", ""));
        Answer.refused(400, "platform.body.missing", house.post("writer", THINGS, "application/json", "  \n"));
        Answer.refused(400, "platform.body.missing", house.post("writer", THINGS, "application/json", "null"));
        Answer.refused(
                400,
                "platform.body.missing",
                house.send(house.as("writer", THINGS).POST(HttpRequest.BodyPublishers.noBody())));
    }

    @Test
    public void changesNameTheirVersion() throws Exception {
        Answer.refused(428, "platform.if-match.missing", patch(null));
        Answer.refused(412, "platform.record.stale", patch("\"6\""));
        Answer.refused(400, "platform.if-match.malformed", patch("7"));
        assertEquals("\"8\"", patch("\"7\"").headers().firstValue("ETag").orElse(""));
    }

    @Test
    public void aBugTellsNothingButItsRequestId() throws Exception {
        JsonNode problem = Answer.refused(500, "platform.internal", house.get("reader", THINGS + "/fails"));
        assertFalse(problem.toString().contains("secret"));
    }

    @Test
    public void headersOfCxfDoNotSteer() throws Exception {
        HttpRequest.Builder request =
                house.as("reader", THINGS).header("OnewayRequest", "true").header("X-HTTP-Method-Override", "DELETE");
        Answer.ok(200, house.send(request));
        Answer.refused(400, "platform.query.unknown", house.get("reader", THINGS + "?_type=text/html"));
        Answer.refused(400, "platform.query.unknown", house.get("reader", THINGS + "?_wadl"));
    }

    @Test
    public void everyAnswerKeepsBrowsersTame() throws Exception {
        for (HttpResponse<String> answer :
                List.of(house.get("reader", THINGS), house.get("reader", "/x"), house.get("x", THINGS))) {
            assertEquals(
                    "nosniff",
                    answer.headers().firstValue("X-Content-Type-Options").orElse(""));
            assertEquals(
                    "no-store", answer.headers().firstValue("Cache-Control").orElse(""));
            assertEquals(1, answer.headers().allValues("Date").size());
            assertTrue(answer.headers().firstValue("Set-Cookie").isEmpty());
            assertTrue(answer.headers().firstValue("Server").isEmpty());
        }
    }

    @Test
    public void untilTheGatekeeperIsThereThePlatformIsStarting() throws Exception {
        house.closeGate();
        try {
            HttpResponse<String> answer = house.get("reader", THINGS);
            Answer.refused(503, "platform.starting", answer);
            assertEquals("2", answer.headers().firstValue("Retry-After").orElse(""));
        } finally {
            house.openGate();
        }
    }

    @Test
    public void whatTheServerCannotReadIsRefusedInTheSameWords() throws Exception {
        for (String head : List.of(
                "GET /%zz HTTP/1.1\r\nHost: x\r\n",
                "NONSENSE\r\n",
                "GET / HTTP/9.9\r\n",
                "GET / HTTP/1.1\r\nHost: x\r\nbroken\r\n",
                "GET /" + "x".repeat(9000) + " HTTP/1.1\r\nHost: x\r\n",
                "GET / HTTP/1.1\r\nHost: x\r\nX: " + "y".repeat(9000) + "\r\n")) {
            String answer = raw(head);
            assertTrue(answer, answer.matches("(?s)HTTP/1.1 (400|414|431|505) .*"));
            assertTrue(answer, answer.contains("application/problem+json") && answer.contains("\"code\":\"platform."));
            assertFalse(answer, answer.contains("<"));
        }
    }

    private static HttpResponse<String> patch(String ifMatch) throws Exception {
        HttpRequest.Builder request =
                house.as("writer", THINGS + "/1").header("Content-Type", "application/merge-patch+json");
        return house.send((ifMatch == null ? request : request.header("If-Match", ifMatch))
                .method("PATCH", HttpRequest.BodyPublishers.ofString("{\"name\": \"Cube\"}")));
    }

    private static String raw(String head) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", house.port())) {
            OutputStream out = socket.getOutputStream();
            out.write((head + "Host: localhost\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
