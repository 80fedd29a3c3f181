package org.colonnade.platform.rest.internal.door;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.servlet.http.HttpServletRequest;
import org.colonnade.platform.api.problem.Malformed;

/**
 * The {@code Idempotency-Key} of a POST, as it came, and what was asked for under it. The fingerprint begins with the key, which is not
 * stored: whoever sees the stored one cannot try out what a short body (a password) may have been.
 */
public final class RequestKey {

    /** The header. */
    public static final String HEADER = "Idempotency-Key";

    /** How many characters it may have. */
    public static final int LONGEST = 255;

    private static final Pattern TEXT = Pattern.compile("\"([\\x21\\x23-\\x7e]{1,255})\"|([\\x21\\x23-\\x7e]{1,255})");

    /** Null for one that makes no sense. */
    private final String text;

    private final CountedBody body;
    private final MessageDigest digest;

    private RequestKey(List<String> sent, HttpServletRequest request, CountedBody body) {
        Matcher one = TEXT.matcher(sent.size() == 1 ? sent.get(0) : "");
        this.text = !one.matches() ? null : one.group(1) == null ? one.group(2) : one.group(1);
        this.body = body;
        this.digest = sha256();
        part(String.valueOf(text));
        part(request.getMethod());
        part(request.getRequestURI());
        part(String.valueOf(request.getQueryString()));
        if (request.getHeader(Identity.PRINCIPAL) != null) {
            part(request.getHeader(Identity.PRINCIPAL).toLowerCase(Locale.ROOT));
        }
        body.digest(digest);
    }

    /** @return null if the request has none, or is one that does not need it */
    static RequestKey of(HttpServletRequest request, CountedBody body) {
        if (!"POST".equals(request.getMethod()) || request.getHeader(HEADER) == null) {
            return null;
        }
        return new RequestKey(Collections.list(request.getHeaders(HEADER)), request, body);
    }

    /**
     * What the sender chose; the quotes of a structured header are no part of it.
     *
     * @throws Malformed {@code platform.idempotency.malformed}
     */
    public String text() {
        if (text == null) {
            throw new Malformed(
                    "platform.idempotency.malformed",
                    "Idempotency-Key is one text of 1 to 255 visible ASCII characters, such as a UUID.");
        }
        return text;
    }

    /** Tells this request from others, its whole body included; to be asked for once. */
    public String fingerprint() {
        try {
            body.readRest();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private void part(String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException("every Java platform has SHA-256", never);
        }
    }
}
