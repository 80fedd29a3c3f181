package org.colonnade.platform.security.internal.domain;

import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A code that opens once in place of one of the app, for who has lost the device: 80 random bits in four groups of four. A plain SHA-256 of
 * it is stored, see {@link BearerToken}.
 */
public final class RecoveryCode {

    /** How many are handed out at once. */
    public static final int SET = 10;

    private static final int BYTES = 10;
    private static final int LENGTH = 16;
    private static final int GROUP = 4;

    private RecoveryCode() {}

    /** A new set; this is the only moment at which anybody sees it. */
    public static List<String> draw(SecureRandom random) {
        return Stream.generate(() -> one(random)).distinct().limit(SET).toList();
    }

    private static String one(SecureRandom random) {
        byte[] bits = new byte[BYTES];
        random.nextBytes(bits);
        StringBuilder text = new StringBuilder(Base32.encode(bits));
        for (int at = LENGTH - GROUP; at > 0; at -= GROUP) {
            text.insert(at, '-');
        }
        return text.toString();
    }

    /** Whether the text can be one at all, however it was typed. */
    public static boolean fits(String text) {
        String plain = plain(text);
        return plain.length() == LENGTH && Base32.fits(plain);
    }

    /** What is stored. */
    public static String fingerprint(String code) {
        return BearerToken.fingerprint(plain(code));
    }

    private static String plain(String code) {
        return code.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
    }
}
