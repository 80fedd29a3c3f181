package org.colonnade.crm.internal.role;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.colonnade.crm.api.Party;
import org.colonnade.crm.api.PartyDraft;
import org.colonnade.crm.api.PartyRole;
import org.colonnade.crm.api.PartyRoleDraft;
import org.colonnade.crm.internal.Office;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Caller;
import org.colonnade.platform.api.PageRequest;
import org.colonnade.platform.api.Reach;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.Standing;
import org.colonnade.platform.api.problem.Forbidden;
import org.colonnade.platform.api.problem.NotFound;
import org.colonnade.platform.api.record.Kept;
import org.colonnade.platform.api.record.RecordDesk;
import org.colonnade.platform.api.record.RecordQuery;
import org.colonnade.platform.records.internal.Companions;
import org.colonnade.platform.records.internal.KeptRecords;
import org.colonnade.platform.records.internal.rights.FieldRights;
import org.colonnade.testkit.OnEachDatabase;
import org.junit.Before;
import org.junit.Test;

/** Whose roles somebody sees and changes: those of the parties within reach. */
public class RoleReachTest extends OnEachDatabase {

    private static final PageRequest ALL = new PageRequest(50, null);

    private Office office;
    private RoleRecords records;
    private RecordDesk<PartyRole, PartyRoleDraft> desk;
    private Party ann;

    @Before
    public void open() {
        office = new Office(database());
        records = new RoleRecords(
                new KeptRecords(new FieldRights(database().tx("records")), new Companions()),
                office.tx,
                office.directory,
                office.records);
        desk = records.desk();
        ann = office.person("Ann", "Lee");
    }

    @Test
    public void whoReachesAPartOfThePartiesSeesAndChangesTheRolesOfThatPart() throws Exception {
        Actor clerk = reaching(Ref.of("platform", "user", 7), Ref.of("platform", "team", 11), Reach.TEAM);
        Kept<PartyRole> theirs = give(ann, "customer");
        Party mine = office.desk.create(clerk, PartyDraft.person("Own", "Lee"));
        Caller caller = new Caller(clerk, "request-1");
        Kept<PartyRole> own =
                caller.call(() -> desk.create(clerk, new PartyRoleDraft(mine.ref(), "supplier", null, null, null)));
        assertEquals(1, records.of(clerk, mine.id(), null, ALL).items().size());
        assertThrows(NotFound.class, () -> records.of(clerk, ann.id(), null, ALL));
        assertEquals(List.of(own.id()), listed(clerk, RecordQuery.all()));
        assertEquals(own.id(), desk.read(clerk, own.id()).id());
        caller.call(() -> desk.change(
                clerk, own.id(), version -> {}, draft -> new PartyRoleDraft(mine.ref(), "partner", null, null, null)));
        assertEquals(List.of("partner"), roles(mine));
        assertThrows(NotFound.class, () -> desk.read(clerk, theirs.id()));
        assertThrows(
                NotFound.class,
                () -> caller.call(() -> desk.change(
                        clerk,
                        own.id(),
                        version -> {},
                        draft -> new PartyRoleDraft(ann.ref(), "partner", null, null, null))));
        assertThrows(
                NotFound.class,
                () -> caller.call(() -> desk.change(clerk, theirs.id(), version -> {}, draft -> draft)));
        assertThrows(
                NotFound.class,
                () -> caller.call(
                        () -> desk.create(clerk, new PartyRoleDraft(ann.ref(), "supplier", null, null, null))));
        assertThrows(NotFound.class, () -> desk.archive(clerk, theirs.id(), version -> {}));
        assertEquals(List.of("customer"), roles(ann));
        caller.call(() -> desk.archive(clerk, own.id(), version -> {}));
        assertEquals(List.of(), listed(clerk, RecordQuery.all()));
        caller.call(() -> desk.restore(clerk, own.id(), version -> {}));
        assertEquals(List.of(own.id()), listed(clerk, RecordQuery.all()));
    }

    @Test
    public void rolesAreWithinReachAsTheirPartiesAre() throws Exception {
        Ref north = Ref.of("platform", "team", 11);
        Actor clerk = reaching(Ref.of("platform", "user", 7), north, Reach.TEAM);
        Actor mate = reaching(Ref.of("platform", "user", 8), north, Reach.TEAM);
        Actor alone = reaching(Ref.of("platform", "user", 9), north, Reach.OWN);
        Party teams = office.desk.create(clerk, PartyDraft.person("Team", "Lee"));
        Party alones = office.desk.create(alone, PartyDraft.person("Alone", "Lee"));
        String first = give(teams, "customer").id();
        String second = give(alones, "customer").id();
        give(ann, "customer");
        assertEquals(Set.of(first, second), Set.copyOf(listed(mate, RecordQuery.all())));
        assertEquals(List.of(second), listed(alone, RecordQuery.all()));
        assertEquals(List.of(), listed(alone, RecordQuery.all().where("partyOwner==" + clerk.ref())));
        assertEquals(List.of(first), listed(Office.ACTOR, RecordQuery.all().where("partyOwner==" + clerk.ref())));
        new Caller(mate, "request-1").call(() -> desk.archive(mate, first, version -> {}));
        assertEquals(List.of(), roles(teams));
    }

    private static Actor reaching(Ref user, Ref team, Reach reach) {
        Standing standing = new Standing(
                user.id(),
                Map.of(team.id(), "north"),
                team.id(),
                Map.of("crm.party.read", reach, "crm.party.change", reach));
        return new Actor(user, user.id(), Set.of("crm.party.read", "crm.party.change"), false, Set.of("r"), standing);
    }

    private List<String> listed(Actor actor, RecordQuery query) {
        return desk.list(actor, query).items().stream().map(Kept::id).toList();
    }

    @Test
    public void whoSeesAllAndMayChangeAPartChangesTheRolesOfThatPart() throws Exception {
        Ref team = Ref.of("platform", "team", 11);
        Standing standing =
                new Standing("malee", Map.of(team.id(), "north"), team.id(), Map.of("crm.party.change", Reach.TEAM));
        Set<String> may = Set.of("crm.party.read", "crm.party.change");
        Actor clerk = new Actor(Ref.of("platform", "user", 7), "malee", may, false, Set.of("r"), standing);
        Caller caller = new Caller(clerk, "request-1");
        String theirs = give(ann, "customer").id();
        Party mine = office.desk.create(clerk, PartyDraft.person("Own", "Lee"));
        Kept<PartyRole> own =
                caller.call(() -> desk.create(clerk, new PartyRoleDraft(mine.ref(), "supplier", null, null, null)));
        for (Callable<?> way : List.<Callable<?>>of(
                () -> desk.archive(clerk, theirs, version -> {}),
                () -> desk.change(
                        clerk,
                        theirs,
                        version -> {},
                        was -> new PartyRoleDraft(mine.ref(), was.role(), null, null, null)))) {
            assertEquals(
                    "platform.scope.beyond",
                    assertThrows(Forbidden.class, () -> caller.call(way)).code());
        }
        assertEquals(List.of("customer"), roles(ann));
        caller.call(() -> desk.archive(clerk, own.id(), version -> {}));
        assertEquals(List.of(), roles(mine));
        caller.call(() -> desk.restore(clerk, own.id(), version -> {}));
        assertEquals(List.of("supplier"), roles(mine));
    }

    private Kept<PartyRole> give(Party party, String role) {
        return desk.create(Office.ACTOR, new PartyRoleDraft(party.ref(), role, null, null, null));
    }

    private List<String> roles(Party party) {
        return records.of(Office.ACTOR, party.id(), null, ALL).items().stream()
                .map(kept -> kept.value().role())
                .toList();
    }
}
