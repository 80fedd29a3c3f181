package org.colonnade.platform.security.internal;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSAEncrypter;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import org.colonnade.platform.security.internal.oidc.TestIssuer;

/** Makes tokens that look like those of an issuer and are none. */
final class Forger {

    private final TestIssuer issuer;
    private final Instant now;

    Forger(TestIssuer issuer, Instant now) {
        this.issuer = issuer;
        this.now = now;
    }

    /** Every kind, by what is wrong with it. */
    Map<String, String> all() throws Exception {
        Map<String, String> forged = new LinkedHashMap<>();
        forgedKeys(forged);
        forgedHeaders(forged);
        forgedNames(forged);
        forgedTimes(forged);
        forgedForms(forged);
        return forged;
    }

    private void forgedKeys(Map<String, String> forged) throws Exception {
        JWTClaimsSet claims = issuer.claims("malee", now).build();
        String good = issuer.sign(claims);
        RSAKey own = TestIssuer.key(issuer.key.getKeyID());
        forged.put("unknown key", TestIssuer.sign(issuer.header().keyID("other").build(), claims, own));
        forged.put(
                "path as key id",
                TestIssuer.sign(issuer.header().keyID("../../etc/passwd").build(), claims, own));
        forged.put(
                "statement as key id",
                TestIssuer.sign(issuer.header().keyID("' or 1=1 --").build(), claims, own));
        forged.put("no algorithm", new PlainJWT(claims).serialize());
        forged.put("none with a signature", TestIssuer.part("{\"alg\":\"none\",\"typ\":\"at+jwt\"}") + rest(good));
        forged.put("key confusion", confused(claims));
        forged.put(
                "own key in the header",
                TestIssuer.sign(issuer.header().jwk(own.toPublicJWK()).build(), claims, own));
        forged.put(
                "key in the header",
                TestIssuer.sign(issuer.header().jwk(issuer.key.toPublicJWK()).build(), claims, issuer.key));
        forged.put(
                "own key set",
                TestIssuer.sign(
                        issuer.header()
                                .jwkURL(URI.create("https://evil.example"))
                                .build(),
                        claims,
                        own));
    }

    private void forgedHeaders(Map<String, String> forged) throws Exception {
        JWTClaimsSet claims = issuer.claims("malee", now).build();
        RSAKey own = TestIssuer.key(issuer.key.getKeyID());
        forged.put(
                "own certificate",
                TestIssuer.sign(
                        issuer.header()
                                .x509CertURL(URI.create("https://evil.example"))
                                .build(),
                        claims,
                        own));
        forged.put(
                "wrong kind",
                TestIssuer.sign(issuer.header().type(JOSEObjectType.JWT).build(), claims, issuer.key));
        forged.put("no kind", TestIssuer.sign(issuer.header().type(null).build(), claims, issuer.key));
        forged.put("unknown critical header", critical(claims));
        forged.put(
                "algorithm not configured",
                TestIssuer.sign(
                        new JWSHeader.Builder(JWSAlgorithm.RS512)
                                .type(new JOSEObjectType("at+jwt"))
                                .keyID(issuer.key.getKeyID())
                                .build(),
                        claims,
                        issuer.key));
    }

    private void forgedNames(Map<String, String> forged) throws Exception {
        forged.put(
                "wrong audience",
                issuer.sign(issuer.claims("malee", now).audience("others").build()));
        forged.put(
                "no audience",
                issuer.sign(issuer.claims("malee", now).audience((String) null).build()));
        forged.put(
                "wrong issuer",
                issuer.sign(issuer.claims("malee", now)
                        .issuer("https://evil.example")
                        .build()));
        forged.put(
                "almost the issuer",
                issuer.sign(
                        issuer.claims("malee", now).issuer(issuer.name() + "/").build()));
    }

    private void forgedTimes(Map<String, String> forged) throws Exception {
        forged.put(
                "expired",
                issuer.sign(issuer.claims("malee", now).expirationTime(at(-61)).build()));
        forged.put(
                "no expiry",
                issuer.sign(issuer.claims("malee", now).expirationTime(null).build()));
        forged.put(
                "not yet",
                issuer.sign(issuer.claims("malee", now).notBeforeTime(at(120)).build()));
        forged.put(
                "made in the future",
                issuer.sign(issuer.claims("malee", now).issueTime(at(120)).build()));
        forged.put(
                "no time of making",
                issuer.sign(issuer.claims("malee", now).issueTime(null).build()));
        forged.put(
                "too old",
                issuer.sign(issuer.claims("malee", now)
                        .issueTime(at(-3700))
                        .expirationTime(at(86_400))
                        .build()));
    }

    private void forgedForms(Map<String, String> forged) throws Exception {
        JWTClaimsSet claims = issuer.claims("malee", now).build();
        String good = issuer.sign(claims);
        forged.put("no subject", issuer.sign(issuer.claims(null, now).build()));
        forged.put("subject of no user", issuer.good("nobody", now));
        forged.put("subject too long", issuer.good("m".repeat(300), now));
        forged.put("claims twice", twice());
        forged.put("truncated", good.substring(0, good.length() - 10));
        forged.put("without its signature", good.substring(0, good.lastIndexOf('.') + 1));
        forged.put("two parts", good.substring(0, good.lastIndexOf('.')));
        forged.put(
                "changed claims",
                good.split("\\.")[0]
                        + '.'
                        + TestIssuer.part(claims.toString().replace("malee", "admin"))
                        + '.'
                        + good.split("\\.")[2]);
        forged.put(
                "changed signature",
                good.substring(0, good.length() - 5)
                        + (good.charAt(good.length() - 5) == 'A' ? 'B' : 'A')
                        + good.substring(good.length() - 4));
        forged.put("encrypted", encrypted(good));
        forged.put("nested", nested(good));
        forged.put("no JSON", TestIssuer.part("ey") + '.' + TestIssuer.part("x") + ".x");
        forged.put("header only", TestIssuer.part("{\"alg\":\"RS256\"}") + "..");
        forged.put(
                "very long",
                issuer.sign(issuer.claims("malee", now)
                        .claim("x", "y".repeat(3_000))
                        .audience("others")
                        .build()));
    }

    /** The public key, which everybody has, as the secret of a MAC. */
    private String confused(JWTClaimsSet claims) throws Exception {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256)
                        .type(new JOSEObjectType("at+jwt"))
                        .keyID(issuer.key.getKeyID())
                        .build(),
                claims);
        token.sign(new MACSigner(issuer.key.toPublicKey().getEncoded()));
        return token.serialize();
    }

    private String critical(JWTClaimsSet claims) throws Exception {
        String header = "{\"alg\":\"RS256\",\"typ\":\"at+jwt\",\"kid\":\"" + issuer.key.getKeyID()
                + "\",\"crit\":[\"x-unknown\"],\"x-unknown\":1}";
        return issuer.signed(header, claims.toString());
    }

    private String twice() throws Exception {
        String header = issuer.header().build().toString();
        String claims = issuer.claims("nobody", now).build().toString();
        return issuer.signed(header, claims.substring(0, claims.length() - 1) + ",\"sub\":\"malee\"}");
    }

    private String encrypted(String good) throws Exception {
        JWEObject token = new JWEObject(
                new JWEHeader.Builder(JWEAlgorithm.RSA_OAEP_256, EncryptionMethod.A256GCM)
                        .contentType("JWT")
                        .build(),
                new Payload(good));
        token.encrypt(new RSAEncrypter(issuer.key.toRSAPublicKey()));
        return token.serialize();
    }

    private String nested(String good) throws Exception {
        String header =
                "{\"alg\":\"RS256\",\"typ\":\"at+jwt\",\"cty\":\"JWT\",\"kid\":\"" + issuer.key.getKeyID() + "\"}";
        return issuer.signed(header, '"' + good + '"');
    }

    private static String rest(String token) {
        return token.substring(token.indexOf('.'));
    }

    private Date at(int seconds) {
        return Date.from(now.plusSeconds(seconds));
    }
}
