package org.colonnade.platform.rest.internal.door;

import javax.servlet.http.HttpServletResponse;

/** The headers of every answer: nothing is kept, sniffed, framed or run. Pages that need more of a browser say so themselves. */
final class CommonHeaders {

    private CommonHeaders() {}

    static void set(HttpServletResponse response, String requestId) {
        response.setHeader("X-Request-Id", requestId);
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
    }
}
