package org.colonnade.crm.internal.capture;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Tokens that cannot be guessed, prints that cannot be read back, and stamps that cannot be forged. */
final class Secrets {

    static final int TOKEN_LENGTH = 43;
    private static final int BYTES = 32;
    private static final int SIGNED = 16;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();

    private Secrets() {}

    /** 256 bits. */
    static byte[] random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    /** A new token of 256 bits, as text. */
    static String token() {
        return TEXT.encodeToString(random());
    }

    /** What is kept of a token: its SHA-256. */
    static String print(String token) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /** What is kept of an address: its SHA-256 with the form's own salt. */
    static String print(byte[] salt, String what, String address) {
        return HexFormat.of().formatHex(sign(salt, what + '\n' + address));
    }

    /** Says when a form was opened. */
    static String stamp(byte[] key, String form, Instant now) {
        byte[] seconds = ByteBuffer.allocate(Long.BYTES).putLong(now.getEpochSecond()).array();
        byte[] mark = Arrays.copyOf(sign(key, form + '\n' + now.getEpochSecond()), SIGNED);
        return TEXT.encodeToString(
                ByteBuffer.allocate(Long.BYTES + SIGNED).put(seconds).put(mark).array());
    }

    /** How long ago the form was opened; null for a stamp that is none of ours. */
    static Duration age(byte[] key, String form, String stamp, Instant now) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(stamp == null ? "" : stamp);
            if (bytes.length != Long.BYTES + SIGNED) {
                return null;
            }
            Instant then = Instant.ofEpochSecond(ByteBuffer.wrap(bytes).getLong());
            byte[] ours = stamp(key, form, then).getBytes(StandardCharsets.US_ASCII);
            return MessageDigest.isEqual(ours, stamp.getBytes(StandardCharsets.US_ASCII))
                    ? Duration.between(then, now)
                    : null;
        } catch (IllegalArgumentException | java.time.DateTimeException notOurs) {
            return null;
        }
    }

    private static byte[] sign(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
