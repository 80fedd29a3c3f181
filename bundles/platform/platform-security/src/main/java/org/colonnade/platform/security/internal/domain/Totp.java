package org.colonnade.platform.security.internal.domain;

import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Codes that change with time: RFC 6238 as every authenticator app knows it (HMAC-SHA-1, six digits, a new one every 30 seconds). A
 * code of the step before and of the one after is taken too, for clocks that are a little off.
 */
public final class Totp {

    /** Seconds in which one code holds. */
    public static final int STEP = 30;

    private static final int SECRET_BYTES = 20;
    private static final int DIGITS = 6;
    private static final int MODULUS = 1_000_000;
    private static final int OFF = 1;
    private static final String ISSUER = "Colonnade";

    private Totp() {}

    /** A new secret of 160 bits, as RFC 4226 recommends. */
    public static byte[] draw(SecureRandom random) {
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        return secret;
    }

    public static long step(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), STEP);
    }

    /** The code of a step, with its leading zeros. */
    public static String code(byte[] secret, long step) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            byte[] hash =
                    mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            int at = hash[hash.length - 1] & 0xf;
            int number = ByteBuffer.wrap(hash, at, Integer.BYTES).getInt() & 0x7fffffff;
            return String.format("%0" + DIGITS + "d", number % MODULUS);
        } catch (GeneralSecurityException never) {
            throw new IllegalStateException("every Java platform has HMAC-SHA-1", never);
        }
    }

    /** Whether the text can be a code at all. */
    public static boolean fits(String text) {
        return text.length() == DIGITS && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** The newest step around this instant whose code it is; none if it is no code or of another time. */
    public static OptionalLong matching(byte[] secret, String code, Instant now) {
        OptionalLong found = OptionalLong.empty();
        for (long step = step(now) - OFF; fits(code) && step <= step(now) + OFF; step++) {
            if (MessageDigest.isEqual(bytes(code(secret, step)), bytes(code))) {
                found = OptionalLong.of(step);
            }
        }
        return found;
    }

    /** What an app reads as a picture: the secret, and whose it is. @param place tells installations apart */
    public static String uri(byte[] secret, String user, String place) {
        String issuer = place.isEmpty() ? ISSUER : ISSUER + " " + place;
        return "otpauth://totp/" + text(issuer) + ":" + text(user) + "?secret=" + Base32.encode(secret) + "&issuer="
                + text(issuer) + "&algorithm=SHA1&digits=" + DIGITS + "&period=" + STEP;
    }

    private static String text(String plain) {
        return URLEncoder.encode(plain, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static byte[] bytes(String code) {
        return code.getBytes(StandardCharsets.US_ASCII);
    }
}
