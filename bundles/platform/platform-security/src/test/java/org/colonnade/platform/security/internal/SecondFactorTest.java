package org.colonnade.platform.security.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.admin.HealthCheck;
import org.colonnade.platform.api.audit.Entry;
import org.colonnade.platform.api.problem.Conflict;
import org.colonnade.platform.api.problem.Forbidden;
import org.colonnade.platform.api.problem.Problem;
import org.colonnade.platform.api.problem.Rejected;
import org.colonnade.platform.api.problem.TooMany;
import org.colonnade.platform.api.problem.Unauthenticated;
import org.colonnade.platform.api.problem.Unavailable;
import org.colonnade.platform.api.security.Accounts.Role;
import org.colonnade.platform.security.internal.domain.Totp;
import org.colonnade.testkit.OnEachDatabase;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class SecondFactorTest extends OnEachDatabase {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private Office office;
    private byte[] secret;
    private List<String> recovery;

    @Before
    public void open() {
        office = new Office(database(), folder.getRoot().toPath());
        office.roles.add(Office.SYSTEM, new Role("clerk", Set.of("crm.party.read")));
        office.roles.add(Office.SYSTEM, new Role("cashier", Set.of("crm.party.change")));
        office.add("malee", "clerk");
    }

    @Test
    public void onceConfirmedNobodyComesInWithoutACode() {
        String other = office.signIn("malee");
        String present = office.signIn("malee");
        enrol("malee", present);
        office.doorkeeper.identify(present);
        assertThrows("other sign-ins end", Unauthenticated.class, () -> office.doorkeeper.identify(other));
        assertEquals("platform.second-factor.required", refused(null).code());
        assertEquals("platform.second-factor.required", refused(" ").code());
        assertEquals("platform.sign-in.refused", refused("000000").code());
        office.clock.goOn(Duration.ofSeconds(60));
        SignedIn in = in(code(0));
        assertNull(in.secondFactor());
        assertEquals(
                Set.of("crm.party.read"), office.doorkeeper.identify(in.token()).permissions());
    }

    @Test
    public void aWrongPasswordTellsNothingOfASecondFactor() {
        enrol("malee", office.signIn("malee"));
        Problem wrong = assertThrows(
                Unauthenticated.class, () -> office.signIns.signIn("malee", "five quiet elephants", null, Office.HOME));
        assertEquals("platform.sign-in.refused", wrong.code());
    }

    @Test
    public void whatWasBegunButNotConfirmedCountsForNothing() {
        String token = office.signIn("malee");
        NewSecondFactor begun = begin("malee", token);
        assertTrue(begun.uri(), begun.uri().contains("secret=" + begun.secret()));
        assertEquals("pending", office.factors.of("malee").state());
        assertNotNull(office.signIn("malee"));
        NewSecondFactor again = begin("malee", token);
        assertNotEquals(begun.secret(), again.secret());
        byte[] first = decoded(begun.secret());
        assertEquals(
                "platform.second-factor.refused",
                assertThrows(
                                Unauthenticated.class,
                                () -> confirm("malee", token, Totp.code(first, Totp.step(office.clock.instant()))))
                        .code());
    }

    /** Within its half minute, the step before and the step after. */
    @Test
    public void aCodeOpensOnceAndNoOlderOneAfterIt() {
        enrol("malee", office.signIn("malee"));
        assertEquals(
                "the first code is used up",
                "platform.sign-in.refused",
                refused(code(0)).code());
        String next = code(1);
        assertNotNull(in(next));
        assertEquals("platform.sign-in.refused", refused(next).code());
        office.clock.goOn(Duration.ofSeconds(60));
        String before = code(-1);
        String now = code(0);
        assertNotNull(in(now));
        assertEquals("platform.sign-in.refused", refused(before).code());
    }

    @Test
    public void onTwoNodesAtOnceACodeOpensOnce() throws Exception {
        enrol("malee", office.signIn("malee"));
        office.clock.goOn(Duration.ofSeconds(60));
        Office other = new Office(database(), folder.getRoot().toPath());
        other.clock.goOn(Duration.between(other.clock.instant(), office.clock.instant()));
        String code = code(0);
        ExecutorService both = Executors.newFixedThreadPool(2);
        try {
            List<Callable<Boolean>> tries = List.of(
                    () -> opens(() -> office.signIns.signIn("malee", Office.PASSWORD, code, Office.HOME)),
                    () -> opens(() -> other.signIns.signIn("malee", Office.PASSWORD, code, Office.HOME)));
            int opened = 0;
            for (Future<Boolean> one : both.invokeAll(tries)) {
                opened += one.get() ? 1 : 0;
            }
            assertEquals(1, opened);
        } finally {
            both.shutdownNow();
        }
    }

    @Test
    public void wrongCodesAreThrottledAsPasswordsAre() {
        enrol("malee", office.signIn("malee"));
        office.clock.goOn(Duration.ofSeconds(60));
        for (int i = 0; i < 3; i++) {
            assertEquals("platform.sign-in.refused", refused("00000" + i).code());
        }
        TooMany wait = assertThrows(TooMany.class, () -> in(code(0)));
        assertEquals("platform.sign-in.too-many", wait.code());
        office.clock.goOn(Duration.ofSeconds(31));
        assertNotNull(in(code(0)));
    }

    @Test
    public void aRecoveryCodeOpensOnceAndOnlyItsFingerprintIsStored() throws Exception {
        enrol("malee", office.signIn("malee"));
        assertEquals(10, recovery.size());
        assertFalse(text("select fingerprint from security_recovery_code").contains(recovery.get(0)));
        assertNotNull(in(recovery.get(3).toLowerCase()));
        assertEquals("platform.sign-in.refused", refused(recovery.get(3)).code());
        assertEquals(9, office.factors.of("malee").recoveryCodes());
        assertEquals(
                1,
                office.audit().stream()
                        .filter(row -> row.action().equals("recovery-code-used"))
                        .count());
    }

    @Test
    public void newRecoveryCodesEndTheOld() {
        String token = office.signIn("malee");
        enrol("malee", token);
        String old = recovery.get(0);
        office.clock.goOn(Duration.ofSeconds(60));
        RecoveryCodes renewed =
                office.signIns.renewCodes(office.doorkeeper.identify(token), token, code(0), Office.HOME);
        assertEquals("platform.sign-in.refused", refused(old).code());
        assertNotNull(in(renewed.recoveryCodes().get(0)));
    }

    @Test
    public void whoLosesItIsHelpedByAnAdministratorOnly() {
        String token = office.signIn("malee");
        enrol("malee", token);
        office.add("somchai", "clerk");
        office.roles.add(Office.SYSTEM, new Role("desk", Set.of("platform.users.change")));
        office.add("dora", "desk");
        Actor dora = office.actor("dora");
        assertEquals(
                "platform.grant.beyond",
                assertThrows(Forbidden.class, () -> office.factors.reset(dora, "malee"))
                        .code());
        office.factors.reset(Office.SYSTEM, "malee");
        assertThrows(Unauthenticated.class, () -> office.doorkeeper.identify(token));
        assertNotNull(office.signIn("malee"));
        assertEquals("none", office.factors.of("malee").state());
        assertEquals("platform.sign-in.refused", refused("x", recovery.get(0)).code());
    }

    @Test
    public void itIsTakenAwayWithACodeOnly() {
        String token = office.signIn("malee");
        enrol("malee", token);
        office.clock.goOn(Duration.ofSeconds(60));
        Actor malee = office.doorkeeper.identify(token);
        assertEquals(
                "platform.second-factor.present",
                assertThrows(Conflict.class, () -> begin("malee", token)).code());
        assertEquals(
                "platform.second-factor.refused",
                assertThrows(
                                Unauthenticated.class,
                                () -> office.signIns.removeFactor(malee, token, "000000", Office.HOME))
                        .code());
        office.signIns.removeFactor(malee, token, code(0), Office.HOME);
        assertNotNull(office.signIn("malee"));
    }

    @Test
    public void eightCharactersAreEnoughWithASecondFactorOnly() {
        String token = office.signIn("malee");
        Actor malee = office.doorkeeper.identify(token);
        String brief = "kaB7!wq2";
        assertThrows(Rejected.class, () -> office.signIns.changeOwn(malee, token, Office.PASSWORD, brief, Office.HOME));
        assertThrows(Rejected.class, () -> office.users.password(Office.SYSTEM, "malee", brief));
        enrol("malee", token);
        assertThrows(
                Rejected.class, () -> office.signIns.changeOwn(malee, token, Office.PASSWORD, "kaB7!wq", Office.HOME));
        office.signIns.changeOwn(malee, token, Office.PASSWORD, brief, Office.HOME);
        office.clock.goOn(Duration.ofSeconds(60));
        assertEquals(
                "platform.second-factor.short-password",
                assertThrows(Conflict.class, () -> office.signIns.removeFactor(malee, token, code(0), Office.HOME))
                        .code());
        assertThrows(Conflict.class, () -> office.factors.reset(Office.SYSTEM, "malee"));
        office.users.password(Office.SYSTEM, "malee", "seven loud elephants");
        office.factors.reset(Office.SYSTEM, "malee");
    }

    @Test
    public void whoHasARoleThatNeedsItCanDoNothingElseFirst() {
        office.add("kanya", "cashier");
        SignedIn in = office.signIns.signIn("kanya", Office.PASSWORD, null, Office.HOME);
        assertEquals("enrol", in.secondFactor());
        Actor kanya = office.doorkeeper.identify(in.token());
        assertEquals(Set.of(), kanya.permissions());
        assertTrue(office.factors.mine(kanya).required());
        assertEquals(
                "platform.second-factor.enrol",
                assertThrows(
                                Rejected.class,
                                () -> office.tokens.add(kanya, in.token(), new TokenWish("way round", 1, null)))
                        .code());
        enrol("kanya", in.token());
        assertEquals(
                Set.of("crm.party.change"),
                office.doorkeeper.identify(in.token()).permissions());
        office.clock.goOn(Duration.ofSeconds(60));
        SignedIn again = office.signIns.signIn("kanya", Office.PASSWORD, code(0), Office.HOME);
        assertNull(again.secondFactor());
        assertEquals(
                Set.of("crm.party.change"),
                office.doorkeeper.identify(again.token()).permissions());
    }

    @Test
    public void anApiTokenAndASubstituteSetNothingUp() {
        String token = office.signIn("malee");
        Actor malee = office.doorkeeper.identify(token);
        String api =
                office.tokens.add(malee, token, new TokenWish("api", 1, null)).token();
        assertEquals(
                "platform.token.sign-in-needed",
                assertThrows(Rejected.class, () -> office.signIns.beginFactor(malee, api, Office.PASSWORD, Office.HOME))
                        .code());
        assertEquals(
                "platform.sign-in.refused",
                assertThrows(
                                Unauthenticated.class,
                                () -> office.signIns.beginFactor(malee, token, "five quiet elephants", Office.HOME))
                        .code());
    }

    @Test
    public void theSecretIsSealedWithAKeyThatOnlyItsOwnerReads() throws Exception {
        enrol("malee", office.signIn("malee"));
        Path key = folder.getRoot().toPath().resolve(KeyFiles.NAME);
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(key)));
        String stored = text("select sealed from security_second_factor");
        assertFalse(stored.contains(java.util.Base64.getEncoder().encodeToString(secret)));
        for (Entry row : office.audit()) {
            assertFalse(String.valueOf(row.after()).contains(stored));
        }
    }

    @Test
    public void aNodeWithoutTheKeySaysSoAndMakesNoOther() throws Exception {
        enrol("malee", office.signIn("malee"));
        office.add("admin", "administrator");
        office.clock.goOn(Duration.ofSeconds(60));
        Path elsewhere = folder.newFolder().toPath();
        Office other = new Office(database(), elsewhere);
        other.clock.goOn(Duration.between(other.clock.instant(), office.clock.instant()));
        Unavailable away = assertThrows(
                Unavailable.class, () -> other.signIns.signIn("malee", Office.PASSWORD, code(0), Office.HOME));
        assertEquals("platform.vault.key", away.code());
        assertFalse(Files.exists(elsewhere.resolve(KeyFiles.NAME)));
        assertEquals(
                HealthCheck.Level.WARNING, new VaultHealth(other.keeper).check().level());
        assertNotNull(other.signIns.signIn("malee", Office.PASSWORD, recovery.get(0), Office.HOME));
        Files.copy(folder.getRoot().toPath().resolve(KeyFiles.NAME), elsewhere.resolve(KeyFiles.NAME));
        assertNotNull(other.signIns.signIn("malee", Office.PASSWORD, code(0), Office.HOME));
    }

    private void enrol(String user, String token) {
        secret = decoded(begin(user, token).secret());
        recovery = confirm(user, token, code(0)).recoveryCodes();
    }

    private NewSecondFactor begin(String user, String token) {
        Actor actor = office.doorkeeper.identify(token);
        assertEquals(office.users.get(user).id(), actor.ref().id());
        return office.signIns.beginFactor(actor, token, Office.PASSWORD, Office.HOME);
    }

    private RecoveryCodes confirm(String user, String token, String code) {
        return office.signIns.confirmFactor(office.doorkeeper.identify(token), token, code, Office.HOME);
    }

    private String code(int off) {
        return Totp.code(secret, Totp.step(office.clock.instant()) + off);
    }

    private SignedIn in(String code) {
        return office.signIns.signIn("malee", Office.PASSWORD, code, Office.HOME);
    }

    private Unauthenticated refused(String code) {
        return assertThrows(Unauthenticated.class, () -> in(code));
    }

    private Unauthenticated refused(String password, String code) {
        return assertThrows(Unauthenticated.class, () -> office.signIns.signIn("malee", password, code, Office.HOME));
    }

    private static boolean opens(Callable<SignedIn> attempt) throws Exception {
        try {
            return attempt.call() != null;
        } catch (Unauthenticated refused) {
            return false;
        }
    }

    private String text(String query) throws Exception {
        return office.tx.read(work -> {
            try (Statement statement = work.unwrap(Connection.class).createStatement();
                    ResultSet rows = statement.executeQuery(query)) {
                StringBuilder all = new StringBuilder();
                while (rows.next()) {
                    all.append(rows.getString(1)).append(' ');
                }
                return all.toString();
            }
        });
    }

    private static byte[] decoded(String base32) {
        byte[] bytes = new byte[base32.length() * 5 / 8];
        int buffer = 0;
        int held = 0;
        int at = 0;
        for (char c : base32.toCharArray()) {
            buffer = buffer << 5 | ALPHABET.indexOf(c);
            held += 5;
            if (held >= 8) {
                held -= 8;
                bytes[at++] = (byte) (buffer >> held);
            }
        }
        return bytes;
    }
}
