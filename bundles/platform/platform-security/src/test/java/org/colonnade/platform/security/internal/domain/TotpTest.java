package org.colonnade.platform.security.internal.domain;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.Test;

public class TotpTest {

    /** The secret of the test vectors of RFC 6238, appendix B. */
    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    private final SecureRandom random = new SecureRandom();

    /** The last six of the eight digits of the RFC. */
    @Test
    public void theCodesAreThoseOfTheRfc() {
        Map.of(
                        59L, "287082",
                        1111111109L, "081804",
                        1111111111L, "050471",
                        1234567890L, "005924",
                        2000000000L, "279037",
                        20000000000L, "353130")
                .forEach((second, code) ->
                        assertEquals(code, Totp.code(SECRET, Totp.step(Instant.ofEpochSecond(second)))));
    }

    @Test
    public void aCodeIsGoodHalfAMinuteBeforeAndAfter() {
        Instant now = Instant.ofEpochSecond(1111111111L);
        long step = Totp.step(now);
        for (long off = -3; off <= 3; off++) {
            OptionalLong found = Totp.matching(SECRET, Totp.code(SECRET, step + off), now);
            assertEquals(Math.abs(off) <= 1 ? OptionalLong.of(step + off) : OptionalLong.empty(), found);
        }
        for (String none : List.of("", "28708", "2870821", "28708x", "２８７０８２")) {
            assertEquals(OptionalLong.empty(), Totp.matching(SECRET, none, now));
        }
    }

    @Test
    public void theUriIsWhatAppsRead() {
        assertEquals(
                "otpauth://totp/Colonnade:malee.s%40example.com?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Colonnade"
                        + "&algorithm=SHA1&digits=6&period=30",
                Totp.uri(SECRET, "malee.s@example.com", ""));
    }

    /** RFC 4648, section 10. */
    @Test
    public void base32IsThatOfTheRfc() {
        Map.of(
                        "",
                        "",
                        "f",
                        "MY",
                        "fo",
                        "MZXQ",
                        "foo",
                        "MZXW6",
                        "foob",
                        "MZXW6YQ",
                        "fooba",
                        "MZXW6YTB",
                        "foobar",
                        "MZXW6YTBOI")
                .forEach((plain, text) -> assertEquals(text, Base32.encode(plain.getBytes(StandardCharsets.US_ASCII))));
    }

    @Test
    public void recoveryCodesAreTypedAsPeopleType() {
        List<String> codes = RecoveryCode.draw(random);
        assertEquals(RecoveryCode.SET, new HashSet<>(codes).size());
        String code = codes.get(0);
        assertTrue(code, code.matches("([A-Z2-7]{4}-){3}[A-Z2-7]{4}"));
        String typed = " " + code.toLowerCase().replace("-", "  ");
        assertTrue(RecoveryCode.fits(typed));
        assertEquals(RecoveryCode.fingerprint(code), RecoveryCode.fingerprint(typed));
        assertNotEquals(RecoveryCode.fingerprint(code), RecoveryCode.fingerprint(codes.get(1)));
        assertFalse(RecoveryCode.fits("123456"));
        assertFalse(RecoveryCode.fits("0000-0000-0000-0000"));
    }

    @Test
    public void whatIsSealedOpensWithItsKeyInItsPlaceOnly() {
        SealKey key = SealKey.of(SealKey.draw(random));
        String sealed = key.seal(SECRET, "user 1", random);
        assertEquals(Base32.encode(SECRET), Base32.encode(key.open(sealed, "user 1")));
        assertNotEquals(sealed, key.seal(SECRET, "user 1", random));
        assertThrows(IllegalStateException.class, () -> key.open(sealed, "user 2"));
        SealKey other = SealKey.of(SealKey.draw(random));
        assertNotEquals(key.id(), other.id());
        assertThrows(IllegalStateException.class, () -> other.open(sealed, "user 1"));
        assertThrows(IllegalArgumentException.class, () -> SealKey.of("c2hvcnQ="));
    }
}
