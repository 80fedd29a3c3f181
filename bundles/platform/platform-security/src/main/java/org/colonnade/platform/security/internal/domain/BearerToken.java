package org.colonnade.platform.security.internal.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/**
 * A secret of 256 random bits as text, and the fingerprint that is stored in its place. A plain SHA-256 is enough here, other than for
 * passwords: nobody can try out 2^256 values, so slowing them down would only slow down the right caller.
 */
public final class BearerToken {

    /** Begins every token, so that a leaked one is recognised by people and by secret scanners. */
    public static final String PREFIX = "col_";

    private static final int BYTES = 32;
    private static final int LENGTH = PREFIX.length() + 43;

    private BearerToken() {}

    /** A new token; this is the only moment at which anybody sees it. */
    public static String draw(SecureRandom random) {
        byte[] bits = new byte[BYTES];
        random.nextBytes(bits);
        return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    }

    /** Whether the text can be a token at all; anything else is refused without asking the database. */
    public static boolean fits(String text) {
        if (text == null || text.length() != LENGTH || !text.startsWith(PREFIX)) {
            return false;
        }
        for (int i = PREFIX.length(); i < LENGTH; i++) {
            if (!isOfBase64(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isOfBase64(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-' || c == '_';
    }

    /** What is stored: SHA-256 in hexadecimal. */
    public static String fingerprint(String token) {
        try {
            byte[] text = token.getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException("every Java platform has SHA-256", never);
        }
    }
}
