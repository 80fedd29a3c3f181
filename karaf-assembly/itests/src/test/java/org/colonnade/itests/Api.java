package org.colonnade.itests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** The REST API as a client program sees it: plain HTTP and JSON, nothing of the platform's own classes. */
public final class Api {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private final URI base;
    private final String token;

    public Api(URI base, String token) {
        this.base = base;
        this.token = token;
    }

    public String token() {
        return token;
    }

    /** The same API with another token, or with none. */
    public Api as(String other) {
        return new Api(base, other);
    }

    public Answer get(String path) {
        return send(request(path).GET());
    }

    public Answer post(String path, String json) {
        return post(path, "application/json", json.getBytes(StandardCharsets.UTF_8));
    }

    /** The same request under the same key has one effect, however often it is sent. */
    public Answer postKeyed(String key, String path, String json) {
        return send(request(path)
                .header("Idempotency-Key", key)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json)));
    }

    public Answer post(String path, String contentType, byte[] body) {
        return send(request(path).header("Content-Type", contentType).POST(BodyPublishers.ofByteArray(body)));
    }

    public Answer post(String path) {
        return send(request(path).POST(BodyPublishers.noBody()));
    }

    public Answer patch(String path, String etag, String json) {
        HttpRequest.Builder request = request(path)
                .header("Content-Type", "application/merge-patch+json")
                .method("PATCH", BodyPublishers.ofString(json));
        return send(etag == null ? request : request.header("If-Match", etag));
    }

    public Answer delete(String path, String etag) {
        HttpRequest.Builder request = request(path).DELETE();
        return send(etag == null ? request : request.header("If-Match", etag));
    }

    public HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path)).timeout(Duration.ofSeconds(60));
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    public Answer send(HttpRequest.Builder request) {
        try {
            var response = HTTP.send(request.build(), BodyHandlers.ofByteArray());
            return new Answer(
                    response.request().method() + " " + response.uri().getPath(),
                    response.statusCode(),
                    response.headers().firstValue("ETag").orElse(null),
                    response.headers().firstValue("Content-Type").orElse(""),
                    response.headers().firstValue("Retry-After").orElse(null),
                    response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What came back. */
    public record Answer(String call, int status, String etag, String contentType, String retryAfter, byte[] bytes) {

        public String text() {
            return new String(bytes, StandardCharsets.UTF_8);
        }

        public JsonNode json() {
            try {
                return JSON.readTree(bytes);
            } catch (IOException e) {
                throw new AssertionError(call + " answered no JSON but " + text(), e);
            }
        }

        /** Fails unless the answer has one of these statuses. */
        public Answer expect(int... wanted) {
            if (java.util.Arrays.stream(wanted).noneMatch(one -> one == status)) {
                throw new AssertionError(
                        call + " answered " + status + ", not " + java.util.Arrays.toString(wanted) + ": " + text());
            }
            return this;
        }

        /** Fails unless it is this problem, told as RFC 9457 wants it and without a word about the inside. */
        public Answer expectProblem(int wanted, String code) {
            expect(wanted);
            if (!contentType.startsWith("application/problem+json")
                    || !code.equals(json().path("code").asText())) {
                throw new AssertionError(
                        call + " answered not the problem " + code + " but " + contentType + ": " + text());
            }
            if (text().matches("(?s).*(Exception|org\\.colonnade|java\\.|SELECT |at org\\.).*")) {
                throw new AssertionError(call + " tells about the inside: " + text());
            }
            return this;
        }
    }
}
