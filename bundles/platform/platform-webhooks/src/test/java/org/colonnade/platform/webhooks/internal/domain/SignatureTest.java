package org.colonnade.platform.webhooks.internal.domain;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.Test;

/** Signatures as the specification's own libraries make them. */
public class SignatureTest {

    private static final byte[] BODY = "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8);

    @Test
    public void theExampleOfTheSpecificationIsSignedAsItSays() {
        assertEquals(
                "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
                Signature.of(
                        List.of("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"),
                        "msg_p5jXN8AQM9LWM0D4loKWxJek",
                        1_614_265_330,
                        BODY));
    }

    @Test
    public void eachSecretThatHoldsSigns() {
        List<String> two = List.of(Signature.secret(), Signature.secret());
        String header = Signature.of(two, "1", 2, BODY);
        assertEquals(
                Signature.of(two.subList(0, 1), "1", 2, BODY) + ' ' + Signature.of(two.subList(1, 2), "1", 2, BODY),
                header);
        assertNotEquals(header, Signature.of(two, "1", 3, BODY));
    }

    @Test
    public void aSecretHas256Bits() {
        String secret = Signature.secret();
        assertTrue(secret, secret.startsWith("whsec_"));
        assertEquals(32, Base64.getDecoder().decode(secret.substring(6)).length);
        assertNotEquals(secret, Signature.secret());
    }
}
