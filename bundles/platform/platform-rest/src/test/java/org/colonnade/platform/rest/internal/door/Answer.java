package org.colonnade.platform.rest.internal.door;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;

/** What is true of every answer, and of every refusal. */
public final class Answer {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Answer() {}

    /** Checks that it is this refusal, told as RFC 9457 wants and without a word about the inside. */
    public static JsonNode refused(int status, String code, HttpResponse<String> answer) throws IOException {
        JsonNode problem = refused(answer);
        assertEquals(answer.body(), status, answer.statusCode());
        assertEquals(answer.body(), code, problem.path("code").asText());
        return problem;
    }

    /** Checks that it is a refusal of the caller's doing. */
    public static JsonNode refused(HttpResponse<String> answer) throws IOException {
        assertEquals(
                answer.body(),
                "application/problem+json",
                answer.headers().firstValue("Content-Type").orElse(""));
        JsonNode problem = JSON.readTree(answer.body());
        assertEquals(answer.statusCode(), problem.path("status").asInt());
        assertEquals(
                "urn:colonnade:problem:" + problem.path("code").asText(),
                problem.path("type").asText());
        assertEquals(
                answer.headers().firstValue("X-Request-Id").orElse("none"),
                problem.path("requestId").asText());
        assertFalse(problem.path("title").asText().isEmpty());
        for (String inside :
                new String[] {"java.", "javax.", "org.", "com.", "Exception", "select ", "/tmp", "jackson", "cxf"}) {
            assertFalse(inside + " in " + answer.body(), answer.body().contains(inside));
        }
        return problem;
    }

    /** Checks that it succeeded. */
    public static JsonNode ok(int status, HttpResponse<String> answer) throws IOException {
        assertEquals(answer.body(), status, answer.statusCode());
        assertEquals(
                "application/json", answer.headers().firstValue("Content-Type").orElse(""));
        assertTrue(answer.headers().firstValue("Content-Length").isPresent());
        return JSON.readTree(answer.body());
    }
}
