package org.colonnade.platform.api.outbound;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;

/**
 * A request to a place outside.
 *
 * @param method {@code GET}, {@code POST} …
 * @param url where to, absolute
 * @param headers by name; {@code Host}, {@code Content-Length} and {@code User-Agent} are set by the platform
 * @param contentType of the body; null without one
 * @param body null for none; not copied
 * @param timeout for everything together, from the resolution of the name to the last byte that is read
 * @param mostBytes how much of the answer's body is read; the rest is left
 */
public record OutboundCall(
        String method,
        String url,
        Map<String, String> headers,
        String contentType,
        byte[] body,
        Duration timeout,
        int mostBytes) {

    public OutboundCall {
        Objects.requireNonNull(method, "method");
        Objects.requireNonNull(url, "url");
        headers = Map.copyOf(headers);
        if (timeout.isNegative() || timeout.isZero() || mostBytes < 0) {
            throw new IllegalArgumentException("A call has a time limit and a bound");
        }
    }
}
