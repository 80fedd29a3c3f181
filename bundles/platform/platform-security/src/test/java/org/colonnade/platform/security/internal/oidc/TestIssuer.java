package org.colonnade.platform.security.internal.oidc;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A small issuer on the loopback address, with a key set of its own. */
public final class TestIssuer implements AutoCloseable {

    public static final String AUDIENCE = "colonnade";

    /** How often the key set was fetched. */
    public final AtomicInteger fetches = new AtomicInteger();

    public volatile RSAKey key = key("one");
    public volatile JWKSet published = new JWKSet(key);
    public volatile boolean away;
    public volatile String redirect;
    public volatile int padding;
    public volatile int dripMillis;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();

    public TestIssuer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
        server.setExecutor(threads);
        server.createContext("/keys", this::answer);
        server.start();
    }

    public static RSAKey key(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    public String name() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        fetches.incrementAndGet();
        exchange.getRequestBody().readAllBytes();
        if (away) {
            exchange.sendResponseHeaders(503, -1);
        } else if (redirect != null) {
            exchange.getResponseHeaders().set("Location", redirect);
            exchange.sendResponseHeaders(302, -1);
        } else {
            byte[] text = (published + " ".repeat(padding)).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, text.length);
            try (OutputStream out = exchange.getResponseBody()) {
                if (dripMillis == 0) {
                    out.write(text);
                } else {
                    drip(out, text);
                }
            }
        }
        exchange.close();
    }

    private void drip(OutputStream out, byte[] text) throws IOException {
        for (byte one : text) {
            out.write(one);
            out.flush();
            try {
                Thread.sleep(dripMillis);
            } catch (InterruptedException over) {
                return;
            }
        }
    }

    /** The claims of a good token, for ten minutes. */
    public JWTClaimsSet.Builder claims(String subject, Instant now) {
        return new JWTClaimsSet.Builder()
                .issuer(name())
                .audience(AUDIENCE)
                .subject(subject)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(600)));
    }

    public String good(String subject, Instant now) {
        return sign(claims(subject, now).build());
    }

    public String sign(JWTClaimsSet claims) {
        return sign(header().build(), claims, key);
    }

    public JWSHeader.Builder header() {
        return new JWSHeader.Builder(JWSAlgorithm.RS256)
                .type(new JOSEObjectType("at+jwt"))
                .keyID(key.getKeyID());
    }

    public static String sign(JWSHeader header, JWTClaimsSet claims, RSAKey with) {
        try {
            SignedJWT token = new SignedJWT(header, claims);
            token.sign(new RSASSASigner(with));
            return token.serialize();
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Signs what no library would. */
    public String signed(String header, String claims) throws Exception {
        String text = part(header) + '.' + part(claims);
        Signature signature = Signature.getInstance("SHA256withRSA");
        PrivateKey with = key.toPrivateKey();
        signature.initSign(with);
        signature.update(text.getBytes(StandardCharsets.US_ASCII));
        return text + '.' + Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
    }

    /** A part of a token. */
    public static String part(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The configuration of this issuer, by default. */
    public TestConfig config() {
        return new TestConfig(name(), name() + "/keys");
    }

    public Issuer issuer(OidcConfig config, Clock clock) {
        return new Issuer(config, clock, System::nanoTime);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    /** The defaults of the annotation, some of them replaced. */
    @SuppressWarnings("ClassExplicitlyAnnotation")
    public static final class TestConfig implements OidcConfig {

        private final String issuer;
        private final String keySet;
        public String[] algorithms = {"RS256", "PS256", "ES256"};
        public boolean accessTokensOnly = true;
        public String userClaim = "sub";
        public boolean makeUsers;
        public String permissionsClaim = "";
        public int oldestMinutes = 60;
        public boolean loopbackHttp = true;
        public String audience = AUDIENCE;

        public TestConfig(String issuer, String keySet) {
            this.issuer = issuer;
            this.keySet = keySet;
        }

        @Override
        public String issuer() {
            return issuer;
        }

        @Override
        public String keySet() {
            return keySet;
        }

        @Override
        public String audience() {
            return audience;
        }

        @Override
        public String[] algorithms() {
            return algorithms.clone();
        }

        @Override
        public boolean accessTokensOnly() {
            return accessTokensOnly;
        }

        @Override
        public String userClaim() {
            return userClaim;
        }

        @Override
        public boolean makeUsers() {
            return makeUsers;
        }

        @Override
        public String permissionsClaim() {
            return permissionsClaim;
        }

        @Override
        public int clockSkewSeconds() {
            return 60;
        }

        @Override
        public int oldestMinutes() {
            return oldestMinutes;
        }

        @Override
        public int keySetMinutes() {
            return 15;
        }

        @Override
        public int keySetHoursAway() {
            return 24;
        }

        @Override
        public boolean loopbackHttp() {
            return loopbackHttp;
        }

        @Override
        public boolean equals(Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }

        @Override
        public Class<? extends Annotation> annotationType() {
            return OidcConfig.class;
        }
    }
}
