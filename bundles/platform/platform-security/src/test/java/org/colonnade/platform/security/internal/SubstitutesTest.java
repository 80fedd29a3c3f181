package org.colonnade.platform.security.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Caller;
import org.colonnade.platform.api.Reach;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.audit.Change;
import org.colonnade.platform.api.audit.Entry;
import org.colonnade.platform.api.problem.Conflict;
import org.colonnade.platform.api.problem.Forbidden;
import org.colonnade.platform.api.problem.NotFound;
import org.colonnade.platform.api.problem.Problem;
import org.colonnade.platform.api.problem.Rejected;
import org.colonnade.platform.api.problem.Unauthenticated;
import org.colonnade.platform.api.security.Accounts.Role;
import org.colonnade.platform.api.security.Teams.TeamDraft;
import org.colonnade.testkit.OnEachDatabase;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class SubstitutesTest extends OnEachDatabase {

    private static final String READ = "crm.party.read";
    private static final String CHANGE = "crm.party.change";

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private Office office;
    private String bob;

    @Before
    public void open() {
        office = new Office(database(), folder.getRoot().toPath());
        office.roles.add(Office.SYSTEM, new Role("seller", Set.of(READ, CHANGE), Map.of(READ, Reach.TEAM)));
        office.roles.add(Office.SYSTEM, new Role("chief", Set.of("platform.users.change", READ)));
        office.teams.add(Office.SYSTEM, new TeamDraft("sales", null, null));
        office.add("alice", "seller");
        office.add("bob");
        office.teams.join(Office.SYSTEM, "sales", "alice", false);
        bob = office.signIn("bob");
    }

    @Test
    public void aSubstituteHasWhatThePrincipalHasAndStaysWhoItIs() {
        lend("alice", "bob", null);
        Actor acting = office.doorkeeper.identify(bob, "ALICE");
        assertEquals(ref("bob"), acting.ref());
        assertEquals(ref("alice"), acting.principal());
        assertEquals(ref("alice"), acting.behalf());
        assertEquals(Set.of(READ, CHANGE), acting.permissions());
        assertEquals(Reach.TEAM, acting.reach(READ));
        assertEquals(Set.of("sales"), Set.copyOf(acting.standing().teams().values()));
        assertEquals("alice", acting.standing().user());
        Actor oneself = office.doorkeeper.identify(bob);
        assertEquals(Set.of(), oneself.permissions());
        assertEquals(ref("bob"), oneself.behalf());
    }

    @Test
    public void onlyWhatWasLentIsThereAndOnlyWhileThePrincipalHasIt() {
        lend("alice", "bob", Set.of(CHANGE));
        assertEquals(Set.of(CHANGE), office.doorkeeper.identify(bob, "alice").permissions());
        office.roles.change(Office.SYSTEM, "seller", seen -> {}, present -> Set.of(READ));
        assertEquals(Set.of(), office.doorkeeper.identify(bob, "alice").permissions());
        office.users.enable(Office.SYSTEM, "alice", seen -> {}, false);
        none(bob, "alice");
    }

    @Test
    public void itHoldsFromItsBeginningToItsEndAndEndsAtOnce() {
        Instant now = Instant.now();
        SubstituteView later = office.substitutes.add(
                Office.SYSTEM,
                "alice",
                new SubstituteWish(
                        "bob",
                        now.plusSeconds(3600).toString(),
                        now.plusSeconds(7200).toString(),
                        null,
                        null));
        none(bob, "alice");
        office.clock.goOn(Duration.ofSeconds(3700));
        assertEquals(ref("alice"), office.doorkeeper.identify(bob, "alice").principal());
        office.clock.goOn(Duration.ofSeconds(3600));
        none(bob, "alice"); // although it is remembered
        office.clock.goOn(Duration.ofSeconds(-3600));
        assertEquals(ref("alice"), office.doorkeeper.identify(bob, "alice").principal());
        office.substitutes.end(office.actor("alice"), later.id());
        none(bob, "alice");
        assertEquals(List.of(), office.substitutes.of("alice"));
    }

    @Test
    public void whoEndsATokenEndsWhatItDidForOthers() {
        lend("alice", "bob", null);
        office.doorkeeper.identify(bob, "alice");
        office.tokens.signOut(bob);
        assertThrows(Unauthenticated.class, () -> office.doorkeeper.identify(bob, "alice"));
    }

    @Test
    public void aTokenCarriesNoMoreForOthersThanForItsOwner() {
        lend("alice", "bob", null);
        office.roles.add(Office.SYSTEM, new Role("reader", Set.of(READ)));
        office.users.change(Office.SYSTEM, "bob", seen -> {}, user -> new UserChange("bob", Set.of("reader"), true));
        NewToken narrow =
                office.tokens.add(office.doorkeeper.identify(bob), bob, new TokenWish("narrow", 1, Set.of(READ)));
        assertEquals(
                Set.of(READ),
                office.doorkeeper.identify(narrow.token(), "alice").permissions());
    }

    @Test
    public void whatMakesPowerfulIsNeverLent() {
        office.users.change(
                Office.SYSTEM, "alice", seen -> {}, user -> new UserChange("alice", Set.of("administrator"), true));
        lend("alice", "bob", null);
        Actor acting = office.doorkeeper.identify(bob, "alice");
        assertFalse(acting.administrator());
        assertEquals(Set.of(READ, CHANGE), acting.permissions());
        assertEquals(
                "platform.substitute.invalid",
                refused(() -> lend("alice", "bob", Set.of("platform.roles.change")))
                        .code());
    }

    @Test
    public void theAccountsOfOthersStayTheirs() {
        lend("alice", "bob", null);
        Actor acting = office.doorkeeper.identify(bob, "alice");
        ownAccount(() -> office.tokens.add(acting, bob, new TokenWish("mine", 1, null)));
        ownAccount(() -> office.signIns.changeOwn(acting, bob, Office.PASSWORD, "seven loud elephants", Office.HOME));
        ownAccount(() -> office.substitutes.add(acting, wish("bob", null)));
        assertEquals(office.tokens.mine(office.doorkeeper.identify(bob)), office.tokens.mine(acting));
    }

    @Test
    public void nobodyStandsInForThoseOfAnother() {
        office.add("carol");
        String carol = office.signIn("carol");
        lend("alice", "bob", null);
        lend("bob", "carol", null);
        assertEquals(Set.of(), office.doorkeeper.identify(carol, "bob").permissions());
        none(carol, "alice");
        Conflict circle = assertThrows(Conflict.class, () -> lend("carol", "alice", null));
        assertEquals("platform.substitute.circular", circle.code());
        assertEquals(
                "platform.substitute.circular",
                assertThrows(Conflict.class, () -> lend("bob", "alice", null)).code());
    }

    @Test
    public void selfTwiceUnknownAndBeyondAreRefused() {
        assertEquals(
                "platform.substitute.self",
                assertThrows(Conflict.class, () -> lend("alice", "alice", null)).code());
        lend("alice", "bob", null);
        assertEquals(
                "platform.substitute.overlaps",
                assertThrows(Conflict.class, () -> lend("alice", "bob", null)).code());
        assertEquals(
                "platform.substitute.invalid",
                refused(() -> lend("alice", "nobody", null)).code());
        office.users.enable(Office.SYSTEM, "bob", seen -> {}, false);
        assertEquals(
                "platform.substitute.invalid",
                refused(() -> lend("alice", "bob", null)).code());
        assertEquals(
                "platform.permission.unknown",
                refused(() -> lend("alice", "bob", Set.of("no.such.right"))).code());
        assertThrows(NotFound.class, () -> lend("nobody", "bob", null));
    }

    @Test
    public void onlyWhoMayDoAllThatThePrincipalMaySaysWhoStandsIn() {
        office.add("dora", "chief");
        Actor dora = office.actor("dora");
        Forbidden beyond =
                assertThrows(Forbidden.class, () -> office.substitutes.add(dora, "alice", wish("dora", null)));
        assertEquals("platform.grant.beyond", beyond.code());
        office.substitutes.add(dora, "bob", wish("alice", null));
        String id = lend("alice", "bob", null, 400).id();
        assertThrows(Forbidden.class, () -> office.substitutes.end(dora, "alice", id));
        office.add("eve");
        Actor eve = office.actor("eve");
        assertEquals(
                "platform.substitute.not-found",
                assertThrows(NotFound.class, () -> office.substitutes.end(eve, id))
                        .code());
        office.substitutes.end(office.actor("bob"), id); // who stands in may lay it down
    }

    @Test
    public void theAuditSaysWhoForWhom() throws Exception {
        SubstituteView lent = lend("alice", "bob", Set.of(CHANGE));
        Actor acting = office.doorkeeper.identify(bob, "alice");
        Ref thing = new Ref("crm", "party", "0J5XK3T9ZQ1AB");
        new Caller(acting, "r1")
                .call(() -> office.tx.write(work -> {
                    work.record(Change.of(thing, "changed", 1, "{}"));
                    return null;
                }));
        List<Entry> rows = office.audit();
        Entry deed = rows.stream()
                .filter(row -> row.subject().equals(thing.toString()))
                .findFirst()
                .orElseThrow();
        assertEquals(ref("bob").toString(), deed.actor());
        assertEquals(ref("alice").toString(), deed.principal());
        Entry made = rows.stream()
                .filter(row -> row.subject().equals("platform:substitute:" + lent.id()))
                .findFirst()
                .orElseThrow();
        assertEquals("created", made.action());
        assertTrue(made.after(), made.after().contains("\"permissions\":[\"crm.party.change\"]"));
        assertEquals(null, made.principal());
    }

    @Test
    public void otherFunctionsHearWhoStandsInAlsoOfThePast() {
        SubstituteView lent = lend("alice", "bob", Set.of(CHANGE));
        Instant within = Instant.now();
        var told = office.substitutes.principalsOf(ref("bob"), within);
        assertEquals(1, told.size());
        assertEquals(ref("alice"), told.get(0).principal());
        assertTrue(told.get(0).lends(CHANGE));
        assertFalse(told.get(0).lends(READ));
        assertEquals(told, office.substitutes.substitutesOf(ref("alice"), within));
        office.substitutes.end(Office.SYSTEM, "alice", lent.id());
        assertEquals(told, office.substitutes.principalsOf(ref("bob"), within));
        assertEquals(
                List.of(),
                office.substitutes.principalsOf(ref("bob"), Instant.now().plusSeconds(1)));
        assertEquals(List.of(), office.substitutes.principalsOf(new Ref("platform", "system", "x"), within));
    }

    @Test
    public void theExplanationNamesForWhomElse() {
        lend("alice", "bob", Set.of(READ));
        Explanation reading = office.explainer.explain("bob", READ);
        assertFalse(reading.allowed());
        assertEquals("alice", reading.others().get(0).principal());
        assertEquals(Reach.TEAM, reading.others().get(0).reach());
        assertEquals(List.of(), office.explainer.explain("bob", CHANGE).others());
    }

    /** Another node forgets by itself. */
    @Test
    public void anotherNodeHearsOfTheEndWithinTwoSeconds() throws Exception {
        SubstituteView lent = lend("alice", "bob", null);
        Office other = new Office(database(), Path.of(folder.newFolder().getPath()));
        assertEquals(ref("alice"), other.doorkeeper.identify(bob, "alice").principal());
        office.substitutes.end(Office.SYSTEM, "alice", lent.id());
        other.nanos.addAndGet(Duration.ofSeconds(2).toNanos());
        assertThrows(Forbidden.class, () -> other.doorkeeper.identify(bob, "alice"));
    }

    private SubstituteView lend(String principal, String substitute, Set<String> permissions) {
        SubstituteView made = office.substitutes.add(Office.SYSTEM, principal, wish(substitute, permissions));
        office.clock.goOn(Duration.ofMinutes(1)); // the clock of tests stands still, that of the store does not
        return made;
    }

    private SubstituteView lend(String principal, String substitute, Set<String> permissions, int days) {
        Instant from = Instant.now().plus(Duration.ofDays(days));
        return office.substitutes.add(
                Office.SYSTEM,
                principal,
                new SubstituteWish(
                        substitute, from.toString(), from.plusSeconds(60).toString(), null, permissions));
    }

    private static SubstituteWish wish(String substitute, Set<String> permissions) {
        return new SubstituteWish(
                substitute, null, Instant.now().plus(Duration.ofDays(7)).toString(), null, permissions);
    }

    private Ref ref(String user) {
        return new Ref("platform", "user", office.users.get(user).id());
    }

    private void none(String token, String principal) {
        Problem refused = assertThrows(Forbidden.class, () -> office.doorkeeper.identify(token, principal));
        assertEquals("platform.substitute.none", refused.code());
    }

    private static Rejected refused(org.junit.function.ThrowingRunnable attempt) {
        return assertThrows(Rejected.class, attempt);
    }

    private static void ownAccount(org.junit.function.ThrowingRunnable attempt) {
        assertEquals(
                "platform.substitute.own-account",
                assertThrows(Forbidden.class, attempt).code());
    }
}
