package org.colonnade.crm.internal;

import static org.colonnade.crm.api.ImportItem.Status.CREATED;
import static org.colonnade.crm.api.ImportItem.Status.REFUSED;
import static org.colonnade.crm.api.ImportItem.Status.UNCHANGED;
import static org.colonnade.crm.api.ImportItem.Status.UPDATED;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.colonnade.crm.api.ContactPoint;
import org.colonnade.crm.api.ContactType;
import org.colonnade.crm.api.ImportItem;
import org.colonnade.crm.api.ImportOptions;
import org.colonnade.crm.api.ImportReport;
import org.colonnade.crm.api.Party;
import org.colonnade.crm.api.PartyQuery;
import org.colonnade.platform.api.PageRequest;
import org.colonnade.platform.api.problem.NotFound;
import org.colonnade.platform.api.problem.Rejected;
import org.colonnade.testkit.OnEachDatabase;
import org.junit.Before;
import org.junit.Test;

public class ImportTest extends OnEachDatabase {

    private static final String THREE = card("UID:1", "FN:Ann Lee", "N:Lee;Ann;;;", "EMAIL:ann@x.example", "NOTE:kind")
            + "BEGIN:VCARD\r\nVERSION:3.0\r\nX-NOTHING:here\r\nEND:VCARD\r\n"
            + card("FN:Bob Ray", "N:Ray;Bob;;;", "EMAIL:ann@x.example");

    private Office office;

    @Before
    public void open() {
        office = new Office(database());
    }

    @Test
    public void eachCardHasItsAnswerAndTheRefusedIsKeptAside() {
        ImportReport report = office.cards(THREE);
        assertEquals(List.of(CREATED, REFUSED, CREATED), Office.statuses(report));
        assertEquals(
                List.of(3L, 2L, 0L, 0L, 1L, 1L),
                List.of(
                        report.read(),
                        report.created(),
                        report.updated(),
                        report.unchanged(),
                        report.refused(),
                        report.suspected()));
        assertEquals("crm.card.nobody", report.items().get(1).code());
        assertEquals(9, report.items().get(1).line());
        assertEquals(
                List.of("same-email"), report.items().get(2).suspects().get(0).reasons());
        assertEquals(
                "BEGIN:VCARD\r\nVERSION:3.0\r\nX-NOTHING:here\r\nEND:VCARD\r\n",
                Office.text(office.imports.refused(Office.ACTOR, report.id())));
        ImportReport stored = office.imports.get(Office.ACTOR, report.id());
        assertEquals(ImportReport.State.FINISHED, stored.state());
        assertEquals(report.refused(), stored.refused());
        assertEquals(
                report.items(),
                office.imports
                        .items(Office.ACTOR, report.id(), null, PageRequest.first())
                        .items());
        assertEquals(
                1,
                office.imports
                        .items(Office.ACTOR, report.id(), REFUSED, PageRequest.first())
                        .items()
                        .size());
        assertEquals(
                1,
                office.imports
                        .imports(Office.ACTOR, PageRequest.first())
                        .items()
                        .size());
    }

    @Test
    public void aSecondTimeChangesNothing() {
        office.cards(THREE);
        assertEquals(List.of(UNCHANGED, REFUSED, UNCHANGED), Office.statuses(office.cards(THREE)));
        assertEquals(
                List.of(UNCHANGED, REFUSED, UNCHANGED),
                Office.statuses(office.cards(THREE.replace("NOTE:kind", "NOTE:kind\r\nREV:20300101T000000Z"))));
        assertEquals(2, office.all(PartyQuery.ALL).size());
        database().placeEvents();
        assertEquals(
                2,
                database()
                        .eventLog()
                        .entries("crm.party.created", PageRequest.first())
                        .items()
                        .size());
        assertEquals(
                3,
                database()
                        .eventLog()
                        .entries("crm.import.completed", PageRequest.first())
                        .items()
                        .size());
    }

    @Test
    public void aKnownUidAddsAndCorrectsAndTakesNothingAway() {
        office.cards(THREE);
        Party ann = office.all(PartyQuery.text("ann lee")).get(0);
        ImportReport report = office.cards(
                card("UID:1", "FN:Ann Lee-Smith", "N:Lee-Smith;Ann;;;", "TEL;TYPE=cell:081 234 5678", "NOTE:new"));
        assertEquals(List.of(UPDATED), Office.statuses(report));
        Party now = office.directory.get(Office.ACTOR, ann.id());
        assertEquals("Ann Lee-Smith", now.displayName());
        assertEquals(
                List.of("ann@x.example", "081 234 5678"),
                now.contactPoints().stream().map(ContactPoint::value).toList());
        assertEquals(
                2,
                office.directory
                        .notes(Office.ACTOR, ann.id(), PageRequest.first())
                        .items()
                        .size());
        assertEquals(List.of("Ann Lee-Smith"), office.find("new smith"));
    }

    @Test
    public void theSameCardTwiceInOneFileIsOneParty() {
        String file = card("FN:Ann") + card("FN:Ann") + card("UID:7", "FN:Bob") + card("UID:7", "FN:Bob", "TITLE:Boss");
        List<ImportItem.Status> expected = List.of(CREATED, UNCHANGED, CREATED, UPDATED);
        assertEquals(
                expected, Office.statuses(office.cards(file.getBytes(StandardCharsets.UTF_8), ImportOptions.trial())));
        assertEquals(expected, Office.statuses(office.cards(file)));
        assertEquals("Boss", office.all(PartyQuery.text("bob")).get(0).jobTitle());
    }

    @Test
    public void aDryRunStoresNothing() {
        ImportReport report = office.cards(THREE.getBytes(StandardCharsets.UTF_8), ImportOptions.trial());
        assertEquals(ImportReport.State.TRIED, report.state());
        assertEquals(List.of(CREATED, REFUSED, CREATED), Office.statuses(report));
        assertEquals(
                "what would become of each is kept",
                report.items(),
                office.imports
                        .items(Office.ACTOR, report.id(), null, PageRequest.first())
                        .items());
        assertNull(report.items().get(0).party());
        assertEquals(0, office.all(PartyQuery.ALL).size());
        database().placeEvents();
        assertEquals(
                0,
                database().eventLog().entries(null, PageRequest.first()).items().size());
    }

    @Test
    public void aRunThatWasKilledIsSentAgainAndGoesOn() {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < 250; i++) {
            all.append(card("FN:Person " + i, "EMAIL:p" + i + "@x.example"));
        }
        office.cards(all.substring(0, all.indexOf("FN:Person 130")));
        assertEquals(130, office.all(PartyQuery.ALL).size());
        ImportReport report = office.cards(all.toString());
        assertEquals(List.of(130L, 120L), List.of(report.unchanged(), report.created()));
        assertEquals(250, office.all(PartyQuery.ALL).size());
    }

    @Test
    public void anArchivedPartyStaysArchived() {
        office.cards(THREE);
        Party ann = office.all(PartyQuery.text("ann lee")).get(0);
        office.desk.archive(Office.ACTOR, ann.id(), version -> {});
        ImportItem item = office.cards(THREE).items().get(0);
        assertEquals(UNCHANGED, item.status());
        assertEquals(List.of("The party is archived."), item.messages());
    }

    @Test
    public void identifiersOfTwoPartiesStayWhereTheyAre() {
        office.cards(card("UID:1", "FN:Ann", "X-COLONNADE-IDENTIFIER;SCHEME=tax:5"));
        office.cards(card("UID:2", "FN:Bob"));
        ImportReport report = office.cards(card("UID:2", "FN:Bob", "X-COLONNADE-IDENTIFIER;SCHEME=tax:5"));
        assertEquals(List.of(UNCHANGED), Office.statuses(report));
        assertEquals(1, report.items().get(0).messages().size());
    }

    @Test
    public void refusedRowsStandUnderTheirHeader() {
        ImportReport report = office.rows("First Name,E-mail\nAnn,a@x.example\nBob,b,too much\n");
        assertEquals(List.of(CREATED, REFUSED), Office.statuses(report));
        assertEquals(
                "First Name,E-mail\r\nBob,b,too much\r\n",
                Office.text(office.imports.refused(Office.ACTOR, report.id())));
        assertEquals(
                List.of(UNCHANGED, REFUSED),
                Office.statuses(office.rows("First Name,E-mail\nAnn,a@x.example\nBob,b,too much\n")));
    }

    @Test
    public void whatIsNoFileLeavesNoTrace() {
        for (String file : List.of("", "hello", "\u0000\u0001")) {
            assertThrows(Rejected.class, () -> office.cards(file));
            assertThrows(Rejected.class, () -> office.rows(file));
        }
        assertEquals(
                "crm.import.charset",
                assertThrows(
                                Rejected.class,
                                () -> office.cards(new byte[] {1}, new ImportOptions(false, null, null, "klingon")))
                        .code());
        assertEquals(
                0,
                office.imports
                        .imports(Office.ACTOR, PageRequest.first())
                        .items()
                        .size());
        assertThrows(NotFound.class, () -> office.imports.get(Office.ACTOR, "none"));
        assertThrows(NotFound.class, () -> office.imports.refused(Office.ACTOR, "0SAP1TKV6BGD7"));
    }

    @Test
    public void aNationalNumberIsThePhoneOfTheRegion() {
        office.cards(card("FN:Ann", "TEL:081 234 5678"));
        assertTrue(office.all(PartyQuery.ALL).get(0).contactPoints().stream()
                .anyMatch(p -> p.type() == ContactType.PHONE && "+66812345678".equals(p.normalised())));
    }

    static String card(String... lines) {
        return "BEGIN:VCARD\r\nVERSION:4.0\r\n" + String.join("\r\n", lines) + "\r\nEND:VCARD\r\n";
    }
}
