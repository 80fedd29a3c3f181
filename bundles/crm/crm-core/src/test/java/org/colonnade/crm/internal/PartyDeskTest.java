package org.colonnade.crm.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.colonnade.crm.api.ContactPoint;
import org.colonnade.crm.api.ContactType;
import org.colonnade.crm.api.Identifier;
import org.colonnade.crm.api.Note;
import org.colonnade.crm.api.NoteDraft;
import org.colonnade.crm.api.Party;
import org.colonnade.crm.api.PartyDraft;
import org.colonnade.crm.api.PartyQuery;
import org.colonnade.crm.api.Relationship;
import org.colonnade.crm.api.RelationshipDraft;
import org.colonnade.crm.api.Tag;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.PageRequest;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.event.EventLog;
import org.colonnade.platform.api.problem.Conflict;
import org.colonnade.platform.api.problem.Forbidden;
import org.colonnade.platform.api.problem.NotFound;
import org.colonnade.platform.api.problem.Rejected;
import org.colonnade.platform.api.problem.Stale;
import org.colonnade.platform.api.web.Versions;
import org.colonnade.testkit.OnEachDatabase;
import org.junit.Before;
import org.junit.Test;

public class PartyDeskTest extends OnEachDatabase {

    private Office office;

    @Before
    public void open() {
        office = new Office(database());
    }

    @Test
    public void aPartyIsReadAsItWasWritten() {
        Party made = office.create(new PartyDraft(
                null,
                null,
                null,
                "  Siam Tea ",
                "Sales",
                "Buyer",
                "decides",
                "--03-22",
                "th",
                "Asia/Bangkok",
                List.of(
                        ContactPoint.of(ContactType.PHONE, "081 234 5678", "Cell"),
                        ContactPoint.of(ContactType.EMAIL, "A.b@X.example")),
                List.of("VIP", "vip", "tea"),
                List.of(new Identifier("tax-id", "123"))));
        assertEquals("Siam Tea", made.displayName());
        assertEquals(1, made.version());
        assertEquals(
                List.of("A.b@x.example", "+66812345678"),
                made.contactPoints().stream().map(ContactPoint::normalised).toList());
        assertEquals(List.of("cell"), made.contactPoints().get(1).purposes());
        assertEquals(List.of("VIP", "tea"), made.tags());
        assertEquals("it has a UID of its own", 2, made.identifiers().size());
        assertEquals(made, office.directory.get(Office.ACTOR, made.id()));
        assertEquals(made, office.directory.find(Office.ACTOR, made.ref()).orElseThrow());
        assertEquals("Siam Tea", office.directory.displayName(made.ref()));
    }

    @Test
    public void aStaleChangeIsRefusedAndNothingIsLost() {
        Party made = office.person("Ann", "Lee");
        Party changed = change(made, draft -> titled(draft, "Boss"));
        assertEquals(2, changed.version());
        assertEquals("Boss", changed.jobTitle());
        assertThrows(Stale.class, () -> change(made, draft -> titled(draft, "Lost")));
        assertEquals("Boss", office.directory.get(Office.ACTOR, made.id()).jobTitle());
        assertEquals(
                "what changes nothing makes no version",
                2,
                change(changed, draft -> draft).version());
    }

    @Test
    public void renamingRenamesWhatPeopleCallIt() {
        Party made = office.person("Ann", "Lee");
        PartyDraft other = PartyDraft.person("Ann", "Li");
        Party changed = change(
                made,
                draft -> new PartyDraft(
                        draft.kind(),
                        draft.displayName(),
                        other.name(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        draft.contactPoints(),
                        draft.tags(),
                        List.of()));
        assertEquals("Ann Li", changed.displayName());
        assertEquals("the UID stays", made.identifiers(), changed.identifiers());
        assertEquals(List.of(), office.find("lee"));
        assertEquals(List.of("Ann Li"), office.find("li"));
    }

    @Test
    public void archivedPartiesAreOutOfTheWayAndComeBack() {
        Party made = office.person("Ann", "Lee");
        office.desk.archive(Office.ACTOR, made.id(), version -> Versions.match("\"1\"", version));
        assertEquals(List.of(), office.find("ann"));
        assertEquals(1, office.all(new PartyQuery("ann", null, null, true)).size());
        assertTrue(office.directory.get(Office.ACTOR, made.id()).archived());
        Party archived = office.directory.get(Office.ACTOR, made.id());
        assertEquals(
                "crm.party.archived",
                assertThrows(Conflict.class, () -> change(archived, draft -> titled(draft, "X")))
                        .code());
        assertFalse(office.desk.restore(Office.ACTOR, made.id()).archived());
        assertEquals(List.of("Ann Lee"), office.find("ann"));
        database().placeEvents();
        assertEquals(
                List.of("crm.party.created", "crm.party.archived", "crm.party.restored"),
                database().eventLog().entries(null, PageRequest.first()).items().stream()
                        .map(EventLog.Entry::type)
                        .toList());
    }

    @Test
    public void nobodyEntersWithoutThePermission() {
        Actor nobody = new Actor(Ref.parse("platform:user:x"), "x", Set.of(), false);
        Actor reader = new Actor(Ref.parse("platform:user:y"), "y", Set.of("crm.party.read"), false);
        Party made = office.person("Ann", "Lee");
        assertThrows(Forbidden.class, () -> office.directory.search(nobody, PartyQuery.ALL, PageRequest.first()));
        assertEquals(made, office.directory.get(reader, made.id()));
        assertThrows(Forbidden.class, () -> office.desk.create(reader, PartyDraft.person("A", "B")));
        assertThrows(Forbidden.class, () -> office.exports.csv(reader, PartyQuery.ALL));
        assertThrows(Forbidden.class, () -> office.imports.imports(reader, PageRequest.first()));
    }

    @Test
    public void whatIsNotThereIsNotFoundWhateverTheId() {
        for (String id :
                new String[] {"none", "", "0SAP1TKV6BGD7", "ZZZZZZZZZZZZZ", "'; drop table crm_party", "7ZZZZZZZZZZZZ"
                }) {
            assertEquals(
                    "crm.party.not-found",
                    assertThrows(NotFound.class, () -> office.directory.get(Office.ACTOR, id))
                            .code());
            assertThrows(NotFound.class, () -> office.desk.restore(Office.ACTOR, id));
        }
        assertTrue(
                office.directory.find(Office.ACTOR, Ref.parse("sales:order:1")).isEmpty());
    }

    @Test
    public void anIdentifierIsSomebodysAlone() {
        PartyDraft draft = identified(PartyDraft.person("Ann", "Lee"), new Identifier("tax-id", "7"));
        office.create(draft);
        assertEquals(
                "crm.identifier.taken",
                assertThrows(Conflict.class, () -> office.create(draft)).code());
        Party other = office.person("Bob", "Lee");
        assertEquals(
                "crm.identifier.taken",
                assertThrows(Conflict.class, () -> change(other, d -> identified(d, new Identifier("tax-id", "7"))))
                        .code());
    }

    @Test
    public void aNoteIsWrittenAnew() {
        Party made = office.person("Ann", "Lee");
        Note note = office.desk.addNote(Office.ACTOR, made.id(), new NoteDraft("likes Oolong"));
        assertEquals(1, note.version());
        Note changed =
                office.desk.changeNote(Office.ACTOR, made.id(), note.id(), version -> assertEquals(1, version), was -> {
                    assertEquals("likes Oolong", was.text());
                    return new NoteDraft("likes Sencha");
                });
        assertEquals(2, changed.version());
        assertEquals(note.author(), changed.author());
        assertEquals(note.createdAt(), changed.createdAt());
        assertEquals(
                List.of(changed),
                office.directory
                        .notes(Office.ACTOR, made.id(), PageRequest.first())
                        .items());
        assertEquals(List.of(), office.find("oolong"));
        assertEquals(List.of("Ann Lee"), office.find("sencha"));
        assertEquals(
                2,
                office.desk
                        .changeNote(Office.ACTOR, made.id(), note.id(), version -> {}, was -> was)
                        .version());
        assertEquals(
                "crm.note.invalid",
                assertThrows(
                                Rejected.class,
                                () -> office.desk.changeNote(
                                        Office.ACTOR, made.id(), note.id(), version -> {}, was -> new NoteDraft(null)))
                        .code());
        Party other = office.person("Bob", "Ray");
        assertThrows(
                NotFound.class,
                () -> office.desk.changeNote(Office.ACTOR, other.id(), note.id(), version -> {}, was -> was));
        assertEquals(List.of("Ann Lee"), office.find("sencha"));
    }

    @Test
    public void notesAreSearchedAndDoNotDisturbThoseWhoEdit() {
        Party made = office.person("Ann", "Lee");
        Note note = office.desk.addNote(Office.ACTOR, made.id(), new NoteDraft("likes Oolong"));
        office.desk.addNote(Office.ACTOR, made.id(), new NoteDraft("second"));
        assertEquals(List.of("Ann Lee"), office.find("oolong"));
        assertEquals(
                List.of("second", "likes Oolong"),
                office.directory.notes(Office.ACTOR, made.id(), PageRequest.first()).items().stream()
                        .map(Note::text)
                        .toList());
        assertEquals("Boss", change(made, draft -> titled(draft, "Boss")).jobTitle());
        office.desk.removeNote(Office.ACTOR, made.id(), note.id());
        assertEquals(List.of(), office.find("oolong"));
        assertThrows(NotFound.class, () -> office.desk.removeNote(Office.ACTOR, made.id(), note.id()));
        assertEquals(
                "crm.note.invalid",
                assertThrows(Rejected.class, () -> office.desk.addNote(Office.ACTOR, made.id(), new NoteDraft(" ")))
                        .code());
    }

    @Test
    public void aRelationshipIsOneRecordWithTwoViews() {
        Party ann = office.person("Ann", "Lee");
        Party tea = office.create(PartyDraft.organisation("Siam Tea"));
        RelationshipDraft draft = new RelationshipDraft("employee-of", tea.ref(), LocalDate.of(2020, 1, 1), null);
        Relationship made = office.desk.relate(Office.ACTOR, ann.id(), draft);
        assertEquals("Siam Tea", made.otherName());
        Relationship seen =
                office.directory.relationships(Office.ACTOR, tea.id()).get(0);
        assertEquals(List.of("employs", "Ann Lee", made.id()), List.of(seen.type(), seen.otherName(), seen.id()));
        assertEquals(
                "crm.relationship.exists",
                assertThrows(Conflict.class, () -> office.desk.relate(Office.ACTOR, ann.id(), draft))
                        .code());
        assertEquals(
                "crm.relationship.exists",
                assertThrows(
                                Conflict.class,
                                () -> office.desk.relate(
                                        Office.ACTOR,
                                        tea.id(),
                                        new RelationshipDraft("employs", ann.ref(), LocalDate.of(2020, 1, 1), null)))
                        .code());
        office.desk.unrelate(Office.ACTOR, tea.id(), made.id());
        assertEquals(List.of(), office.directory.relationships(Office.ACTOR, ann.id()));
    }

    @Test
    public void aRelationshipThatMakesNoSenseIsRefused() {
        Party ann = office.person("Ann", "Lee");
        Ref nobody = Ref.parse("crm:party:0SAP1TKV6BGD7");
        for (RelationshipDraft draft : List.of(
                new RelationshipDraft("loves", nobody, null, null),
                new RelationshipDraft("friend-of", nobody, null, null),
                new RelationshipDraft("friend-of", ann.ref(), null, null),
                new RelationshipDraft(null, null, null, null),
                new RelationshipDraft("friend-of", nobody, LocalDate.MAX, LocalDate.MIN))) {
            assertEquals(
                    "crm.relationship.invalid",
                    assertThrows(Rejected.class, () -> office.desk.relate(Office.ACTOR, ann.id(), draft))
                            .code());
        }
    }

    @Test
    public void tagsAreCountedWithoutRegardToCase() {
        office.create(tagged("Ann", "VIP", "tea"));
        office.create(tagged("Bob", "vip"));
        assertEquals(
                List.of(1L, 2L),
                office.directory.tags(Office.ACTOR).stream().map(Tag::parties).toList());
        assertEquals(2, office.all(new PartyQuery(null, null, "Vip", false)).size());
        assertEquals(1, office.all(new PartyQuery("ann", null, "vip", false)).size());
    }

    @Test
    public void whatACardSaidBesidesAContactPointSurvivesAChange() {
        office.cards(
                "BEGIN:VCARD\nVERSION:4.0\nUID:1\nFN:Ann\nTEL;TYPE=work;X-DEVICE=7:+66 2 123 4567\nTITLE;LANGUAGE=en:Boss\nREV:20200101T000000Z\n"
                        + "END:VCARD\n");
        Party ann = office.all(PartyQuery.ALL).get(0);
        assertEquals(List.of("TITLE", "REV"), ann.kept());
        Party changed = change(
                ann,
                draft -> new PartyDraft(
                        draft.kind(),
                        draft.displayName(),
                        draft.name(),
                        null,
                        null,
                        "Owner",
                        null,
                        null,
                        null,
                        null,
                        List.of(ContactPoint.of(ContactType.PHONE, "+66 2 123 4567", "home")),
                        draft.tags(),
                        draft.identifiers()));
        assertEquals("the title's language went with the title", List.of(), changed.kept());
        String card = office.exports.vcard(Office.ACTOR, ann.id(), "4.0");
        assertTrue(card, card.contains("X-DEVICE=7") && card.contains("TYPE=home") && card.contains("TITLE:Owner"));
        assertNull("the present revision", card.contains("20200101") ? card : null);
    }

    private Party change(Party party, UnaryOperator<PartyDraft> change) {
        return office.desk.change(
                Office.ACTOR, party.id(), version -> Versions.match(Versions.etag(party.version()), version), change);
    }

    private static PartyDraft titled(PartyDraft d, String title) {
        return new PartyDraft(
                d.kind(),
                d.displayName(),
                d.name(),
                d.organisation(),
                d.unit(),
                title,
                d.role(),
                d.birthday(),
                d.language(),
                d.timeZone(),
                d.contactPoints(),
                d.tags(),
                d.identifiers());
    }

    private static PartyDraft identified(PartyDraft d, Identifier identifier) {
        return new PartyDraft(
                d.kind(),
                d.displayName(),
                d.name(),
                d.organisation(),
                d.unit(),
                d.jobTitle(),
                d.role(),
                d.birthday(),
                d.language(),
                d.timeZone(),
                d.contactPoints(),
                d.tags(),
                List.of(identifier));
    }

    private static PartyDraft tagged(String name, String... tags) {
        return new PartyDraft(null, name, null, null, null, null, null, null, null, null, null, List.of(tags), null);
    }
}
