package org.colonnade.platform.security.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Reach;
import org.colonnade.platform.api.problem.Conflict;
import org.colonnade.platform.api.problem.Forbidden;
import org.colonnade.platform.api.problem.NotFound;
import org.colonnade.platform.api.problem.Problem;
import org.colonnade.platform.api.problem.Rejected;
import org.colonnade.platform.api.problem.Stale;
import org.colonnade.platform.api.security.Accounts.Role;
import org.colonnade.platform.api.security.Teams.Colleague;
import org.colonnade.platform.api.security.Teams.Team;
import org.colonnade.platform.api.security.Teams.TeamDraft;
import org.colonnade.platform.api.web.Versions;
import org.colonnade.testkit.OnEachDatabase;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class TeamsTest extends OnEachDatabase {

    private static final String READ = "crm.party.read";

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private Office office;

    @Before
    public void open() {
        office = new Office(database(), folder.getRoot().toPath());
        office.add("malee");
        office.add("somchai");
    }

    @Test
    public void aMemberSeesItsTeamAndThoseBelow() {
        team("sales", null);
        team("sales north", "sales");
        team("Chiang Mai", "sales north");
        team("service", null);
        office.teams.join(Office.SYSTEM, "SALES NORTH", "malee", false);
        assertEquals(Set.of("sales north", "Chiang Mai"), seen("malee"));
        assertEquals(id("sales north"), office.actor("malee").standing().home());
        assertEquals("malee", office.actor("malee").standing().user());
        assertEquals(Set.of(), seen("somchai"));
        assertNull(office.actor("somchai").standing().home());
    }

    @Test
    public void aChangeOfTeamsCountsAtOnce() {
        team("sales", null);
        team("service", null);
        String token = office.signIn("malee");
        assertTrue(office.doorkeeper.identify(token).standing().teams().isEmpty());
        office.teams.join(Office.SYSTEM, "sales", "malee", false);
        assertEquals(Set.of("sales"), names(office.doorkeeper.identify(token)));
        parent("service", "sales");
        assertEquals(Set.of("sales", "service"), names(office.doorkeeper.identify(token)));
        office.teams.leave(Office.SYSTEM, "sales", "malee");
        assertEquals(Set.of(), names(office.doorkeeper.identify(token)));
    }

    @Test
    public void theWidestReachOfAllRolesCounts() {
        office.roles.add(Office.SYSTEM, new Role("own", Set.of(READ, "crm.party.change"), scope(READ, Reach.OWN)));
        office.roles.add(Office.SYSTEM, new Role("team", Set.of(READ), scope(READ, Reach.TEAM)));
        office.roles.add(Office.SYSTEM, new Role("all", Set.of(READ)));
        roles("malee", "own");
        String token = office.signIn("malee");
        assertEquals(Reach.OWN, office.doorkeeper.identify(token).reach(READ));
        assertEquals(Reach.ALL, office.doorkeeper.identify(token).reach("crm.party.change"));
        roles("malee", "own", "team");
        assertEquals(Reach.TEAM, office.doorkeeper.identify(token).reach(READ));
        office.roles.rewrite(
                Office.SYSTEM, "team", version -> {}, role -> new Role("team", Set.of(READ), scope(READ, Reach.OWN)));
        assertEquals(Reach.OWN, office.doorkeeper.identify(token).reach(READ));
        roles("malee", "own", "all");
        assertEquals(Reach.ALL, office.doorkeeper.identify(token).reach(READ));
        roles("malee", "own", "administrator");
        assertEquals(Reach.ALL, office.doorkeeper.identify(token).reach(READ));
    }

    @Test
    public void aRoleKeepsItsScopesAndForgetsThoseThatReachEverything() {
        office.roles.add(Office.SYSTEM, new Role("clerk", Set.of(READ, "crm.party.change"), scope(READ, Reach.TEAM)));
        assertEquals(scope(READ, Reach.TEAM), office.roles.get("clerk").value().scopes());
        long version = office.roles.get("clerk").version();
        office.roles.change(Office.SYSTEM, "clerk", seen -> {}, present -> Set.of(READ));
        assertEquals(scope(READ, Reach.TEAM), office.roles.get("clerk").value().scopes());
        office.roles.rewrite(
                Office.SYSTEM, "clerk", seen -> {}, role -> new Role("clerk", Set.of(READ), scope(READ, Reach.ALL)));
        assertEquals(Map.of(), office.roles.get("clerk").value().scopes());
        assertEquals(version + 2, office.roles.get("clerk").version());
    }

    @Test
    public void aScopeIsOfAPermissionThatTheRoleHasAndThatHasOne() {
        assertEquals(
                "platform.role.invalid",
                refused(new Role("clerk", Set.of("crm.party.change"), scope(READ, Reach.OWN)))
                        .code());
        String users = "platform.users.change";
        assertEquals(
                "platform.permission.not-scoped",
                refused(new Role("clerk", Set.of(users), scope(users, Reach.OWN)))
                        .code());
    }

    @Test
    public void whoHasAPartCanNeitherGiveItNorChangeTeams() {
        office.roles.add(
                Office.SYSTEM,
                new Role(
                        "chief",
                        Set.of(READ, "platform.users.change", "platform.roles.change"),
                        scope(READ, Reach.TEAM)));
        roles("malee", "chief");
        team("sales", null);
        Actor chief = office.actor("malee");
        beyond(() -> office.roles.add(chief, new Role("mine", Set.of(READ))));
        beyond(() -> office.roles.add(chief, new Role("mine", Set.of(READ), scope(READ, Reach.TEAM))));
        beyond(() -> office.users.change(
                chief, "somchai", seen -> {}, user -> new UserChange(user.displayName(), Set.of("chief"), true)));
        beyond(() -> office.teams.join(chief, "sales", "malee", false));
        beyond(() -> office.teams.add(chief, new TeamDraft("mine", null, null)));
    }

    @Test
    public void noTeamStandsAboveItself() {
        team("one", null);
        team("two", "one");
        team("three", "two");
        assertEquals("platform.team.circle", conflict(() -> parent("one", "three")));
        assertEquals("platform.team.circle", conflict(() -> parent("one", "one")));
        parent("three", null);
        parent("one", "three");
        assertEquals("three", office.teams.get("one").parent());
    }

    @Test
    public void twoChangesAtTheSameMomentCloseNoCircle() throws Exception {
        for (int round = 0; round < 5; round++) {
            String one = "one" + round;
            String two = "two" + round;
            team(one, null);
            team(two, null);
            assertEquals(1, refusedTogether(() -> parent(one, two), () -> parent(two, one)));
        }
    }

    @Test
    public void namesAreUniqueAndStrangersAreRefused() {
        team("Sales", null);
        assertEquals("platform.team.taken", conflict(() -> team("sALES", null)));
        assertEquals(
                "platform.team.invalid",
                assertThrows(Rejected.class, () -> team("ขาย", null)).code());
        assertEquals(
                "platform.team.not-found",
                assertThrows(Rejected.class, () -> team("other", "nothing")).code());
        assertEquals(
                "platform.user.not-found",
                assertThrows(NotFound.class, () -> office.teams.join(Office.SYSTEM, "sales", "nobody", false))
                        .code());
        assertEquals(
                "platform.member.not-found",
                assertThrows(NotFound.class, () -> office.teams.leave(Office.SYSTEM, "sales", "malee"))
                        .code());
        long version = office.teams.get("sales").version();
        parent("sales", null);
        office.teams.change(Office.SYSTEM, "sales", seen -> {}, team -> new TeamChange("Sales again", team.parent()));
        assertThrows(
                Stale.class,
                () -> office.teams.change(
                        Office.SYSTEM,
                        "sales",
                        present -> Versions.match(Versions.etag(version), present),
                        team -> new TeamChange("Sales at last", team.parent())));
    }

    @Test
    public void oneMemberAtMostLeads() {
        team("sales", null);
        office.teams.join(Office.SYSTEM, "sales", "malee", true);
        assertEquals("platform.team.led", conflict(() -> office.teams.join(Office.SYSTEM, "sales", "somchai", true)));
        office.teams.join(Office.SYSTEM, "sales", "malee", false);
        Team led = office.teams.join(Office.SYSTEM, "sales", "somchai", true);
        assertEquals(
                List.of("malee", "somchai"),
                led.members().stream().map(one -> one.user()).toList());
        assertEquals(
                List.of(false, true),
                led.members().stream().map(one -> one.lead()).toList());
    }

    @Test
    public void anArchivedTeamTakesNobodyAndIsSeenByItsMembers() {
        team("sales", null);
        office.teams.join(Office.SYSTEM, "sales", "malee", false);
        office.teams.archive(Office.SYSTEM, "sales", seen -> {}, true);
        assertEquals(Set.of("sales"), seen("malee"));
        assertNull(office.actor("malee").standing().home());
        assertEquals(
                "platform.team.archived", conflict(() -> office.teams.join(Office.SYSTEM, "sales", "somchai", false)));
        office.teams.archive(Office.SYSTEM, "sales", seen -> {}, false);
        assertEquals(id("sales"), office.actor("malee").standing().home());
    }

    @Test
    public void colleaguesAreFoundWithTheirTeams() {
        team("sales", null);
        team("service", null);
        office.teams.join(Office.SYSTEM, "service", "malee", false);
        office.teams.join(Office.SYSTEM, "sales", "malee", false);
        Colleague malee = office.office.colleague("MALEE").orElseThrow();
        assertEquals(
                List.of("service", "sales"),
                malee.teams().stream().map(one -> one.name()).toList());
        assertEquals(malee, office.office.colleague(malee.ref()).orElseThrow());
        assertEquals(List.of(), office.office.colleague("somchai").orElseThrow().teams());
        assertTrue(office.office.colleague("nobody").isEmpty());
        assertEquals("sales", office.office.named("SALES").orElseThrow().name());
        assertEquals(
                "sales",
                office.office
                        .find(office.office.team("sales").ref())
                        .orElseThrow()
                        .name());
    }

    @Test
    public void whyIsSaid() {
        office.roles.add(Office.SYSTEM, new Role("own", Set.of(READ), scope(READ, Reach.OWN)));
        office.roles.add(Office.SYSTEM, new Role("team", Set.of(READ), scope(READ, Reach.TEAM)));
        team("sales", null);
        office.teams.join(Office.SYSTEM, "sales", "malee", false);
        assertFalse(office.explainer.explain("malee", READ).allowed());
        roles("malee", "own", "team");
        Explanation why = office.explainer.explain("malee", READ);
        assertEquals(Reach.TEAM, why.reach());
        assertEquals(List.of("sales"), why.teams());
        assertEquals(
                List.of(new Explanation.Cause("own", Reach.OWN), new Explanation.Cause("team", Reach.TEAM)),
                why.because());
        office.users.enable(Office.SYSTEM, "malee", seen -> {}, false);
        assertFalse(office.explainer.explain("malee", READ).allowed());
        assertThrows(Rejected.class, () -> office.explainer.explain("malee", null));
    }

    @Test
    public void everyChangeIsToldAndWrittenDown() {
        team("sales", null);
        office.teams.join(Office.SYSTEM, "sales", "malee", true);
        office.teams.join(Office.SYSTEM, "sales", "malee", true);
        office.teams.leave(Office.SYSTEM, "sales", "malee");
        office.teams.archive(Office.SYSTEM, "sales", seen -> {}, true);
        assertEquals(
                List.of(
                        "platform.user.added",
                        "platform.user.added",
                        "platform.team.changed",
                        "platform.team.member-changed",
                        "platform.team.member-changed",
                        "platform.team.changed"),
                office.eventTypes());
        assertEquals(
                List.of("created", "joined", "left", "archived"),
                office.audit().stream()
                        .filter(row -> row.subject().startsWith("platform:team:"))
                        .map(row -> row.action())
                        .toList());
    }

    private static Map<String, Reach> scope(String permission, Reach reach) {
        return Map.of(permission, reach);
    }

    private Team team(String name, String parent) {
        return office.teams.add(Office.SYSTEM, new TeamDraft(name, null, parent));
    }

    private Team parent(String team, String parent) {
        return office.teams.change(
                Office.SYSTEM, team, seen -> {}, present -> new TeamChange(present.displayName(), parent));
    }

    private String id(String team) {
        return office.teams.get(team).id();
    }

    private Set<String> seen(String user) {
        return names(office.actor(user));
    }

    private static Set<String> names(Actor actor) {
        return new TreeSet<>(actor.standing().teams().values());
    }

    private void roles(String user, String... roles) {
        office.users.change(
                Office.SYSTEM, user, seen -> {}, one -> new UserChange(one.displayName(), Set.of(roles), true));
    }

    private Rejected refused(Role role) {
        return assertThrows(Rejected.class, () -> office.roles.add(Office.SYSTEM, role));
    }

    private static String conflict(Runnable action) {
        return assertThrows(Conflict.class, action::run).code();
    }

    private static void beyond(Runnable action) {
        assertEquals(
                "platform.grant.beyond",
                assertThrows(Forbidden.class, action::run).code());
    }

    private static int refusedTogether(Callable<?> one, Callable<?> two) throws InterruptedException {
        ExecutorService people = Executors.newFixedThreadPool(2);
        try {
            int refused = 0;
            for (Future<?> each : List.of(people.submit(one), people.submit(two))) {
                try {
                    each.get();
                } catch (ExecutionException circle) {
                    assertEquals("platform.team.circle", ((Problem) circle.getCause()).code());
                    refused++;
                }
            }
            return refused;
        } finally {
            people.shutdownNow();
        }
    }
}
