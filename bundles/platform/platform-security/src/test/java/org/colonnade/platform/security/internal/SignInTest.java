package org.colonnade.platform.security.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.problem.NotFound;
import org.colonnade.platform.api.problem.Rejected;
import org.colonnade.platform.api.problem.TooMany;
import org.colonnade.platform.api.problem.Unauthenticated;
import org.colonnade.platform.api.security.Accounts.Role;
import org.colonnade.platform.security.internal.domain.BearerToken;
import org.colonnade.platform.security.internal.hash.Argon2Cost;
import org.colonnade.testkit.OnEachDatabase;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class SignInTest extends OnEachDatabase {

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private Office office;

    @Before
    public void open() {
        office = new Office(database(), folder.getRoot().toPath());
        office.roles.add(Office.SYSTEM, new Role("clerk", Set.of("crm.party.read", "crm.party.change")));
        office.add("malee", "clerk");
    }

    @Test
    public void theTokenOfASignInNamesItsOwner() {
        SignedIn in = office.signIns.signIn("MALEE", Office.PASSWORD, null, Office.HOME);
        assertEquals("malee", in.user().name());
        assertEquals(
                "platform:user:" + in.user().id(),
                office.doorkeeper.identify(in.token()).ref().toString());
        assertTrue(in.expiresAt().isAfter(office.clock.instant().plus(Duration.ofHours(11))));
    }

    @Test
    public void onlyTheFingerprintIsStored() throws Exception {
        String token = new Office(database(), folder.getRoot().toPath(), Argon2Cost.LEAST).signIn("malee");
        assertEquals(BearerToken.fingerprint(token), text("select fingerprint from security_token"));
        assertTrue(text("select password_hash from security_user").startsWith("$argon2id$v=19$m=19456,t=2,p=1$"));
    }

    @Test
    public void unknownNameAndWrongPasswordSoundTheSame() {
        Unauthenticated unknown = refused("nobody", Office.PASSWORD, Office.HOME);
        Unauthenticated wrong = refused("malee", "five quiet elephants", Office.HOME);
        Unauthenticated none = refused("malee", null, Office.HOME);
        assertEquals("platform.sign-in.refused", unknown.code());
        assertEquals(List.of(unknown.code(), unknown.getMessage()), List.of(wrong.code(), wrong.getMessage()));
        assertEquals(List.of(unknown.code(), unknown.getMessage()), List.of(none.code(), none.getMessage()));
    }

    @Test
    public void aGuesserWaitsAndTheRightPersonElsewhereDoesNot() {
        for (int i = 0; i < 3; i++) {
            refused("malee", "guess number " + i, Office.ELSEWHERE);
        }
        TooMany wait = assertThrows(
                TooMany.class, () -> office.signIns.signIn("malee", Office.PASSWORD, null, Office.ELSEWHERE));
        assertEquals("platform.sign-in.too-many", wait.code());
        assertEquals(Duration.ofSeconds(31), wait.retryAfter());
        assertNotNull(office.signIns.signIn("malee", Office.PASSWORD, null, Office.HOME));
        office.clock.goOn(Duration.ofSeconds(30));
        assertNotNull(office.signIns.signIn("malee", Office.PASSWORD, null, Office.ELSEWHERE));
    }

    @Test
    public void nobodyIsLetInByWhatIsNoToken() {
        for (String text : List.of("", "guess", BearerToken.draw(new SecureRandom()), "col_" + "'".repeat(43))) {
            assertEquals(
                    "platform.token.unknown",
                    assertThrows(Unauthenticated.class, () -> office.doorkeeper.identify(text))
                            .code());
        }
        assertThrows(Unauthenticated.class, () -> office.doorkeeper.identify(null));
    }

    @Test
    public void signingOutEndsThisTokenOnly() {
        String one = office.signIn("malee");
        String two = office.signIn("malee");
        office.doorkeeper.identify(one);
        office.tokens.signOut(one);
        assertThrows(Unauthenticated.class, () -> office.doorkeeper.identify(one));
        office.doorkeeper.identify(two);
    }

    @Test
    public void allTokensEndAtOnceButTheOneThatSaysSo() {
        String present = office.signIn("malee");
        String other = office.signIn("malee");
        Actor malee = office.doorkeeper.identify(present);
        String api =
                office.tokens.add(malee, present, new TokenWish("api", 1, null)).token();
        office.doorkeeper.identify(api);
        office.tokens.endOthers(malee, present);
        assertThrows(Unauthenticated.class, () -> office.doorkeeper.identify(other));
        assertThrows(Unauthenticated.class, () -> office.doorkeeper.identify(api));
        office.doorkeeper.identify(present);
        office.tokens.endAll(Office.SYSTEM, "malee");
        assertThrows(Unauthenticated.class, () -> office.doorkeeper.identify(present));
        assertEquals(
                2,
                office.audit().stream()
                        .filter(row -> row.action().equals("tokens-revoked"))
                        .count());
    }

    @Test
    public void aTokenEndsWithItsTime() {
        String token = office.signIn("malee");
        office.doorkeeper.identify(token);
        office.clock.goOn(Duration.ofHours(13));
        assertThrows("from memory too", Unauthenticated.class, () -> office.doorkeeper.identify(token));
    }

    @Test
    public void anotherNodeForgetsWithinTwoSeconds() {
        Office other = new Office(database(), folder.getRoot().toPath());
        String token = office.signIn("malee");
        other.doorkeeper.identify(token);
        office.tokens.signOut(token);
        assertThrows(Unauthenticated.class, () -> office.doorkeeper.identify(token));
        other.nanos.addAndGet(Duration.ofSeconds(2).toNanos());
        assertThrows(Unauthenticated.class, () -> other.doorkeeper.identify(token));
    }

    @Test
    public void aNewPasswordEndsAllOtherTokens() {
        String mine = office.signIn("malee");
        String other = office.signIn("malee");
        Actor malee = office.doorkeeper.identify(mine);
        office.signIns.changeOwn(malee, mine, Office.PASSWORD, "seven loud elephants", Office.HOME);
        office.doorkeeper.identify(mine);
        assertThrows(Unauthenticated.class, () -> office.doorkeeper.identify(other));
        refused("malee", Office.PASSWORD, Office.HOME);
        office.signIns.signIn("malee", "seven loud elephants", null, Office.HOME);
    }

    @Test
    public void theOwnPasswordNeedsThePresentOneAndAGoodNextOne() {
        String mine = office.signIn("malee");
        Actor malee = office.doorkeeper.identify(mine);
        assertThrows(
                Unauthenticated.class,
                () -> office.signIns.changeOwn(
                        malee, mine, "five quiet elephants", "seven loud elephants", Office.HOME));
        assertThrows(
                Rejected.class,
                () -> office.signIns.changeOwn(malee, mine, Office.PASSWORD, "malee malee malee", Office.HOME));
        office.signIn("malee");
    }

    @Test
    public void aPasswordSetByAnotherEndsAllTokens() {
        String token = office.signIn("malee");
        office.doorkeeper.identify(token);
        office.users.password(Office.SYSTEM, "malee", "seven loud elephants");
        assertThrows(Unauthenticated.class, () -> office.doorkeeper.identify(token));
    }

    @Test
    public void anOldHashIsRenewedAtTheNextSignIn() throws Exception {
        String before = text("select password_hash from security_user");
        Office dearer = new Office(database(), folder.getRoot().toPath(), new Argon2Cost(20 * 1024, 2, 1));
        dearer.signIn("malee");
        String after = text("select password_hash from security_user");
        assertNotEquals(before, after);
        assertTrue(after, after.startsWith("$argon2id$v=19$m=20480,"));
        dearer.signIn("malee");
        assertEquals(after, text("select password_hash from security_user"));
    }

    @Test
    public void anApiTokenCarriesWhatItsOwnerMay() {
        String session = office.signIn("malee");
        Actor malee = office.doorkeeper.identify(session);
        NewToken all = office.tokens.add(malee, session, new TokenWish("all", 30, null));
        NewToken some = office.tokens.add(malee, session, new TokenWish("some", 30, Set.of("crm.party.read")));
        NewToken none = office.tokens.add(malee, session, new TokenWish("none", 30, Set.of()));
        assertEquals(
                malee.permissions(), office.doorkeeper.identify(all.token()).permissions());
        assertEquals(
                Set.of("crm.party.read"),
                office.doorkeeper.identify(some.token()).permissions());
        assertEquals(Set.of(), office.doorkeeper.identify(none.token()).permissions());
        office.users.change(Office.SYSTEM, "malee", version -> {}, user -> new UserChange("Malee", Set.of(), true));
        assertEquals(Set.of(), office.doorkeeper.identify(some.token()).permissions());
    }

    @Test
    public void aNarrowTokenOfAnAdministratorIsNarrow() {
        office.add("admin", "administrator");
        String session = office.signIn("admin");
        NewToken narrow = office.tokens.add(
                office.doorkeeper.identify(session), session, new TokenWish("import", 30, Set.of("crm.party.change")));
        Actor actor = office.doorkeeper.identify(narrow.token());
        assertFalse(actor.administrator());
        assertTrue(actor.may("crm.party.change"));
        assertFalse(actor.may("platform.users.change"));
    }

    @Test
    public void anApiTokenMakesNoTokensAndNoPasswords() {
        String session = office.signIn("malee");
        Actor malee = office.doorkeeper.identify(session);
        String api = office.tokens
                .add(malee, session, new TokenWish("all", 30, null))
                .token();
        Rejected no =
                assertThrows(Rejected.class, () -> office.tokens.add(malee, api, new TokenWish("more", 30, null)));
        assertEquals("platform.token.sign-in-needed", no.code());
        assertThrows(
                Rejected.class,
                () -> office.signIns.changeOwn(malee, api, Office.PASSWORD, "seven loud elephants", Office.HOME));
    }

    @Test
    public void aTokenThatIsTooLongLivedOrTooWideIsRefused() {
        String session = office.signIn("malee");
        Actor malee = office.doorkeeper.identify(session);
        for (TokenWish wish : List.of(
                new TokenWish("x", 366, null),
                new TokenWish("x", 0, null),
                new TokenWish("x", null, null),
                new TokenWish(" ", 30, null),
                new TokenWish("x", 30, Set.of("platform.users.change")))) {
            assertEquals(
                    "platform.token.invalid",
                    assertThrows(Rejected.class, () -> office.tokens.add(malee, session, wish))
                            .code());
        }
    }

    @Test
    public void tokensAreListedWithoutTheirSecretsAndEndedOneByOne() {
        String session = office.signIn("malee");
        Actor malee = office.doorkeeper.identify(session);
        NewToken api = office.tokens.add(malee, session, new TokenWish("nightly", 30, null));
        office.doorkeeper.identify(api.token());
        List<TokenView> mine = office.tokens.mine(malee);
        assertEquals(
                List.of("nightly", "sign-in"),
                mine.stream().map(TokenView::name).toList());
        assertEquals(
                List.of("api", "sign-in"), mine.stream().map(TokenView::kind).toList());
        office.tokens.endMine(malee, api.id());
        assertThrows(Unauthenticated.class, () -> office.doorkeeper.identify(api.token()));
        assertThrows(NotFound.class, () -> office.tokens.endMine(malee, api.id()));
    }

    @Test
    public void theTokenOfSomebodyElseIsNotFound() {
        office.add("somchai");
        String token = office.signIn("somchai");
        String id = office.tokens.of("somchai").get(0).id();
        Actor malee = office.actor("malee");
        assertThrows(NotFound.class, () -> office.tokens.endMine(malee, id));
        office.doorkeeper.identify(token);
        office.tokens.end(Office.SYSTEM, "somchai", id);
        assertThrows(Unauthenticated.class, () -> office.doorkeeper.identify(token));
    }

    @Test
    public void lastUseIsNotedOnceInAWhile() {
        String token = office.signIn("malee");
        assertNull(office.tokens.of("malee").get(0).lastUsedAt());
        office.doorkeeper.identify(token);
        var first = office.tokens.of("malee").get(0).lastUsedAt();
        assertNotNull(first);
        later(Duration.ofMinutes(4));
        office.doorkeeper.identify(token);
        assertEquals(first, office.tokens.of("malee").get(0).lastUsedAt());
        later(Duration.ofMinutes(2));
        office.doorkeeper.identify(token);
        assertEquals(
                first.plus(Duration.ofMinutes(6)),
                office.tokens.of("malee").get(0).lastUsedAt());
    }

    @Test
    public void theOldestSignInEndsWhenThereAreTooMany() {
        String oldest = office.signIn("malee");
        for (int i = 0; i < 5; i++) {
            office.signIn("malee");
        }
        assertThrows(Unauthenticated.class, () -> office.doorkeeper.identify(oldest));
        assertEquals(5, office.tokens.of("malee").size());
    }

    private Unauthenticated refused(String name, String password, String address) {
        return assertThrows(Unauthenticated.class, () -> office.signIns.signIn(name, password, null, address));
    }

    private void later(Duration by) {
        office.clock.goOn(by);
        office.nanos.addAndGet(by.toNanos());
    }

    private String text(String sql) throws Exception {
        try (Connection connection = database().connection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return rows.next() ? rows.getString(1) : "nothing";
        }
    }
}
