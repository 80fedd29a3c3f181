package org.colonnade.crm.internal.party;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.colonnade.crm.api.ContactPoint;
import org.colonnade.crm.api.ContactType;
import org.colonnade.crm.api.ExportDesk;
import org.colonnade.crm.api.FileFormat;
import org.colonnade.crm.api.ImportDesk;
import org.colonnade.crm.api.ImportOptions;
import org.colonnade.crm.api.ImportReport;
import org.colonnade.crm.api.MergeDesk;
import org.colonnade.crm.api.MergeRequest;
import org.colonnade.crm.api.NoteDraft;
import org.colonnade.crm.api.Party;
import org.colonnade.crm.api.PartyDirectory;
import org.colonnade.crm.api.PartyDraft;
import org.colonnade.crm.api.PartyQuery;
import org.colonnade.crm.api.PostalAddress;
import org.colonnade.crm.internal.Office;
import org.colonnade.crm.internal.store.PartyStore;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.PageRequest;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.Tsid;
import org.colonnade.platform.api.audit.Entry;
import org.colonnade.platform.api.problem.Conflict;
import org.colonnade.platform.api.problem.Forbidden;
import org.colonnade.platform.api.problem.Rejected;
import org.colonnade.platform.api.record.Kept;
import org.colonnade.platform.api.record.RecordDesk;
import org.colonnade.platform.api.record.RecordQuery;
import org.colonnade.platform.records.internal.rights.Access;
import org.colonnade.platform.records.internal.rights.FieldRights;
import org.colonnade.testkit.OnEachDatabase;
import org.junit.Before;
import org.junit.Test;
import org.junit.function.ThrowingRunnable;

/** Parties are kept, found and sorted as every declared record is. */
public class PartyRecordsTest extends OnEachDatabase {

    private Office office;
    private RecordDesk<PartyRecord, PartyDraft> desk;

    @Before
    public void open() {
        office = new Office(database());
        desk = office.records.desk();
        office.person(
                "Malee",
                "Srisuk",
                ContactPoint.of(ContactType.EMAIL, "Malee@Example.COM", "work"),
                ContactPoint.of(ContactType.PHONE, "081 234 5678", "cell"));
        office.person("Zoe", "Müller");
        office.create(PartyDraft.organisation(
                "Siam Tea Co.",
                ContactPoint.of(new PostalAddress(null, null, "99 Rama IV", "Bangkok", null, "10110", "Thailand"))));
    }

    private List<String> names(RecordQuery query) {
        return desk.list(Office.ACTOR, query).items().stream()
                .map(kept -> kept.value().displayName())
                .toList();
    }

    private List<String> where(String filter) {
        return names(RecordQuery.all().where(filter));
    }

    @Test
    public void aFilterFindsByFields() {
        assertEquals(List.of("Siam Tea Co."), where("kind==ORGANISATION"));
        assertEquals(List.of("Malee Srisuk"), where("familyName==Sri*"));
        assertEquals(List.of("Zoe Müller", "Malee Srisuk"), where("kind==PERSON;createdAt=gt=2020-01-01T00:00:00Z"));
        assertEquals(
                "platform.filter.unknown-field",
                assertThrows(Rejected.class, () -> where("shoeSize==44")).code());
    }

    @Test
    public void aFilterFindsByContactPoints() {
        assertEquals(List.of("Malee Srisuk"), where("email==malee@example.com"));
        assertEquals(List.of("Malee Srisuk"), where("email==*@EXAMPLE.com"));
        assertEquals(List.of("Malee Srisuk"), where("phone==0812345678"));
        assertEquals(List.of("Siam Tea Co."), where("locality==Bangkok,postalCode==99999"));
        assertEquals(List.of("Zoe Müller", "Siam Tea Co."), where("phone!=*"));
    }

    @Test
    public void wordsTagsAndFiltersGoTogether() {
        office.create(tagged("Mali", "Tea taster"));
        office.create(tagged("Mana", "Customer"));
        assertEquals(List.of("Mali"), names(new RecordQuery("kind==PERSON", "ma", null, null, "TEA taster", first())));
        assertEquals(List.of("Mali", "Malee Srisuk"), names(new RecordQuery(null, "mal", null, null, null, first())));
        assertEquals(
                List.of("Malee Srisuk"), names(new RecordQuery("tags!=*", "mal", "sortName", null, null, first())));
    }

    private static PageRequest first() {
        return new PageRequest(50, null);
    }

    private static PartyDraft tagged(String name, String tag) {
        PartyDraft d = PartyDraft.person(name, null);
        return new PartyDraft(
                d.kind(), null, d.name(), null, null, null, null, null, null, null, List.of(), List.of(tag), List.of());
    }

    @Test
    public void pagesGoInTheWantedOrder() {
        RecordQuery byName = RecordQuery.all().by("-displayName");
        assertEquals(List.of("Zoe Müller", "Siam Tea Co.", "Malee Srisuk"), names(byName));
        var page = desk.list(Office.ACTOR, byName.at(new PageRequest(2, null)));
        assertEquals(List.of("Malee Srisuk"), names(byName.at(new PageRequest(2, page.next()))));
        var own = desk.list(Office.ACTOR, RecordQuery.all().at(new PageRequest(1, null)));
        assertEquals(
                List.of("Siam Tea Co.", "Malee Srisuk"), names(RecordQuery.all().at(new PageRequest(5, own.next()))));
    }

    @Test
    public void whatIsReadIsWhatWasWritten() {
        Party made = office.create(tagged("Mali", "tea"));
        Kept<PartyRecord> read = desk.read(Office.ACTOR, made.id());
        assertEquals(made, PartyRecord.party(read));
        assertEquals(made, office.directory.get(Office.ACTOR, made.id()));
        Kept<PartyRecord> changed = desk.change(Office.ACTOR, made.id(), version -> {}, draft -> tagged("Mala", "tea"));
        assertEquals("Mala", desk.read(Office.ACTOR, made.id()).value().displayName());
        assertEquals(changed, desk.read(Office.ACTOR, made.id()));
        assertEquals(
                changed.version(),
                desk.change(Office.ACTOR, made.id(), version -> {}, draft -> draft)
                        .version());
    }

    @Test
    public void aMergedOneIsNotListedAndNotChanged() {
        Party one = office.person("Ann", "Lee");
        Party other = office.person("Anne", "Lee");
        office.merges.merge(Office.ACTOR, new MergeRequest(one.id(), List.of(other.id()), Map.of()));
        assertEquals(List.of("Ann Lee"), where("familyName==Lee"));
        assertEquals(one.ref(), desk.read(Office.ACTOR, other.id()).value().mergedInto());
        assertEquals(
                "crm.party.merged",
                assertThrows(Conflict.class, () -> desk.change(Office.ACTOR, other.id(), version -> {}, draft -> draft))
                        .code());
    }

    @Test
    public void anUntouchedOneCanBeTakenOut() {
        Party ann = office.person("Ann", "Lee", ContactPoint.of(ContactType.EMAIL, "ann@example.com"));
        Party noted = office.person("Anne", "Lee");
        office.desk.addNote(Office.ACTOR, noted.id(), new NoteDraft("called"));
        PartyStore parties = new PartyStore(office.settings::phones);
        assertTrue(office.tx.write(work -> parties.remove(work, Tsid.parse(ann.id()))));
        assertFalse(office.tx.write(work -> parties.remove(work, Tsid.parse(noted.id()))));
        assertEquals(List.of("Anne Lee"), where("familyName==Lee"));
        assertEquals(List.of(), where("email==ann@example.com"));
        assertEquals(List.of(), office.find("ann@example.com"));
    }

    @Test
    public void everyVersionIsWrittenDownAndTheDocumentIsIts() {
        Party made = office.create(tagged("Mali", "tea"));
        desk.change(Office.ACTOR, made.id(), version -> {}, draft -> tagged("Mala", "tea"));
        desk.archive(Office.ACTOR, made.id(), version -> {});
        database().chainAudit();
        List<Entry> entries = database()
                .auditLog()
                .history(made.ref(), new PageRequest(10, null))
                .items();
        assertEquals(
                List.of("archived 3", "changed 2", "created 1"),
                entries.stream()
                        .map(entry -> entry.action() + ' ' + entry.version())
                        .toList());
        assertTrue(entries.get(0).after(), entries.get(0).after().contains("\"archived\":true"));
        assertEquals(3, desk.read(Office.ACTOR, made.id()).version());
    }

    @Test
    public void whatIsWithheldIsFoundByNoOtherWay() {
        new FieldRights(database().tx("records"))
                .put(Office.ACTOR, new FieldRights.Right("trainee", "crm:party", "contactPoints", Access.NONE));
        Actor trainee = new Actor(
                Ref.of("platform", "user", 7),
                "Trainee",
                Set.of(PartyDirectory.READ, MergeDesk.MERGE, ImportDesk.RUN, ExportDesk.RUN),
                false,
                Set.of("trainee"));
        List<ThrowingRunnable> ways = List.of(
                () -> office.matches.match(trainee, PartyDraft.person("Malee", "Srisuk")),
                () -> office.directory.duplicates(trainee, null, first()),
                () -> office.merges.list(trainee, first()),
                () -> office.imports.imports(trainee, first()),
                () -> office.exports.csv(trainee, PartyQuery.text("0812345678")));
        for (ThrowingRunnable way : ways) {
            assertEquals(
                    "platform.field.withheld",
                    assertThrows(Forbidden.class, way).code());
        }
        String card = Office.text(office.exports.vcards(trainee, PartyQuery.ALL, "4.0"));
        assertTrue(card, card.contains("FN:Malee Srisuk") && !card.contains("malee@") && !card.contains("TEL"));
        assertEquals(
                "platform.filter.unknown-field",
                assertThrows(
                                Rejected.class,
                                () -> desk.list(trainee, RecordQuery.all().where("email==malee@example.com")))
                        .code());
    }

    @Test
    public void whatMayNotBeChangedIsRefusedRowByRow() {
        office.rows("First Name,No,Job Title\nPat,1,Clerk\n", "No=identifier.no");
        new FieldRights(database().tx("records"))
                .put(Office.ACTOR, new FieldRights.Right("trainee", "crm:party", "jobTitle", Access.READ));
        Actor trainee =
                new Actor(Ref.of("platform", "user", 7), "Trainee", Set.of(ImportDesk.RUN), false, Set.of("trainee"));
        ImportReport report = office.imports.take(
                trainee,
                FileFormat.TABLE,
                new ByteArrayInputStream(
                        "First Name,No,Job Title,Company\nPat,1,Clerk,Tea\nPat,1,Boss,Tea\nAnn,2,Boss,Tea\nBob,3,,Tea\n"
                                .getBytes(StandardCharsets.UTF_8)),
                new ImportOptions(false, List.of("No=identifier.no"), null, null));
        assertEquals(
                Arrays.asList(
                        null,
                        "platform.field.not-writable jobTitle may not be changed by you",
                        "platform.field.not-writable jobTitle may not be changed by you",
                        null),
                report.items().stream()
                        .map(item -> item.code() == null
                                ? null
                                : item.code() + ' ' + item.messages().get(0))
                        .toList());
        assertEquals(
                "First Name,No,Job Title,Company\r\nPat,1,Boss,Tea\r\nAnn,2,Boss,Tea\r\n",
                Office.text(office.imports.refused(trainee, report.id())));
        assertEquals(
                "who may not write all of them takes none back",
                "platform.field.withheld",
                assertThrows(Forbidden.class, () -> office.imports.revert(trainee, report.id()))
                        .code());
    }
}
