package org.colonnade.platform.records.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Permission;
import org.colonnade.platform.api.Reach;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.problem.NotFound;
import org.colonnade.platform.api.problem.Rejected;
import org.colonnade.platform.api.record.Kept;
import org.colonnade.platform.api.record.RecordKind;
import org.colonnade.platform.api.record.RecordQuery;
import org.colonnade.platform.records.internal.rights.FieldRights;
import org.colonnade.platform.records.internal.scoped.Call;
import org.colonnade.platform.records.internal.scoped.CallDraft;
import org.colonnade.platform.records.internal.scoped.ScopedTables;
import org.colonnade.platform.records.internal.scoped.Visit;
import org.colonnade.platform.records.internal.scoped.VisitDraft;
import org.colonnade.testkit.OnEachDatabase;
import org.junit.Before;
import org.junit.Test;

/** Whose a record is, and to whom it may be given. */
public class ScopeTest extends OnEachDatabase {

    private static final RecordKind<Visit, VisitDraft> VISIT = RecordKind.of(Visit.class, VisitDraft.class);
    private static final RecordKind<Call, CallDraft> CALL = RecordKind.of(Call.class, CallDraft.class);
    private static final Set<String> ALL =
            Set.of("sample.visit.read", "sample.visit.change", "sample.call.read", "sample.call.change");

    private final PaperTeams office = new PaperTeams();
    private Upkeep<Visit, VisitDraft> visits;
    private Upkeep<Call, CallDraft> calls;
    private Actor chief;
    private Actor clerk;
    private Actor trainee;

    @Before
    public void open() {
        Companions companions = new Companions();
        companions.teams = office;
        companions.audit = database().auditLog();
        ScopedTables.make(database().tx("sample"));
        FieldRights rights = new FieldRights(database().tx("records"));
        visits = new Upkeep<>(VISIT, database().tx("sample"), rights, companions);
        calls = new Upkeep<>(CALL, database().tx("sample"), rights, companions);
        office.people.addAll(List.of("p0", "p1", "p2", "p3"));
        office.team("t0", null, "p0", "p2").team("t1", "t0", "p2").team("t2", null, "p3");
        chief = office.actor("p1", ALL, Map.of());
        clerk = office.actor("p0", ALL, all(Reach.TEAM));
        trainee = office.actor("p2", ALL, all(Reach.OWN));
    }

    private static Map<String, Reach> all(Reach reach) {
        return ALL.stream().collect(Collectors.toMap(one -> one, one -> reach));
    }

    private static VisitDraft visit(String owner, String team) {
        return new VisitDraft(
                "Bangkok",
                1,
                owner == null ? null : PaperTeams.person(owner),
                team == null ? null : PaperTeams.teamRef(team));
    }

    @Test
    public void aNewRecordIsItsMakersAndOfItsFirstTeam() {
        Visit mine = visits.create(clerk, visit(null, null)).value();
        assertEquals(PaperTeams.person("p0"), mine.owner());
        assertEquals(PaperTeams.teamRef("t0"), mine.team());
        assertNull(visits.create(chief, visit(null, null)).value().team());
        Visit given = visits.create(chief, visit("p3", null)).value();
        assertEquals(PaperTeams.teamRef("t2"), given.team());
        assertNull(
                visits.create(Actor.system("test"), visit(null, null)).value().owner());
        Call call = calls.create(clerk, new CallDraft("Bangkok", null, null)).value();
        assertEquals("p0", call.owner());
        assertEquals("t0", call.team());
    }

    @Test
    public void aSubstituteReachesWhatIsThePrincipalsAndNotWhatIsItsOwn() {
        String mine = visits.create(trainee, visit(null, null)).id();
        String clerks = visits.create(clerk, visit(null, null)).id();
        Actor acting = new Actor(clerk.ref(), "p0", ALL, false, Set.of(), trainee.standing(), trainee.ref());
        assertEquals(
                List.of(mine),
                visits.list(acting, RecordQuery.all()).items().stream()
                        .map(Kept::id)
                        .toList());
        assertThrows(NotFound.class, () -> visits.read(acting, clerks));
        assertEquals(
                PaperTeams.person("p2"),
                visits.create(acting, visit(null, null)).value().owner());
    }

    @Test
    public void whoIsNamedIsThereAndWrittenOneWay() {
        assertEquals(
                "sample.visit.invalid", refused(chief, new VisitDraft("x", 1, Ref.of("platform", "user", 5), null)));
        assertEquals("sample.visit.invalid", refused(chief, new VisitDraft("x", 1, null, Ref.of("crm", "party", 5))));
        assertEquals(
                "t1",
                calls.create(chief, new CallDraft("x", "P0", "T1")).value().team());
        assertEquals(
                "queue 7",
                calls.create(chief, new CallDraft("x", "P0", "queue 7")).value().team());
    }

    @Test
    public void nobodyGivesARecordToWhomTheyDoNotReach() {
        visits.create(clerk, visit("p2", "t1"));
        assertEquals("platform.scope.beyond", refused(clerk, visit("p3", "t0")));
        assertEquals("platform.scope.beyond", refused(clerk, visit("p2", "t2")));
        assertEquals("platform.scope.beyond", refused(trainee, visit("p0", "t0")));
        assertEquals("platform.scope.beyond", refused(trainee, visit(null, "t2")));
        visits.create(trainee, visit(null, "t1"));
        Kept<Visit> mine = visits.create(clerk, visit(null, null));
        assertEquals("platform.scope.beyond", moved(clerk, mine, visit("p0", "t2")));
        assertEquals("platform.scope.beyond", moved(clerk, mine, visit("p2", null)));
        assertEquals("done", moved(clerk, mine, visit("p2", "t1")));
        assertEquals("done", moved(chief, mine, visit("p3", "t2")));
        assertThrows(NotFound.class, () -> visits.read(clerk, mine.id()));
    }

    @Test
    public void aRecordOfAnotherTeamThatOneOwnsCanBeWorkedOn() {
        Kept<Visit> lent = visits.create(chief, visit("p0", "t2"));
        visits.change(clerk, lent.id(), seen -> {}, draft -> new VisitDraft("Phuket", 2, draft.owner(), draft.team()));
        assertEquals("Phuket", visits.read(clerk, lent.id()).value().place());
    }

    @Test
    public void textsOfOwnersAndTeamsAreLookedAtAlike() {
        calls.create(chief, new CallDraft("one", "p0", "t2"));
        calls.create(chief, new CallDraft("two", "p3", "t1"));
        calls.create(chief, new CallDraft("three", "p3", "t2"));
        assertEquals(2, calls.list(clerk, RecordQuery.all()).items().size());
        assertEquals(0, calls.list(trainee, RecordQuery.all()).items().size());
        assertEquals(3, calls.list(chief, RecordQuery.all()).items().size());
        assertTrue(calls.seesAll(chief));
        assertTrue(!calls.seesAll(clerk));
    }

    @Test
    public void itsPermissionsKnowScopes() {
        assertTrue(VISIT.permissions().stream().allMatch(Permission::scoped));
        assertTrue(Sample.ASSET.permissions().stream().noneMatch(Permission::scoped));
    }

    private String refused(Actor actor, VisitDraft draft) {
        return assertThrows(Rejected.class, () -> visits.create(actor, draft)).code();
    }

    private String moved(Actor actor, Kept<Visit> record, VisitDraft draft) {
        try {
            visits.change(actor, record.id(), seen -> {}, present -> draft);
            return "done";
        } catch (Rejected refused) {
            return refused.code();
        }
    }
}
