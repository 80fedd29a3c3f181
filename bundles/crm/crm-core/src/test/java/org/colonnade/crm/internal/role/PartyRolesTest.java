package org.colonnade.crm.internal.role;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.colonnade.crm.api.Merge;
import org.colonnade.crm.api.MergeRequest;
import org.colonnade.crm.api.Party;
import org.colonnade.crm.api.PartyRole;
import org.colonnade.crm.api.PartyRoleDraft;
import org.colonnade.crm.api.RevertRequest;
import org.colonnade.crm.internal.Office;
import org.colonnade.crm.internal.demo.DemoContacts;
import org.colonnade.crm.internal.demo.DemoRoles;
import org.colonnade.crm.internal.invariant.RolesStandApart;
import org.colonnade.crm.internal.store.PartyStore;
import org.colonnade.platform.api.PageRequest;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.Tsid;
import org.colonnade.platform.api.problem.Conflict;
import org.colonnade.platform.api.problem.NotFound;
import org.colonnade.platform.api.problem.Rejected;
import org.colonnade.platform.api.record.Kept;
import org.colonnade.platform.api.record.RecordDesk;
import org.colonnade.platform.api.record.RecordQuery;
import org.colonnade.platform.records.internal.Companions;
import org.colonnade.platform.records.internal.KeptRecords;
import org.colonnade.platform.records.internal.rights.FieldRights;
import org.colonnade.testkit.OnEachDatabase;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

/** What parties are to the company, and when: no day twice, and the same whoever becomes one with whom. */
public class PartyRolesTest extends OnEachDatabase {

    private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);
    private static final PageRequest ALL = new PageRequest(50, null);

    private Office office;
    private RoleRecords records;
    private RecordDesk<PartyRole, PartyRoleDraft> desk;
    private RoleReferences references;
    private Party ann;
    private Party anne;

    @After
    public void everythingAgrees() {
        assertEquals(List.of(), new RolesStandApart(office.tx).counterExamples(5));
    }

    @Before
    public void open() {
        office = new Office(database());
        records = new RoleRecords(
                new KeptRecords(new FieldRights(database().tx("records")), new Companions()),
                office.tx,
                office.directory,
                office.records);
        desk = records.desk();
        references = new RoleReferences(records);
        ann = office.person("Ann", "Lee");
        anne = office.person("Anne", "Lee");
    }

    private Kept<PartyRole> give(Party party, String role, String from, String to) {
        return desk.create(Office.ACTOR, new PartyRoleDraft(party.ref(), role, day(from), day(to), null));
    }

    private static LocalDate day(String text) {
        return text == null ? null : LocalDate.parse(text);
    }

    private List<String> roles(Party party) {
        return records.of(Office.ACTOR, party.id(), null, ALL).items().stream()
                .map(kept -> text(kept.value()))
                .sorted()
                .toList();
    }

    private static String text(PartyRole role) {
        return role.role() + ' ' + Objects.toString(role.validFrom(), "") + ".." + Objects.toString(role.validTo(), "");
    }

    private List<String> parties(String filter) {
        return office.records.desk().list(Office.ACTOR, RecordQuery.all().where(filter)).items().stream()
                .map(kept -> kept.value().displayName())
                .toList();
    }

    @Test
    public void noDayHasTheSameRoleTwice() {
        Kept<PartyRole> first = give(ann, " Customer ", "2020-01-01", "2021-12-31");
        assertEquals("customer", first.value().role());
        give(ann, "supplier", null, null);
        give(anne, "customer", null, null);
        Kept<PartyRole> next = give(ann, "customer", "2022-01-01", null);
        for (String[] days :
                new String[][] {{"2021-12-31", "2021-12-31"}, {null, null}, {null, "2020-01-01"}, {"2030-01-01", null}
                }) {
            assertEquals(
                    "crm.party-role.overlaps",
                    assertThrows(Conflict.class, () -> give(ann, "CUSTOMER", days[0], days[1]))
                            .code());
        }
        assertEquals(
                "crm.party-role.overlaps",
                assertThrows(
                                Conflict.class,
                                () -> desk.change(
                                        Office.ACTOR,
                                        next.id(),
                                        version -> {},
                                        draft -> new PartyRoleDraft(
                                                draft.party(), draft.role(), day("2021-12-31"), null, null)))
                        .code());
        desk.archive(Office.ACTOR, first.id(), version -> {});
        give(ann, "customer", "2021-06-01", "2021-12-31");
        assertEquals(
                "crm.party-role.overlaps",
                assertThrows(Conflict.class, () -> desk.restore(Office.ACTOR, first.id(), version -> {}))
                        .code());
        assertEquals(List.of("customer 2021-06-01..2021-12-31", "customer 2022-01-01..", "supplier .."), roles(ann));
    }

    @Test
    public void ofTwoAtOnceOneIsRefused() throws Exception {
        ExecutorService both = Executors.newFixedThreadPool(4);
        try {
            for (int round = 0; round < 5; round++) {
                String role = "role-" + round;
                Callable<String> one = () -> {
                    try {
                        give(ann, role, "2026-01-01", null);
                        return "given";
                    } catch (Conflict refused) {
                        return refused.code();
                    }
                };
                List<String> answers = new ArrayList<>();
                for (Future<String> answer : both.invokeAll(List.of(one, one, one, one))) {
                    answers.add(answer.get());
                }
                assertEquals(1, answers.stream().filter("given"::equals).count());
                assertEquals(
                        3,
                        answers.stream()
                                .filter("crm.party-role.overlaps"::equals)
                                .count());
            }
        } finally {
            both.shutdownNow();
        }
    }

    @Test
    public void whatIsWrongIsRefused() {
        Map<String, PartyRoleDraft> wrong = Map.of(
                "role", new PartyRoleDraft(ann.ref(), "two words", null, null, null),
                "party", new PartyRoleDraft(Ref.parse("crm:party:0000000000000"), "customer", null, null, null),
                "validTo", new PartyRoleDraft(ann.ref(), "customer", day("2026-01-02"), day("2026-01-01"), null),
                "validFrom", new PartyRoleDraft(ann.ref(), "customer", LocalDate.MIN, null, null));
        wrong.forEach((field, draft) -> {
            Rejected refused = assertThrows(Rejected.class, () -> desk.create(Office.ACTOR, draft));
            assertEquals("crm.party-role.invalid", refused.code());
            assertEquals(field, refused.fields().get(0).field());
        });
        assertThrows(
                Rejected.class,
                () -> desk.create(Office.ACTOR, new PartyRoleDraft(null, "customer", null, null, null)));
        assertThrows(NotFound.class, () -> records.of(Office.ACTOR, "nobody", null, ALL));
    }

    @Test
    public void partiesAreFoundByWhatTheyAreToday() {
        give(ann, "customer", "2020-01-01", null);
        give(anne, "customer", null, TODAY.minusDays(2).toString());
        give(anne, "partner", TODAY.plusDays(2).toString(), null);
        assertEquals(List.of("Ann Lee"), parties("roles==Customer"));
        assertEquals(List.of("Anne Lee"), parties("roles!=customer"));
        assertEquals(List.of(), parties("roles==partner"));
        Kept<PartyRole> supplier = give(anne, "supplier", null, null);
        assertEquals(List.of("Ann Lee", "Anne Lee"), parties("roles==*er"));
        desk.archive(Office.ACTOR, supplier.id(), version -> {});
        assertEquals(List.of("Ann Lee"), parties("roles==*"));
    }

    @Test
    public void theRolesOfADayAreTold() {
        give(ann, "prospect", null, "2025-12-31");
        give(ann, "customer", "2026-01-01", null);
        assertEquals(
                1,
                records.of(Office.ACTOR, ann.id(), day("2026-01-01"), ALL)
                        .items()
                        .size());
        assertEquals(
                "prospect",
                records.of(Office.ACTOR, ann.id(), day("2025-12-31"), ALL)
                        .items()
                        .get(0)
                        .value()
                        .role());
        assertEquals(
                1,
                desk.list(Office.ACTOR, RecordQuery.all().where("party==" + ann.ref() + ";role==customer"))
                        .items()
                        .size());
    }

    @Test
    public void rolesFollowTheirPartyForTheDaysThatAreFree() {
        give(ann, "customer", "2020-01-01", "2020-12-31");
        give(ann, "supplier", null, null);
        give(anne, "customer", null, null);
        give(anne, "supplier", "2026-01-01", null);
        give(anne, "partner", "2026-01-01", null);
        List<String> annBefore = roles(ann);
        List<String> anneBefore = roles(anne);
        Merge merge = office.merges.merge(Office.ACTOR, MergeRequest.of(ann.id(), anne.id()));
        String journal = office.tx.write(work -> references.move(anne.ref(), ann.ref(), work));
        assertEquals(
                List.of(
                        "customer ..2019-12-31",
                        "customer 2020-01-01..2020-12-31",
                        "customer 2021-01-01..",
                        "partner 2026-01-01..",
                        "supplier .."),
                roles(ann));
        assertEquals(roles(ann), roles(anne));
        assertEquals("", office.tx.write(work -> references.move(anne.ref(), ann.ref(), work)));
        assertEquals(
                "a role of the merged one is the living one's",
                ann.ref(),
                give(anne, "employee", null, null).value().party());

        office.merges.revert(Office.ACTOR, merge.id(), new RevertRequest(Map.of()));
        back(journal);
        back(journal);
        assertEquals(anneBefore, roles(anne));
        TreeSet<String> annAfter = new TreeSet<>(annBefore);
        annAfter.add("employee ..");
        assertEquals("what came later stays", List.copyOf(annAfter), roles(ann));
    }

    private void back(String journal) {
        office.tx.write(work -> {
            references.putBack(anne.ref(), ann.ref(), journal, work);
            return null;
        });
    }

    @Test
    public void whatSomebodyChangedMeanwhileStaysChanged() {
        Kept<PartyRole> role = give(anne, "customer", "2020-01-01", null);
        Merge merge = office.merges.merge(Office.ACTOR, MergeRequest.of(ann.id(), anne.id()));
        String journal = office.tx.write(work -> references.move(anne.ref(), ann.ref(), work));
        desk.change(
                Office.ACTOR,
                role.id(),
                version -> {},
                draft -> new PartyRoleDraft(draft.party(), draft.role(), draft.validFrom(), day("2026-06-30"), "left"));
        office.merges.revert(Office.ACTOR, merge.id(), new RevertRequest(Map.of()));
        back(journal);
        assertEquals(List.of("customer 2020-01-01..2026-06-30"), roles(anne));
        assertEquals(List.of(), roles(ann));
    }

    @Test
    public void anInvariantNoticesWhatIsNotTrue() throws SQLException {
        give(ann, "customer", null, null);
        Kept<PartyRole> other = give(ann, "partner", null, null);
        try (Connection connection = database().connection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("update crm_party_role_period set role = 'customer'");
            assertEquals(2, new RolesStandApart(office.tx).counterExamples(5).size());
            statement.executeUpdate(
                    "update crm_party_role_period set role = 'partner' where role_id = " + Tsid.parse(other.id()));
        }
    }

    @Test
    public void theDemoCompanyHasCustomersAndSuppliers() {
        DemoRoles demo = new DemoRoles(
                new DemoContacts(office.directory, office.desk, office.imports), office.directory, records);
        assertEquals("5 roles of its contacts are there now.", demo.load());
        assertEquals("0 roles of its contacts are there now.", demo.load());
        assertEquals(3, parties("roles==customer").size());
        assertEquals(2, parties("roles==supplier").size());
    }

    @Test
    public void whoHasARoleIsNotTakenOutWithAnImportAndOneThatIsErasedHasNone() {
        Kept<PartyRole> role = give(ann, "customer", null, null);
        PartyStore parties = new PartyStore(office.settings::phones);
        assertEquals(false, office.tx.write(work -> parties.remove(work, Tsid.parse(ann.id()))));
        office.tx.write(work -> desk.put(
                work, desk.locked(work, role.id()), new PartyRole(null, "erased", null, null, null), "anonymised"));
        assertNull(desk.read(Office.ACTOR, role.id()).value().party());
        assertEquals(List.of(), parties("roles==*"));
        assertTrue(office.tx.write(work -> parties.remove(work, Tsid.parse(ann.id()))));
    }
}
