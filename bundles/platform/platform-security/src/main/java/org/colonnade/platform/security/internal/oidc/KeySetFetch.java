package org.colonnade.platform.security.internal.oidc;

import com.nimbusds.jose.jwk.JWKSet;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;

/**
 * Fetches a key set from one configured address and from nowhere else: https, or http from this very machine where that was allowed; no
 * redirects; neither more bytes nor more time than any real key set takes.
 */
final class KeySetFetch {

    static final int MOST_BYTES = 256 * 1024;
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration WHOLE = Duration.ofSeconds(4);
    private static final int OK = 200;
    private static final int CHUNK = 8 * 1024;

    private final URI address;

    /** @throws IllegalArgumentException if the address is not one that may be asked */
    KeySetFetch(String address, boolean loopbackHttp) {
        this.address = URI.create(address);
        boolean safe = "https".equals(this.address.getScheme());
        boolean here = "http".equals(this.address.getScheme()) && loopbackHttp && isLoopback(this.address.getHost());
        if (this.address.getHost() == null || this.address.getUserInfo() != null || !safe && !here) {
            throw new IllegalArgumentException("The key set of an issuer comes from an https address: " + address);
        }
    }

    private static boolean isLoopback(String host) {
        try {
            return host != null
                    && host.matches("localhost|127[.0-9]+|\\[::1]")
                    && InetAddress.getByName(host).isLoopbackAddress();
        } catch (IOException unknown) {
            return false;
        }
    }

    /** @throws IOException if it does not come whole and in time, or is no key set with public keys */
    JWKSet fetch() throws IOException {
        long until = System.nanoTime() + WHOLE.toNanos();
        HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
        try {
            connection.setInstanceFollowRedirects(false);
            connection.setConnectTimeout((int) CONNECT.toMillis());
            connection.setReadTimeout((int) CONNECT.toMillis());
            connection.setUseCaches(false);
            connection.setRequestProperty("Accept", "application/jwk-set+json, application/json");
            if (connection.getResponseCode() != OK) {
                throw new IOException("The issuer answers " + connection.getResponseCode());
            }
            try (InputStream body = connection.getInputStream()) {
                return JWKSet.parse(read(body, until)).toPublicJWKSet();
            }
        } catch (ParseException | RuntimeException none) {
            throw new IOException("The issuer answers what is no key set", none);
        } finally {
            connection.disconnect();
        }
    }

    private static String read(InputStream body, long until) throws IOException {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        byte[] chunk = new byte[CHUNK];
        for (int read = body.read(chunk); read >= 0; read = body.read(chunk)) {
            whole.write(chunk, 0, read);
            if (whole.size() > MOST_BYTES) {
                throw new IOException("A key set has at most " + MOST_BYTES + " bytes");
            }
            if (System.nanoTime() - until > 0) {
                throw new IOException("The key set takes longer than " + WHOLE.toSeconds() + " s");
            }
        }
        return whole.toString(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return address.toString();
    }
}
