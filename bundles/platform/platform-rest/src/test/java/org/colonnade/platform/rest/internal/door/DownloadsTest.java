package org.colonnade.platform.rest.internal.door;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import org.colonnade.platform.api.web.Download;
import org.colonnade.platform.api.web.Operation;
import org.colonnade.platform.api.web.Requires;
import org.colonnade.platform.rest.internal.sample.SampleModule;
import org.colonnade.platform.rest.internal.sample.ThingResource;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.Test;

public class DownloadsTest {

    private static final String EXPORT = "/api/sample/things/export";
    private static final Flood FLOOD = new Flood();
    private static TestHouse house;

    @BeforeClass
    public static void open() {
        house = new TestHouse();
        house.board.arrive(SampleModule.of(new ThingResource(), FLOOD));
    }

    @AfterClass
    public static void close() throws Exception {
        house.close();
    }

    @Test
    public void aFileHasANameThatIsSafeEverywhere() throws Exception {
        HttpResponse<String> answer = house.get("reader", EXPORT);
        assertEquals(200, answer.statusCode());
        assertEquals(5000 * "a line of an export\n".length(), answer.body().length());
        assertEquals(
                "text/csv;charset=utf-8",
                answer.headers().firstValue("Content-Type").orElse(""));
        assertEquals(
                "attachment; filename=\"____things _1_.csv\"; filename*=UTF-8''%E0%B8%82%E0%B8%AD%E0%B8%87_things%20_1_.csv",
                answer.headers().firstValue("Content-Disposition").orElse(""));
        HttpResponse<String> head =
                house.send(house.as("reader", EXPORT).method("HEAD", HttpRequest.BodyPublishers.noBody()));
        assertEquals(200, head.statusCode());
    }

    @Test
    public void whatBreaksBeforeTheFirstByteIsTold() throws Exception {
        Answer.refused(500, "platform.internal", house.get("reader", EXPORT + "?break=0"));
    }

    @Test
    public void whatBreaksInTheMiddleDoesNotLookWhole() throws Exception {
        Answer.refused(500, "platform.internal", house.get("reader", EXPORT + "?break=10"));
        assertThrows(IOException.class, () -> house.get("reader", EXPORT + "?break=4999"));
    }

    @Test
    public void aReaderThatGoesAwayEndsTheWriting() throws Exception {
        try (Socket socket = new Socket("127.0.0.1", house.port())) {
            socket.getOutputStream()
                    .write(("GET /api/sample/flood HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer reader\r\n\r\n")
                            .getBytes(StandardCharsets.ISO_8859_1));
            assertEquals(
                    "HTTP/1.1 200", new String(socket.getInputStream().readNBytes(12), StandardCharsets.ISO_8859_1));
        }
        assertTrue("the writing went on", FLOOD.ended.await(15, TimeUnit.SECONDS));
        Answer.ok(200, house.get("reader", "/api/sample/things"));
    }

    /** Writes for ever. */
    @Path("/flood")
    public static final class Flood {

        private final CountDownLatch ended = new CountDownLatch(1);

        @GET
        @Requires("sample.thing.read")
        @Operation("Never ends by itself.")
        public Download flood() {
            byte[] piece = new byte[8192];
            return new Download("application/octet-stream", null, out -> {
                try {
                    while (true) {
                        out.write(piece);
                    }
                } finally {
                    ended.countDown();
                }
            });
        }
    }
}
