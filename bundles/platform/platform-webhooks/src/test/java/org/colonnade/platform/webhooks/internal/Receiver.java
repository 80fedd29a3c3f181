package org.colonnade.platform.webhooks.internal;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Somebody who receives webhooks, over a real socket of this machine; it verifies signatures by itself. */
final class Receiver implements AutoCloseable {

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer server;
    private int port;
    final List<Message> taken = new CopyOnWriteArrayList<>();
    final List<Message> all = new CopyOnWriteArrayList<>();
    volatile Answering answering = message -> 204;

    Receiver() {
        start();
    }

    /** What it answers; a status below zero leaves the answer to somebody else. */
    @FunctionalInterface
    interface Answering {
        int status(Message message) throws IOException;
    }

    /** A request. */
    record Message(HttpExchange exchange, String id, String timestamp, String signature, String body) {

        String subject() {
            return part("subject");
        }

        long position() {
            return Long.parseLong(part("position"));
        }

        String part(String name) {
            Matcher found = Pattern.compile("\"" + name + "\":\"?([^\",}]*)").matcher(body);
            return found.find() ? found.group(1) : null;
        }

        /** How many of its signatures are made with this secret, computed from the specification's text. */
        long signedBy(String secret) {
            try {
                Mac mac = Mac.getInstance("HmacSHA256");
                byte[] key = Base64.getDecoder().decode(secret.replaceFirst("^whsec_", ""));
                mac.init(new SecretKeySpec(key, "HmacSHA256"));
                String signed = String.join(".", id, timestamp, body);
                String expected =
                        Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
                return Arrays.stream(signature.split(" "))
                        .filter(one -> one.equals("v1," + expected))
                        .count();
            } catch (GeneralSecurityException none) {
                throw new IllegalStateException(none);
            }
        }
    }

    /** Listens; after {@link #stop} on the same port. */
    void start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
        port = server.getAddress().getPort();
        server.setExecutor(threads);
        server.createContext("/", this::hear);
        server.start();
    }

    void stop() {
        server.stop(0);
    }

    String url() {
        return "http://127.0.0.1:" + port + "/hook";
    }

    List<Long> positions() {
        return taken.stream().map(Message::position).toList();
    }

    private void hear(HttpExchange exchange) throws IOException {
        Message message = new Message(
                exchange,
                exchange.getRequestHeaders().getFirst("webhook-id"),
                exchange.getRequestHeaders().getFirst("webhook-timestamp"),
                exchange.getRequestHeaders().getFirst("webhook-signature"),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        all.add(message);
        int status = answering.status(message);
        if (status >= 0) {
            if (status >= 200 && status <= 299) {
                taken.add(message);
            }
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        }
    }

    @Override
    public void close() {
        stop();
        threads.shutdownNow();
    }
}
