package org.colonnade.itests;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A small OpenID issuer on the loopback address, and what somebody can make who is none: by the tools of Java alone. */
final class Issuer implements AutoCloseable {

    static final String AUDIENCE = "colonnade";

    /** How often its key set was fetched. */
    final AtomicInteger fetches = new AtomicInteger();

    private final HttpServer server;
    private final KeyPair key = keys();
    private final KeyPair stranger = keys();

    Issuer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.createContext("/keys", exchange -> {
            fetches.incrementAndGet();
            byte[] set = ("{\"keys\":[" + jwk(key) + "]}").getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, set.length);
            exchange.getResponseBody().write(set);
            exchange.close();
        });
        server.start();
    }

    String name() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Lets a house take its tokens. */
    void trustedBy(Path home) throws IOException {
        Path file = home.resolve("etc/org.colonnade.oidc-test.cfg");
        Files.createDirectories(file.getParent());
        Files.writeString(
                file,
                "issuer = " + name() + "\nkeySet = " + name() + "/keys\naudience = " + AUDIENCE
                        + "\nloopbackHttp = true\n");
    }

    String header() {
        return header("");
    }

    /** @param more further members, each with a comma before it */
    String header(String more) {
        return "{\"alg\":\"RS256\",\"typ\":\"at+jwt\",\"kid\":\"one\"" + more + "}";
    }

    String claims(String subject) {
        return claims(name(), AUDIENCE, subject, 0, 0, 600);
    }

    /** @param made seconds from now, as the two after it */
    String claims(String issuer, String audience, String subject, long made, long from, long until) {
        long now = Instant.now().getEpochSecond();
        return "{\"iss\":\"%s\",\"aud\":\"%s\",\"sub\":\"%s\",\"iat\":%d,\"nbf\":%d,\"exp\":%d,\"client_id\":\"c\",\"jti\":\"j%d\"}"
                .formatted(issuer, audience, subject, now + made, now + from, now + until, System.nanoTime());
    }

    String good(String subject) {
        return signed(header(), claims(subject));
    }

    /** With the issuer's own key. */
    String signed(String header, String claims) {
        return signed(header, claims, key);
    }

    /** With a key of somebody else. */
    String forged(String header, String claims) {
        return signed(header, claims, stranger);
    }

    /** The key of somebody else, as a header brings it along. */
    String strangersKey() {
        return jwk(stranger);
    }

    /** The public key taken for the secret of a MAC. */
    String confused(String claims) {
        try {
            String text = part("{\"alg\":\"HS256\",\"typ\":\"at+jwt\",\"kid\":\"one\"}") + '.' + part(claims);
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getPublic().getEncoded(), "HmacSHA256"));
            return text + '.' + encoded(mac.doFinal(text.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException(failure);
        }
    }

    static String part(String text) {
        return encoded(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String signed(String header, String claims, KeyPair with) {
        try {
            String text = part(header) + '.' + part(claims);
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(with.getPrivate());
            signature.update(text.getBytes(StandardCharsets.US_ASCII));
            return text + '.' + encoded(signature.sign());
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static String jwk(KeyPair pair) {
        RSAPublicKey open = (RSAPublicKey) pair.getPublic();
        return "{\"kty\":\"RSA\",\"use\":\"sig\",\"kid\":\"one\",\"n\":\"" + number(open.getModulus()) + "\",\"e\":\""
                + number(open.getPublicExponent()) + "\"}";
    }

    private static String number(BigInteger value) {
        byte[] bytes = value.toByteArray();
        return encoded(bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes);
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
