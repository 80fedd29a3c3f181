package org.colonnade.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.colonnade.itests.Api;

/** Reads the stream of events as a browser does, and remembers how late each came after the instant that it bears. */
final class EventStream implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpResponse<java.io.InputStream> answer;
    private final List<Long> late = new ArrayList<>();

    EventStream(Api api, String types) throws IOException, InterruptedException {
        answer = HttpClient.newHttpClient()
                .send(
                        api.request("/api/platform/events/stream?types=" + types)
                                .build(),
                        HttpResponse.BodyHandlers.ofInputStream());
        if (answer.statusCode() != 200) {
            throw new IOException("The stream of events answered " + answer.statusCode());
        }
        Thread reader = new Thread(this::read, "stream");
        reader.setDaemon(true);
        reader.start();
    }

    private void read() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
            lines.lines().filter(line -> line.startsWith("data: {")).forEach(this::take);
        } catch (IOException | UncheckedIOException closed) {
            // measured long enough
        }
    }

    private void take(String line) {
        try {
            Instant now = Instant.now();
            JsonNode event = JSON.readTree(line.substring(6));
            Instant happened = Instant.parse(event.path("at").asText());
            synchronized (late) {
                late.add(Duration.between(happened, now).toNanos());
            }
        } catch (IOException odd) {
            throw new UncheckedIOException(odd);
        }
    }

    /** How late they came so far, in nanoseconds, sorted; begins anew. */
    long[] late() {
        synchronized (late) {
            long[] sorted = late.stream().mapToLong(Long::longValue).sorted().toArray();
            late.clear();
            return sorted;
        }
    }

    @Override
    public void close() throws IOException {
        answer.body().close();
    }
}
