package org.colonnade.platform.security.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.audit.Entry;
import org.colonnade.platform.api.company.Company;
import org.colonnade.platform.api.company.CompanyDraft;
import org.colonnade.platform.api.problem.Forbidden;
import org.colonnade.platform.api.problem.NotFound;
import org.colonnade.platform.api.problem.Problem;
import org.colonnade.platform.api.problem.Rejected;
import org.colonnade.platform.api.security.Accounts.Role;
import org.colonnade.testkit.OnEachDatabase;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class CompanyDeskTest extends OnEachDatabase {

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private Office office;
    private Company north;
    private Company south;

    @Before
    public void open() {
        office = new Office(database(), folder.getRoot().toPath());
        north = opened("north", "Aurora North");
        south = opened("south", "Aurora South");
        office.roles.add(Office.SYSTEM, new Role("desk", Set.of("platform.users.change")));
        office.add("admin", "administrator");
        office.add("malee");
        office.add("dora", "desk");
    }

    @Test
    public void theFirstIsTheOwnOneAndOneThatIsNamedTwiceCountsOnce() {
        assertEquals(List.of("main"), office.companies.of("malee"));
        assertEquals(List.of("south", "main"), put("malee", "south", "main", "south"));
        assertEquals(List.of("south", "main"), office.companies.of("malee"));
    }

    @Test
    public void aCompanyThatIsNotThereIsRefusedAndNothingChanges() {
        Rejected refused = assertThrows(Rejected.class, () -> put("malee", "main", "west"));
        assertEquals("platform.company.not-found", refused.code());
        assertEquals(422, refused.status());
        assertEquals(List.of(new Rejected.Field("companies", "west")), refused.fields());
        assertEquals(List.of("main"), office.companies.of("malee"));
    }

    @Test
    public void everybodyWorksSomewhereAndNowhereIsTooMuch() {
        List<List<String>> wrong = new ArrayList<>(
                List.of(List.of(), Collections.singletonList((String) null), Collections.nCopies(51, "main")));
        wrong.add(null);
        for (List<String> codes : wrong) {
            Rejected refused = assertThrows(Rejected.class, () -> office.companies.put(admin(), "malee", codes));
            assertEquals("platform.user.invalid", refused.code());
        }
        assertThrows(NotFound.class, () -> put("nobody", "main"));
    }

    @Test
    public void nobodyGivesOrTakesACompanyInWhichTheyDoNotWork() {
        put("dora", "main", "north");
        Actor dora = office.actor("dora");
        assertEquals(List.of("north"), office.companies.put(dora, "malee", List.of("north")));
        Problem given =
                assertThrows(Forbidden.class, () -> office.companies.put(dora, "malee", List.of("north", "south")));
        assertEquals("platform.grant.beyond", given.code());
        put("malee", "north", "south");
        Problem taken = assertThrows(Forbidden.class, () -> office.companies.put(dora, "malee", List.of("north")));
        assertEquals("platform.grant.beyond", taken.code());
        assertEquals(List.of("north", "south"), office.companies.of("malee"));
    }

    @Test
    public void aTokenThatIsKnownAlreadyFollowsAtOnce() {
        String token = office.signIn("malee");
        assertFalse(office.doorkeeper.identify(token).belongsTo(north.id()));
        put("malee", "north", "south");
        Actor malee = office.doorkeeper.identify(token);
        assertEquals(List.of(north.id(), south.id()), malee.standing().companies());
        put("malee", "main");
        assertFalse(office.doorkeeper.identify(token).belongsTo(north.id()));
    }

    @Test
    public void theAuditTellsOfAChangeAndOfNoneWhereNothingChanged() {
        put("malee", "main");
        assertEquals(0, changes().size());
        put("malee", "north", "main");
        Entry change = changes().get(0);
        assertTrue(change.before(), change.before().contains("\"main\"]"));
        assertTrue(change.after(), change.after().contains("[\"north\""));
        assertEquals(
                1,
                office.eventTypes().stream()
                        .filter("platform.user.changed"::equals)
                        .count());
    }

    @Test
    public void peopleAreToldWhereTheyCanWork() {
        put("malee", "south", "main");
        String main = database().companies().company("main").name();
        assertEquals(
                List.of(new Workplace("south", "Aurora South", true), new Workplace("main", main, false)),
                me("malee").companies());
        assertEquals(
                "an administrator everywhere",
                List.of("main", "north", "south"),
                me("admin").companies().stream().map(Workplace::code).toList());
        database().companies().change("south", south.version(), draft("south", "Aurora South", false));
        assertEquals(
                "a company that is closed is none to work in",
                List.of(new Workplace("main", main, false)),
                me("malee").companies());
    }

    @Test
    public void aSubstituteIsToldWhereThePrincipalCanWork() {
        put("malee", "north");
        office.substitutes.add(
                Office.SYSTEM,
                "malee",
                new SubstituteWish("dora", null, Instant.now().plusSeconds(600).toString(), null, null));
        office.clock.goOn(Duration.ofMinutes(1));
        String token = office.signIn("dora");
        Me me = office.self.me(office.doorkeeper.identify(token, "malee"));
        assertEquals("malee", me.actingFor());
        assertEquals(List.of(new Workplace("north", "Aurora North", true)), me.companies());
    }

    private Me me(String name) {
        return office.self.me(office.actor(name));
    }

    private List<String> put(String user, String... codes) {
        return office.companies.put(admin(), user, List.of(codes));
    }

    private Actor admin() {
        return office.actor("admin");
    }

    private List<Entry> changes() {
        return office.audit().stream()
                .filter(row -> row.action().equals("companies-changed"))
                .toList();
    }

    private Company opened(String code, String name) {
        return database().companies().open(draft(code, name, true));
    }

    private static CompanyDraft draft(String code, String name, boolean active) {
        return new CompanyDraft(code, name, null, null, null, null, active);
    }
}
