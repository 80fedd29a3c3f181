package org.colonnade.platform.security.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSHeader;
import java.time.Duration;
import java.time.Instant;
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
        for (Map.Entry<String, String> forged : new Forger(issuer, now()).all().entrySet()) {
            refused(forged.getKey(), forged.getValue());
        }
        assertNotNull(office.doorkeeper.identify(issuer.good("malee", now())));
        assertTrue(issuer.fetches.get() + " fetches", issuer.fetches.get() <= 2);
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

    private void refused(String what, String token) {
        assertEquals(
                what,
                "platform.token.unknown",
                assertThrows(what, Unauthenticated.class, () -> office.doorkeeper.identify(token))
                        .code());
    }
}
