package org.colonnade.platform.rest.internal.door;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.colonnade.platform.rest.internal.sample.SampleModule;
import org.colonnade.platform.rest.internal.sample.ThingResource;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.Test;

public class BodySizesTest {

    private static final String THINGS = "/api/sample/things";
    private static final long HUNDRED_MB = 100L << 20;
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
    public void aHundredMegabytesAnnouncedAreRefusedAndTheCallerHearsIt() throws Exception {
        for (String path : new String[] {THINGS, THINGS + "/upload"}) {
            HttpRequest.BodyPublisher pieces = HttpRequest.BodyPublishers.ofInputStream(() -> new Endless(HUNDRED_MB));
            HttpRequest.BodyPublisher body = HttpRequest.BodyPublishers.fromPublisher(pieces, HUNDRED_MB);
            String type = path.endsWith("upload") ? "text/csv" : "application/json";
            Answer.refused(
                    413,
                    "platform.body.too-large",
                    house.send(house.as("writer", path)
                            .header("Content-Type", type)
                            .POST(body)));
        }
    }

    @Test
    public void aHundredMegabytesInPiecesAreRefusedAndTheCallerHearsIt() throws Exception {
        for (String path : new String[] {THINGS, THINGS + "/upload"}) {
            HttpRequest.BodyPublisher body = HttpRequest.BodyPublishers.ofInputStream(() -> new Endless(HUNDRED_MB));
            String type = path.endsWith("upload") ? "text/csv" : "application/json";
            Answer.refused(
                    413,
                    "platform.body.too-large",
                    house.send(house.as("writer", path)
                            .header("Content-Type", type)
                            .POST(body)));
        }
    }

    @Test
    public void eachKindOfBodyHasItsOwnLimit() throws Exception {
        long limit = 20L << 20;
        HttpResponse<String> answer = house.send(house.as("writer", THINGS + "/upload")
                .header("Content-Type", "text/csv")
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new Endless(limit))));
        assertEquals(limit, Answer.ok(200, answer).path("bytes").asLong());
        answer = house.send(house.as("writer", THINGS + "/upload")
                .header("Content-Type", "text/csv")
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new Endless(limit + 1))));
        Answer.refused(413, "platform.body.too-large", answer);
        String text = "x".repeat((1 << 20) - 12);
        assertEquals(1 << 20, ("{\"text\": \"" + text + "\"}").length());
        Answer.ok(200, house.post("writer", THINGS + "/echo", "application/json", "{\"text\": \"" + text + "\"}"));
        Answer.refused(
                413,
                "platform.body.too-large",
                house.post("writer", THINGS + "/echo", "application/json", "{\"text\": \"" + text + "x\"}"));
    }

    @Test
    public void aRefusedUploadIsStillAnswered() throws Exception {
        HttpRequest.BodyPublisher body = HttpRequest.BodyPublishers.ofInputStream(() -> new Endless(HUNDRED_MB / 8));
        Answer.refused(
                401,
                "platform.token.missing",
                house.send(house.to(THINGS + "/upload")
                        .header("Content-Type", "text/csv")
                        .POST(body)));
        Answer.refused(
                403,
                "platform.forbidden",
                house.send(house.as("reader", THINGS + "/upload")
                        .header("Content-Type", "text/csv")
                        .POST(body)));
    }

    @Test
    public void whoAsksFirstIsToldBeforeItSends() throws Exception {
        try (Socket socket = new Socket("127.0.0.1", house.port())) {
            OutputStream out = socket.getOutputStream();
            out.write(("POST " + THINGS
                            + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer writer\r\nContent-Type: application/json\r\n"
                            + "Content-Length: " + HUNDRED_MB + "\r\nExpect: 100-continue\r\n\r\n")
                    .getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            String answer = new String(socket.getInputStream().readNBytes(12), StandardCharsets.ISO_8859_1);
            assertEquals("HTTP/1.1 413", answer);
        }
    }

    @Test
    public void aCallerThatBreaksOffInItsBodyHurtsNobody() throws Exception {
        for (int i = 0; i < 5; i++) {
            try (Socket socket = new Socket("127.0.0.1", house.port())) {
                OutputStream out = socket.getOutputStream();
                out.write(("POST " + THINGS
                                + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer writer\r\nContent-Type: application/json\r\n"
                                + "Content-Length: 500\r\n\r\n{\"name\": ")
                        .getBytes(StandardCharsets.ISO_8859_1));
                out.flush();
                socket.shutdownOutput();
                String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                assertTrue(answer, answer.isEmpty() || answer.startsWith("HTTP/1.1 400"));
            }
        }
        Answer.ok(200, house.get("reader", THINGS));
    }

    /** So many bytes without anybody having to keep them. */
    private static final class Endless extends InputStream {

        private long left;

        Endless(long length) {
            this.left = length;
        }

        @Override
        public int read() {
            return left-- > 0 ? ' ' : -1;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            if (left <= 0) {
                return -1;
            }
            int count = (int) Math.min(length, left);
            java.util.Arrays.fill(into, offset, offset + count, (byte) ' ');
            left -= count;
            return count;
        }
    }
}
