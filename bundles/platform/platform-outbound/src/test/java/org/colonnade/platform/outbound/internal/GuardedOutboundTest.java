package org.colonnade.platform.outbound.internal;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.colonnade.platform.api.outbound.OutboundAnswer;
import org.colonnade.platform.api.outbound.OutboundCall;
import org.colonnade.platform.api.problem.Problem;
import org.colonnade.platform.outbound.internal.domain.Destinations;
import org.colonnade.platform.outbound.internal.domain.Network;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

/** Calls to real sockets on this machine, which the configuration of these tests allows or not. */
public class GuardedOutboundTest {

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicInteger hits = new AtomicInteger();
    private final AtomicInteger lookUps = new AtomicInteger();
    private HttpServer server;
    private InetAddress[][] answers = {{InetAddress.getLoopbackAddress()}};
    private final GuardedOutbound outbound = new GuardedOutbound(settings(true, "127.0.0.0/8"), this::lookUp);

    @Before
    public void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.start();
    }

    @After
    public void stop() {
        server.stop(0);
        threads.shutdownNow();
        outbound.close();
    }

    @Test
    public void whatIsSentArrivesAndWhatIsAnsweredComesBack() {
        serve("/hook", exchange -> {
            byte[] body = exchange.getRequestBody().readAllBytes();
            String seen = exchange.getRequestMethod()
                    + ' '
                    + exchange.getRequestHeaders().getFirst("X-One")
                    + ' '
                    + exchange.getRequestHeaders().getFirst("Content-Type")
                    + ' '
                    + exchange.getRequestHeaders().getFirst("User-Agent")
                    + ' '
                    + new String(body, StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Retry-After", "7");
            answer(exchange, 202, seen.getBytes(StandardCharsets.UTF_8));
        });
        OutboundAnswer answer = outbound.send(new OutboundCall(
                "POST",
                url("/hook"),
                Map.of("X-One", "1"),
                "application/json",
                new byte[] {'{', '}'},
                seconds(5),
                1000));
        assertEquals(202, answer.status());
        assertTrue(answer.taken());
        assertEquals("7", answer.headers().get("retry-after"));
        assertEquals("POST 1 application/json Colonnade {}", new String(answer.body(), StandardCharsets.UTF_8));
    }

    @Test
    public void theAddressThatWasCheckedIsTheOneConnectedTo() throws Exception {
        serve("/hook", exchange -> answer(exchange, 200, new byte[0]));
        GuardedOutbound usual = new GuardedOutbound(settings(true), this::lookUp);
        // public when the subscription is made, this machine when it is called
        answers = new InetAddress[][] {{InetAddress.getByName("93.184.216.34")}, {InetAddress.getLoopbackAddress()}};
        usual.check(url("/hook"));
        refused("platform.outbound.address", () -> usual.send(get("/hook", 5)));
        assertEquals(2, lookUps.get());
        // one good address does not carry a bad one with it
        answers = new InetAddress[][] {{InetAddress.getByName("93.184.216.34"), InetAddress.getLoopbackAddress()}};
        refused("platform.outbound.address", () -> usual.check(url("/hook")));
        refused("platform.outbound.address", () -> usual.send(get("/hook", 5)));
        usual.close();
        assertEquals("nothing arrived", 0, hits.get());
        // and where it is allowed, one look is taken for one connection
        answers = new InetAddress[][] {{InetAddress.getLoopbackAddress()}};
        lookUps.set(0);
        outbound.send(get("/hook", 5));
        outbound.send(get("/hook", 5));
        assertEquals(1, lookUps.get());
        assertEquals(2, hits.get());
    }

    @Test
    public void anotherConfigurationUsesNoConnectionOfTheOneBefore() {
        serve("/hook", exchange -> answer(exchange, 200, new byte[0]));
        outbound.send(get("/hook", 5));
        outbound.change(settings(true));
        refused("platform.outbound.address", () -> outbound.send(get("/hook", 5)));
        outbound.change(settings(false, "127.0.0.0/8"));
        refused("platform.outbound.scheme", () -> outbound.send(get("/hook", 5)));
        assertEquals(1, hits.get());
    }

    @Test
    public void redirectsAreNotFollowed() {
        serve("/hook", exchange -> {
            exchange.getResponseHeaders().add("Location", url("/secret"));
            answer(exchange, 307, new byte[0]);
        });
        serve("/secret", exchange -> answer(exchange, 200, new byte[0]));
        assertEquals(307, outbound.send(get("/hook", 5)).status());
        assertEquals(1, hits.get());
    }

    @Test
    public void endlessBodiesAreCut() {
        byte[] piece = new byte[10_000];
        Arrays.fill(piece, (byte) 'x');
        serve("/hook", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream out = exchange.getResponseBody()) {
                while (true) {
                    out.write(piece);
                }
            }
        });
        long began = System.nanoTime();
        OutboundAnswer answer = outbound.send(get("/hook", 20));
        assertEquals(200, answer.status());
        assertTrue(answer.cut());
        assertArrayEquals(Arrays.copyOf(piece, 1000), answer.body());
        assertTrue(System.nanoTime() - began < seconds(10).toNanos());
    }

    @Test
    public void nobodyHoldsACallLongerThanItsTime() {
        serve("/slow", exchange -> {
            sleep(5_000);
            answer(exchange, 200, new byte[0]);
        });
        refused("platform.outbound.timeout", () -> outbound.send(get("/slow", 1)));
    }

    @Test
    public void aByteNowAndThenDoesNotHelp() throws Exception {
        // a byte now and then keeps each single read alive
        try (ServerSocket drip = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            threads.submit(() -> {
                try (Socket socket = drip.accept()) {
                    for (int i = 0; i < 50; i++) {
                        socket.getOutputStream().write("HTTP/1.1 200 OK\r\nX: y".charAt(i % 20));
                        socket.getOutputStream().flush();
                        sleep(200);
                    }
                }
                return null;
            });
            long began = System.nanoTime();
            refused(
                    "platform.outbound.timeout",
                    () -> outbound.send(call("http://receiver.test:" + drip.getLocalPort(), 1)));
            assertTrue(System.nanoTime() - began < seconds(4).toNanos());
        }
    }

    @Test
    public void failuresOfTheNetworkHaveNames() throws Exception {
        int nobody;
        try (ServerSocket reset = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            nobody = reset.getLocalPort();
            threads.submit(() -> {
                try (Socket socket = reset.accept()) {
                    socket.setSoLinger(true, 0);
                    socket.getInputStream().read();
                }
                return null;
            });
            refused("platform.outbound.broken", () -> outbound.send(call("http://receiver.test:" + nobody, 5)));
        }
        refused("platform.outbound.unreachable", () -> outbound.send(call("http://receiver.test:" + nobody, 5)));
        answers = new InetAddress[][] {{}};
        refused("platform.outbound.unresolved", () -> outbound.send(call("http://other.test/", 5)));
        outbound.check("http://other.test/");
    }

    @Test
    public void whoIsNotProtectedIsNotSpokenTo() throws Exception {
        try (ServerSocket plain = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            threads.submit(() -> {
                try (Socket socket = plain.accept()) {
                    socket.getOutputStream()
                            .write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                    socket.getInputStream().read();
                }
                return null;
            });
            refused(
                    "platform.outbound.tls",
                    () -> outbound.send(call("https://receiver.test:" + plain.getLocalPort(), 5)));
        }
    }

    private void serve(String path, HttpHandler handler) {
        server.createContext(path, exchange -> {
            hits.incrementAndGet();
            handler.handle(exchange);
        });
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private OutboundCall get(String path, int seconds) {
        return call(url(path), seconds);
    }

    private static OutboundCall call(String url, int seconds) {
        return new OutboundCall("GET", url, Map.of(), null, null, seconds(seconds), 1000);
    }

    private String url(String path) {
        return "http://receiver.test:" + server.getAddress().getPort() + path;
    }

    private InetAddress[] lookUp(String host) throws UnknownHostException {
        int number = Math.min(lookUps.getAndIncrement(), answers.length - 1);
        return answers[number];
    }

    private static OutboundSettings settings(boolean http, String... networks) {
        return new OutboundSettings(
                new Destinations(
                        http,
                        List.of(),
                        Arrays.stream(networks).map(Network::of).toList()),
                seconds(2),
                20);
    }

    private static Duration seconds(int seconds) {
        return Duration.ofSeconds(seconds);
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static void refused(String code, org.junit.function.ThrowingRunnable asked) {
        assertEquals(code, assertThrows(Problem.class, asked).code());
    }
}
