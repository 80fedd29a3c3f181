package org.colonnade.platform.security.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

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
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.problem.Rejected;
import org.colonnade.platform.api.problem.Unauthenticated;
import org.colonnade.platform.api.security.Accounts;
import org.colonnade.platform.api.security.Accounts.Role;
import org.colonnade.platform.security.internal.oidc.TestIssuer;
import org.colonnade.testkit.OnEachDatabase;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Access tokens of an issuer: the good one opens, and no forged one does. */
public class ForeignTokensTest extends OnEachDatabase {

    private static final String READ = "crm.party.read";

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private final TestIssuer issuer = new TestIssuer();
    private final TestIssuer.TestConfig config = issuer.config();
    private Office office;

    @Before
    public void open() {
        office = new Office(database(), folder.getRoot().toPath());
        office.roles.add(Office.SYSTEM, new Role("clerk", Set.of(READ, "crm.party.change")));
        office.add("malee", "clerk");
    }

    @After
    public void close() {
        issuer.close();
    }

    @Test
    public void aGoodTokenIsItsUser() {
        trust();
        Actor actor = office.doorkeeper.identify(issuer.good("malee", now()));
        assertEquals(office.users.get("malee").id(), actor.ref().id());
        assertEquals(Set.of(READ, "crm.party.change"), actor.permissions());
        for (JWSHeader header : List.of(
                issuer.header().type(new JOSEObjectType("application/at+jwt")).build(),
                issuer.header().keyID(null).build())) {
            assertNotNull(office.doorkeeper.identify(
                    TestIssuer.sign(header, issuer.claims("malee", now()).build(), issuer.key)));
        }
    }

    @Test
    public void withoutAnIssuerNoSuchTokenOpens() {
        refused("no issuer", issuer.good("malee", now()));
    }

    @Test
    public void noForgedTokenOpens() throws Exception {
        trust();
        for (Map.Entry<String, String> forged : forged().entrySet()) {
            refused(forged.getKey(), forged.getValue());
        }
        assertNotNull(office.doorkeeper.identify(issuer.good("malee", now())));
        assertTrue(issuer.fetches.get() + " fetches", issuer.fetches.get() <= 2);
    }

    private Map<String, String> forged() throws Exception {
        Map<String, String> forged = new LinkedHashMap<>();
        forgedKeys(forged);
        forgedHeaders(forged);
        forgedNames(forged);
        forgedTimes(forged);
        forgedForms(forged);
        return forged;
    }

    private void forgedKeys(Map<String, String> forged) throws Exception {
        JWTClaimsSet claims = issuer.claims("malee", now()).build();
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
        JWTClaimsSet claims = issuer.claims("malee", now()).build();
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
                issuer.sign(issuer.claims("malee", now()).audience("others").build()));
        forged.put(
                "no audience",
                issuer.sign(
                        issuer.claims("malee", now()).audience((String) null).build()));
        forged.put(
                "wrong issuer",
                issuer.sign(issuer.claims("malee", now())
                        .issuer("https://evil.example")
                        .build()));
        forged.put(
                "almost the issuer",
                issuer.sign(issuer.claims("malee", now())
                        .issuer(issuer.name() + "/")
                        .build()));
    }

    private void forgedTimes(Map<String, String> forged) throws Exception {
        forged.put(
                "expired",
                issuer.sign(
                        issuer.claims("malee", now()).expirationTime(at(-61)).build()));
        forged.put(
                "no expiry",
                issuer.sign(issuer.claims("malee", now()).expirationTime(null).build()));
        forged.put(
                "not yet",
                issuer.sign(issuer.claims("malee", now()).notBeforeTime(at(120)).build()));
        forged.put(
                "made in the future",
                issuer.sign(issuer.claims("malee", now()).issueTime(at(120)).build()));
        forged.put(
                "no time of making",
                issuer.sign(issuer.claims("malee", now()).issueTime(null).build()));
        forged.put(
                "too old",
                issuer.sign(issuer.claims("malee", now())
                        .issueTime(at(-3700))
                        .expirationTime(at(86_400))
                        .build()));
    }

    private void forgedForms(Map<String, String> forged) throws Exception {
        JWTClaimsSet claims = issuer.claims("malee", now()).build();
        String good = issuer.sign(claims);
        forged.put("no subject", issuer.sign(issuer.claims(null, now()).build()));
        forged.put("subject of no user", issuer.good("nobody", now()));
        forged.put("subject too long", issuer.good("m".repeat(300), now()));
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
                issuer.sign(issuer.claims("malee", now())
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
        String claims = issuer.claims("nobody", now()).build().toString();
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

    @Test
    public void aUserWhoIsLockedOutIsRefused() {
        trust();
        String token = issuer.good("malee", now());
        assertNotNull(office.doorkeeper.identify(token));
        office.users.enable(Office.SYSTEM, "malee", seen -> {}, false);
        refused("locked out", token);
        office.users.enable(Office.SYSTEM, "malee", seen -> {}, true);
        refused("made before", token);
        office.clock.goOn(Duration.ofSeconds(60));
        assertNotNull(office.doorkeeper.identify(issuer.good("malee", now())));
    }

    @Test
    public void anAdministratorEndsThoseOfAUserToo() {
        trust();
        String token = issuer.good("malee", now());
        assertNotNull(office.doorkeeper.identify(token));
        office.tokens.endAll(Office.SYSTEM, "malee");
        refused("ended", token);
    }

    @Test
    public void whoIsNotKnownBecomesAUserOnlyWhereThatIsWantedAndMayDoNothing() {
        config.makeUsers = true;
        trust();
        String token = issuer.sign(
                issuer.claims("kanya", now()).claim("name", "Kanya S.").build());
        Actor kanya = office.doorkeeper.identify(token);
        assertEquals(Set.of(), kanya.permissions());
        assertFalse(kanya.administrator());
        Accounts.User user = office.users.get("kanya");
        assertEquals("Kanya S.", user.displayName());
        assertEquals(Set.of(), user.roles());
        assertThrows(Unauthenticated.class, () -> office.signIn("kanya"));
        refused("no sign-in name", issuer.good("no such name!", now()));
        assertTrue(office.audit().stream().anyMatch(row -> row.action().equals("issuer-bound")));
    }

    @Test
    public void aNameThatTheIssuerGivesToSomebodyElseOpensNothing() {
        config.userClaim = "preferred_username";
        trust();
        assertNotNull(office.doorkeeper.identify(named("subject-1", "malee")));
        refused("another subject", named("subject-2", "malee"));
        assertEquals(
                "the subject counts, not the name",
                office.users.get("malee").id(),
                office.doorkeeper.identify(named("subject-1", "admin")).ref().id());
    }

    private String named(String subject, String user) {
        return issuer.sign(
                issuer.claims(subject, now()).claim("preferred_username", user).build());
    }

    @Test
    public void aTokenCarriesNoMoreThanItSays() {
        config.permissionsClaim = "scope";
        trust();
        assertEquals(
                Set.of(),
                office.doorkeeper.identify(issuer.good("malee", now())).permissions());
        String words = issuer.sign(
                issuer.claims("malee", now()).claim("scope", "openid " + READ).build());
        assertEquals(Set.of(READ), office.doorkeeper.identify(words).permissions());
        String list = issuer.sign(issuer.claims("malee", now())
                .claim("scope", List.of(READ, "platform.users.change"))
                .build());
        assertEquals(Set.of(READ), office.doorkeeper.identify(list).permissions());
    }

    @Test
    public void itEndsWithItsTimeAlsoWhenItIsRemembered() {
        trust();
        String token = issuer.good("malee", now());
        assertNotNull(office.doorkeeper.identify(token));
        office.clock.goOn(Duration.ofSeconds(661));
        refused("expired", token);
    }

    @Test
    public void itMakesNeitherTokensNorSubstitutes() {
        trust();
        String token = issuer.good("malee", now());
        Actor malee = office.doorkeeper.identify(token);
        assertEquals(
                "platform.token.sign-in-needed",
                assertThrows(Rejected.class, () -> office.tokens.add(malee, token, new TokenWish("x", 1, null)))
                        .code());
    }

    @Test
    public void aConfigurationThatIsNotSafeIsNone() {
        for (String algorithm : List.of("HS256", "none", "RS1", "")) {
            TestIssuer.TestConfig unsafe = issuer.config();
            unsafe.algorithms = new String[] {algorithm};
            assertThrows(IllegalArgumentException.class, () -> issuer.issuer(unsafe, office.clock));
        }
        TestIssuer.TestConfig nobodys = issuer.config();
        nobodys.audience = " ";
        assertThrows(IllegalArgumentException.class, () -> issuer.issuer(nobodys, office.clock));
        TestIssuer.TestConfig open = issuer.config();
        open.loopbackHttp = false;
        assertThrows(IllegalArgumentException.class, () -> issuer.issuer(open, office.clock));
    }

    private void trust() {
        office.foreign.add(issuer.issuer(config, office.clock));
    }

    private Instant now() {
        return office.clock.instant();
    }

    private Date at(int seconds) {
        return Date.from(now().plusSeconds(seconds));
    }

    private void refused(String what, String token) {
        assertEquals(
                what,
                "platform.token.unknown",
                assertThrows(what, Unauthenticated.class, () -> office.doorkeeper.identify(token))
                        .code());
    }
}
