package org.colonnade.crm.internal.lead;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Set;
import org.colonnade.crm.api.ContactPoint;
import org.colonnade.crm.api.ContactType;
import org.colonnade.crm.api.Party;
import org.colonnade.crm.api.PartyKind;
import org.colonnade.crm.api.PartyQuery;
import org.colonnade.crm.api.lead.Conversion;
import org.colonnade.crm.api.lead.ConversionWish;
import org.colonnade.crm.api.lead.Disqualification;
import org.colonnade.crm.api.lead.Lead;
import org.colonnade.crm.api.lead.LeadDraft;
import org.colonnade.crm.api.lead.LeadState;
import org.colonnade.crm.api.lead.OpportunityWish;
import org.colonnade.crm.internal.sweep.LeadSweepTest;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Money;
import org.colonnade.platform.api.PageRequest;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.event.EventLog;
import org.colonnade.platform.api.problem.Conflict;
import org.colonnade.platform.api.problem.Forbidden;
import org.colonnade.platform.api.problem.NotFound;
import org.colonnade.platform.api.problem.Rejected;
import org.colonnade.platform.api.problem.Stale;
import org.colonnade.platform.api.record.Kept;
import org.colonnade.platform.api.record.RecordQuery;
import org.colonnade.platform.api.web.Versions;
import org.colonnade.testkit.OnEachDatabase;
import org.junit.Before;
import org.junit.Test;

public class LeadDeskTest extends OnEachDatabase {

    private static final ConversionWish PLAIN = new ConversionWish(null, null);

    private LeadOffice office;

    @Before
    public void open() {
        office = new LeadOffice(database(), Set.of("ann", "bob"));
    }

    @Test
    public void aLeadBecomesAPartyOnceAndForAll() {
        Kept<Lead> lead = qualified(new LeadDraft(
                " Malee ",
                "Srisuk",
                "Siam Tea",
                "malee@siamtea.example",
                "081 234 5678",
                "fair",
                "spring",
                "ann",
                null,
                "tea",
                Money.of("1200", "EUR")));
        assertEquals("Malee", lead.value().givenName());
        Conversion first = office.desk.convert(
                LeadOffice.ACTOR,
                lead.id(),
                v -> {},
                new ConversionWish(null, new OpportunityWish(null, null, "0000000000001")));
        Conversion second = office.desk.convert(
                LeadOffice.ACTOR,
                lead.id(),
                v -> {
                    throw new AssertionError("what is done needs no version");
                },
                PLAIN);
        assertEquals(
                List.of(first.party(), first.lead(), first.opportunity()),
                List.of(second.party(), second.lead(), second.opportunity()));
        assertTrue(first.created());
        assertFalse(second.created());
        Party party =
                office.office.directory.find(LeadOffice.ACTOR, first.party()).orElseThrow();
        assertEquals("Malee Srisuk", party.displayName());
        assertEquals("Siam Tea", party.organisation());
        assertEquals(2, party.contactPoints().size());
        assertEquals(1, office.office.all(PartyQuery.ALL).size());
        converted(lead.id(), first);
    }

    private void converted(String id, Conversion first) {
        assertEquals(LeadState.CONVERTED, office.lead(id).state());
        database().placeEvents();
        String told = event("crm.lead.converted").data();
        assertTrue(
                told,
                told.contains(first.party().toString())
                        && told.contains("Malee Srisuk")
                        && told.contains("crm:opportunity:"));
        assertTrue(told, told.contains("1200"));
        assertEquals(
                "crm.lead.state",
                assertThrows(Conflict.class, () -> renamed(id)).code());
    }

    @Test
    public void manyConvertersMakeOneParty() throws Exception {
        String id = qualified(LeadDraft.of("Ann", "Lee", "ann@x.example")).id();
        Set<Ref> parties = new java.util.HashSet<>();
        for (Conversion one :
                LeadSweepTest.atOnce(8, () -> office.desk.convert(LeadOffice.ACTOR, id, v -> {}, PLAIN))) {
            parties.add(one.party());
        }
        assertEquals(1, parties.size());
        assertEquals(1, office.office.all(PartyQuery.ALL).size());
    }

    @Test
    public void whoMayBeTheSameIsProposedAndNotDecided() {
        Party known = office.office.person("Malee", "S.", ContactPoint.of(ContactType.EMAIL, "MALEE@siamtea.example"));
        office.office.person("Somebody", "Else", ContactPoint.of(ContactType.EMAIL, "else@siamtea.example"));
        Kept<Lead> lead = qualified(LeadDraft.of("Malee", "Srisuk", "malee@siamtea.example"));
        Conversion preview = office.desk.preview(LeadOffice.ACTOR, lead.id(), PLAIN);
        assertNull(preview.party());
        assertTrue(preview.created());
        assertEquals(
                List.of(new Conversion.Candidate(known.ref(), "Malee S.", List.of("same-email"))),
                preview.candidates());
        assertEquals(LeadState.QUALIFIED, office.lead(lead.id()).state());
        Conversion linked =
                office.desk.convert(LeadOffice.ACTOR, lead.id(), v -> {}, new ConversionWish(known.id(), null));
        assertEquals(known.ref(), linked.party());
        assertEquals(2, office.office.all(PartyQuery.ALL).size());
    }

    @Test
    public void anOrganisationAloneAndAnAddressAloneBecomePartiesToo() {
        LeadDraft firm = new LeadDraft(null, null, "Siam Tea", null, null, null, null, null, null, null, null);
        Conversion one = office.desk.convert(LeadOffice.ACTOR, qualified(firm).id(), v -> {}, PLAIN);
        assertEquals(PartyKind.ORGANISATION, party(one).kind());
        Conversion two = office.desk.convert(
                LeadOffice.ACTOR,
                qualified(LeadDraft.of(null, null, "x@y.example")).id(),
                v -> {},
                PLAIN);
        assertEquals("x@y.example", party(two).displayName());
        assertEquals(PartyKind.PERSON, party(two).kind());
    }

    @Test
    public void whatIsNotRightIsRefusedAndNothingChanges() {
        assertEquals(List.of("familyName"), refused(LeadDraft.of(" ", null, "")));
        assertEquals(List.of("email"), refused(LeadDraft.of("Ann", null, "no address")));
        assertEquals(
                List.of("value", "owner"),
                refused(new LeadDraft(
                        "Ann", null, null, null, null, null, null, "nobody", null, null, Money.of("-1", "EUR"))));
        Kept<Lead> lead = office.add("Ann", "web");
        assertThrows(
                Stale.class, () -> office.desk.contact(LeadOffice.ACTOR, lead.id(), v -> Versions.match("\"9\"", v)));
        assertThrows(Conflict.class, () -> office.desk.convert(LeadOffice.ACTOR, lead.id(), v -> {}, PLAIN));
        assertThrows(NotFound.class, () -> office.desk.contact(LeadOffice.ACTOR, "none", v -> {}));
        assertThrows(
                Rejected.class,
                () -> office.desk.disqualify(LeadOffice.ACTOR, lead.id(), v -> {}, new Disqualification(" ")));
        Actor stranger = new Actor(Ref.of("platform", "user", 1), "x", Set.of(), false);
        assertThrows(Forbidden.class, () -> office.desk.contact(stranger, lead.id(), v -> {}));
        Kept<Lead> ready = qualified(LeadDraft.of("Bob", null, "bob@x.example"));
        Rejected none = assertThrows(
                Rejected.class,
                () -> office.desk.convert(LeadOffice.ACTOR, ready.id(), v -> {}, new ConversionWish("none", null)));
        assertEquals("party", none.fields().get(0).field());
        office.records.leads().archive(LeadOffice.ACTOR, lead.id(), v -> {});
        assertEquals(
                "crm.lead.archived",
                assertThrows(Conflict.class, () -> office.desk.contact(LeadOffice.ACTOR, lead.id(), v -> {}))
                        .code());
        assertEquals(List.of(), office.office.all(PartyQuery.ALL));
    }

    @Test
    public void aDisqualifiedLeadSaysWhyAndComesBack() {
        String id = office.add("Ann", "web").id();
        office.desk.contact(LeadOffice.ACTOR, id, v -> {});
        office.desk.disqualify(LeadOffice.ACTOR, id, v -> {}, new Disqualification("no budget"));
        assertEquals("no budget", office.lead(id).reason());
        database().placeEvents();
        assertNotNull(event("crm.lead.disqualified"));
        Kept<Lead> back = office.desk.reopen(LeadOffice.ACTOR, id, v -> {});
        assertEquals(LeadState.CONTACTED, back.value().state());
        assertNull(back.value().reason());
    }

    @Test
    public void leadsAreFilteredAndSearched() {
        office.add("Malee", "fair");
        String web = office.add("Søren", "web").id();
        assertEquals(List.of(web), ids(RecordQuery.all().where("source==web;state==NEW")));
        assertEquals(List.of(web), ids(new RecordQuery(null, "soren", null, null, null, PageRequest.first())));
        assertEquals(2, ids(RecordQuery.all().by("-score")).size());
    }

    @Test
    public void aLeadFollowsItsMergedParty() {
        String id = qualified(LeadDraft.of("Ann", "Lee", "ann@x.example")).id();
        Ref merged = office.desk.convert(LeadOffice.ACTOR, id, v -> {}, PLAIN).party();
        Ref survivor = office.office.person("Ann", "Lee").ref();
        LeadReferences references = new LeadReferences(office.records);
        String journal = office.office.tx.write(work -> references.move(merged, survivor, work));
        assertEquals(survivor, office.lead(id).party());
        assertEquals("", office.office.tx.write(work -> references.move(merged, survivor, work)));
        office.office.tx.write(work -> {
            references.putBack(merged, survivor, journal, work);
            return null;
        });
        assertEquals(merged, office.lead(id).party());
    }

    private List<String> ids(RecordQuery query) {
        return office.records.leads().list(LeadOffice.ACTOR, query).items().stream()
                .map(Kept::id)
                .toList();
    }

    private Kept<Lead> renamed(String id) {
        return office.records.leads().change(LeadOffice.ACTOR, id, v -> {}, d -> LeadDraft.of("X", null, null));
    }

    private Party party(Conversion conversion) {
        return office.office
                .directory
                .find(LeadOffice.ACTOR, conversion.party())
                .orElseThrow();
    }

    private List<String> refused(LeadDraft draft) {
        return assertThrows(Rejected.class, () -> office.records.leads().create(LeadOffice.ACTOR, draft))
                .fields()
                .stream()
                .map(Rejected.Field::field)
                .toList();
    }

    private Kept<Lead> qualified(LeadDraft draft) {
        String id = office.records.leads().create(LeadOffice.ACTOR, draft).id();
        office.desk.contact(LeadOffice.ACTOR, id, v -> {});
        return office.desk.qualify(LeadOffice.ACTOR, id, v -> {});
    }

    private EventLog.Entry event(String type) {
        return database().eventLog().entries(type, PageRequest.first()).items().get(0);
    }
}
