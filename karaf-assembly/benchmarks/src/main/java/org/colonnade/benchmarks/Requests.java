package org.colonnade.benchmarks;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Whole HTTP requests as bytes. */
final class Requests {

    private Requests() {}

    /** @param token may be null */
    static byte[] get(String path, String token) {
        return (head("GET", path, token) + "\r\n").getBytes(StandardCharsets.ISO_8859_1);
    }

    /** @param header one more line */
    static byte[] get(String path, String token, String header) {
        return (head("GET", path, token) + header + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1);
    }

    /** @param token may be null */
    static byte[] post(String path, String token, String json) {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        String head = head("POST", path, token) + "Content-Type: application/json\r\nContent-Length: " + body.length
                + "\r\n\r\n";
        ByteArrayOutputStream all = new ByteArrayOutputStream(head.length() + body.length);
        all.writeBytes(head.getBytes(StandardCharsets.ISO_8859_1));
        all.writeBytes(body);
        return all.toByteArray();
    }

    private static String head(String method, String path, String token) {
        return method + ' ' + path + " HTTP/1.1\r\nHost: localhost\r\nAccept: */*\r\n"
                + (token == null ? "" : "Authorization: Bearer " + token + "\r\n");
    }
}
