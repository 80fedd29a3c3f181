package org.colonnade.crm.internal.privacy;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.colonnade.crm.api.ContactPoint;
import org.colonnade.crm.api.ContactType;
import org.colonnade.crm.api.Identifier;
import org.colonnade.crm.api.Merge;
import org.colonnade.crm.api.MergeRequest;
import org.colonnade.crm.api.NoteDraft;
import org.colonnade.crm.api.Party;
import org.colonnade.crm.api.PartyDraft;
import org.colonnade.crm.api.PartyQuery;
import org.colonnade.crm.api.PersonName;
import org.colonnade.crm.api.RelationshipDraft;
import org.colonnade.crm.api.RevertRequest;
import org.colonnade.crm.internal.Office;
import org.colonnade.crm.internal.invariant.MergedOwnNothing;
import org.colonnade.crm.internal.invariant.SearchIsTrue;
import org.colonnade.crm.internal.reaction.DuplicateWatch;
import org.colonnade.platform.api.PageRequest;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.privacy.Erasure;
import org.colonnade.platform.api.privacy.ErasureContext;
import org.colonnade.platform.api.privacy.Hold;
import org.colonnade.platform.api.privacy.PersonFacts;
import org.colonnade.platform.api.privacy.PersonQuery;
import org.colonnade.platform.api.privacy.PersonalExport;
import org.colonnade.platform.api.privacy.PersonalItem;
import org.colonnade.platform.api.privacy.PersonalRecord;
import org.colonnade.platform.api.privacy.RetentionAction;
import org.colonnade.platform.api.privacy.RetentionTarget.Criteria;
import org.colonnade.testkit.OnEachDatabase;
import org.junit.Before;
import org.junit.Test;

public class PartyPersonalDataTest extends OnEachDatabase {

    private static final ErasureContext ERASE = new ErasureContext("C", false, List.of());
    private static final List<String> TABLES = List.of(
            "crm_party",
            "crm_contact_point",
            "crm_party_tag",
            "crm_identifier",
            "crm_party_card",
            "crm_card_print",
            "crm_search",
            "crm_note",
            "crm_relationship",
            "crm_duplicate",
            "crm_import",
            "crm_import_item",
            "crm_import_change",
            "crm_merge",
            "crm_merge_move",
            "platform_event",
            "platform_dead_letter");

    private Office office;
    private PartyPersonalData data;
    private Party zora;

    @Before
    public void raise() {
        office = new Office(database());
        data = new PartyPersonalData(
                office.tx, office.settings, database().redaction(), database().auditLog());
    }

    @Test
    public void afterAnErasureNothingIsLeftInAnyTable() throws SQLException {
        zoraEverywhere();
        assertTrue("there was something", traces() > 10);
        List<Erasure.Line> lines = data.erase(zora.ref(), ERASE).lines();
        assertEquals(1, count(lines, "crm:note", Erasure.Outcome.ERASED));
        assertEquals(1, count(lines, "crm:relationship", Erasure.Outcome.ERASED));
        assertTrue(count(lines, "crm:import-item", Erasure.Outcome.ANONYMISED) >= 2);
        assertEquals(1, count(lines, "crm:party", Erasure.Outcome.ANONYMISED));
        assertEquals(0, traces());

        Party left = office.directory.get(Office.ACTOR, zora.id());
        assertEquals("erased", left.displayName());
        assertTrue(left.archived());
        assertTrue(left.version() > zora.version());
        assertEquals(List.of(), left.contactPoints());
        assertEquals(List.of(), new SearchIsTrue(office.tx, office.settings).counterExamples(5));
        assertEquals(1, events("crm.party.erased"));
    }

    @Test
    public void whoWasMergedIsForgottenWithAllThatTheyWere() throws SQLException, IOException {
        zoraEverywhere();
        Party twin = office.person("Zora", "Quexley", ContactPoint.of(ContactType.EMAIL, "twin@quexley.example"));
        office.cards("BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Nobody\r\nNOTE:never ended, twin@quexley.example\r\n");
        Merge merge = office.merges.merge(
                Office.ACTOR, new MergeRequest(zora.id(), List.of(twin.id()), Map.of("displayName", zora.id())));
        List<PersonalItem> items = new ArrayList<>();
        data.export(twin.ref(), new Collected(items));
        PersonalItem told = items.get(items.size() - 1);
        assertEquals("crm:merge", told.kind());
        assertTrue(told.toString(), told.toString().contains(twin.ref().toString()));
        assertEquals(
                zora.ref(), found(Set.of(twin.ref()), PersonFacts.NONE).get(0).ref());
        List<Erasure.Line> lines = data.erase(twin.ref(), ERASE).lines();
        assertEquals(1, count(lines, "crm:merge", Erasure.Outcome.ANONYMISED));
        assertEquals(0, traces());
        assertEquals(0, new MergedOwnNothing(office.tx).counterExamples(5).size());
        assertEquals(List.of(), new SearchIsTrue(office.tx, office.settings).counterExamples(5));
        assertEquals(
                List.of(Erasure.Line.anonymised(zora.ref(), "crm:party")),
                data.erase(zora.ref(), ERASE).lines());
        office.merges.revert(Office.ACTOR, merge.id(), new RevertRequest(Map.of()));
        Party back = office.directory.get(Office.ACTOR, twin.id());
        assertEquals("a merge taken back brings nothing back", "erased", back.displayName());
        assertTrue(back.archived());
        assertEquals(0, traces());
    }

    @Test
    public void ofAMergeThatWasTakenBackOnlyThePersonsOwnPartGoes() {
        Party ann = office.person("Ann", "Lee", ContactPoint.of(ContactType.EMAIL, "ann@lee.example"));
        Party bob = office.person("Bob", "Lee", ContactPoint.of(ContactType.EMAIL, "bob@lee.example"));
        Merge merge = office.merges.merge(Office.ACTOR, new MergeRequest(ann.id(), List.of(bob.id()), Map.of()));
        office.merges.revert(Office.ACTOR, merge.id(), new RevertRequest(Map.of()));
        data.erase(bob.ref(), ERASE);
        String fields = office.merges.get(Office.ACTOR, merge.id()).fields().toString();
        assertFalse(fields, fields.contains("Bob"));
        assertTrue(fields, fields.contains("Ann Lee"));
        assertEquals("Ann Lee", office.directory.get(Office.ACTOR, ann.id()).displayName());
    }

    @Test
    public void aSecondTimeChangesNothing() throws SQLException {
        zoraEverywhere();
        data.erase(zora.ref(), ERASE);
        long version = office.directory.get(Office.ACTOR, zora.id()).version();
        List<Erasure.Line> again = data.erase(zora.ref(), ERASE).lines();
        assertEquals(List.of(Erasure.Line.anonymised(zora.ref(), "crm:party")), again);
        assertEquals(version, office.directory.get(Office.ACTOR, zora.id()).version());
        assertEquals(1, events("crm.party.erased"));
        assertEquals(Erasure.NOTHING, data.erase(Ref.parse("crm:party:0000000000000"), ERASE));
        assertEquals(Erasure.NOTHING, data.erase(Ref.parse("finance:debtor:1"), ERASE));
    }

    @Test
    public void aPreviewSaysTheSameAndStoresNothing() throws SQLException {
        zoraEverywhere();
        long before = traces();
        List<Erasure.Line> preview =
                data.erase(zora.ref(), new ErasureContext("C", true, List.of())).lines();
        assertEquals(before, traces());
        assertEquals(office.directory.get(Office.ACTOR, zora.id()).version(), zora.version());
        assertEquals(0, events("crm.party.erased"));
        assertEquals(preview, data.erase(zora.ref(), ERASE).lines());
    }

    @Test
    public void whatIsHeldIsKeptAndTheRestGoes() throws SQLException {
        zoraEverywhere();
        Hold hold = new Hold(zora.ref(), "An invoice", "§ 147 AO", LocalDate.of(2030, 12, 31));
        List<Erasure.Line> lines = data.erase(zora.ref(), new ErasureContext("C", false, List.of(hold)))
                .lines();
        assertEquals(1, count(lines, "crm:party", Erasure.Outcome.KEPT));
        assertEquals(1, count(lines, "crm:note", Erasure.Outcome.ERASED));
        Party kept = office.directory.get(Office.ACTOR, zora.id());
        assertEquals("Zora Quexley", kept.displayName());
        assertEquals(List.of("Zora Quexley"), office.find("zora"));
        assertEquals(List.of(), office.find("sailing"));
        assertEquals(List.of(), new SearchIsTrue(office.tx, office.settings).counterExamples(5));
    }

    @Test
    public void anExportSaysEverything() throws IOException {
        zoraEverywhere();
        List<PersonalItem> items = new ArrayList<>();
        data.export(zora.ref(), new Collected(items));
        List<String> kinds = items.stream().map(PersonalItem::kind).distinct().toList();
        assertEquals(List.of("crm:party", "crm:note", "crm:relationship", "crm:import-item"), kinds);
        String all = items.toString();
        for (String part : List.of("Quexley", "zora@quexley.example", "+66812345678", "1980-03-22", "sailing", "vip")) {
            assertTrue(part, all.contains(part));
        }
        assertFalse(items.stream().anyMatch(item -> item.purpose().isBlank()));
    }

    @Test
    public void aPersonIsFoundByReferenceMailboxTelephoneAndName() {
        zoraEverywhere();
        assertEquals(
                zora.ref(), found(Set.of(zora.ref()), PersonFacts.NONE).get(0).ref());
        assertEquals(
                1,
                found(Set.of(), new PersonFacts(null, null, Set.of("zora@quexley.example"), null))
                        .size());
        assertEquals(
                1,
                found(Set.of(), new PersonFacts(null, null, null, Set.of("+66812345678")))
                        .size());
        PersonalRecord byName = found(Set.of(), new PersonFacts(Set.of("quexley, zora"), null, null, null))
                .get(0);
        assertEquals(Set.of("Zora Quexley"), byName.facts().names());
        assertEquals("1980-03-22", byName.facts().birthday());
        assertEquals(Set.of("+66812345678"), byName.facts().phones());
        assertTrue(byName.facts().written().contains("quexley-7"));
        data.erase(zora.ref(), ERASE);
        assertEquals(List.of(), found(Set.of(), new PersonFacts(Set.of("erased"), null, null, null)));
    }

    @Test
    public void partiesWhoseTimeIsOverArePutAwayOrMadeAnonymous() {
        PartyRetention retention = new PartyRetention(
                office.tx, office.settings, database().redaction(), database().auditLog());
        Party one = office.person("Ann", "Old");
        Party two = office.person("Bob", "Old");
        Criteria any = new Criteria(Instant.parse("2999-01-01T00:00:00Z"), Set.of());
        Criteria active = new Criteria(any.changedBefore(), Set.of("active"));
        Criteria never = new Criteria(Instant.parse("2000-01-01T00:00:00Z"), Set.of());
        assertEquals(
                List.of(2L, 2L, 0L), List.of(retention.count(any), retention.count(active), retention.count(never)));
        assertEquals(List.of(two.ref()), retention.matching(any, one.ref(), 5));
        assertEquals(
                0,
                retention
                        .apply(never, List.of(one.ref()), RetentionAction.ARCHIVE)
                        .lines()
                        .size());
        assertEquals(
                1,
                retention
                        .apply(active, List.of(one.ref()), RetentionAction.ARCHIVE)
                        .lines()
                        .size());
        assertEquals(1, retention.count(active));
        retention.apply(any, List.of(one.ref(), two.ref()), RetentionAction.ANONYMISE);
        assertEquals("anonymous ones are done with", 0, retention.count(any));
        assertEquals("erased", office.directory.get(Office.ACTOR, two.id()).displayName());
    }

    /** One party that has left its traces in every table. */
    private void zoraEverywhere() {
        office.cards(
                "BEGIN:VCARD\r\nVERSION:4.0\r\nUID:quexley-1\r\nFN:Zora Quexley\r\nN:Quexley;Zora;;;\r\n"
                        + "EMAIL:zora@quexley.example\r\nX-HOBBY:quexley chess\r\nEND:VCARD\r\n"
                        + "BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Zora Quexley\r\nEMAIL:zora@quexley.example\r\nNOTE:never ended, quexley\r\n");
        String id = office.all(PartyQuery.text("quexley")).get(0).id();
        zora = office.desk.change(Office.ACTOR, id, version -> {}, PartyPersonalDataTest::more);
        office.desk.addNote(Office.ACTOR, id, new NoteDraft("Zora Quexley likes sailing"));
        Party other = office.person("Other", "Person", ContactPoint.of(ContactType.EMAIL, "zora@quexley.example"));
        office.desk.relate(Office.ACTOR, id, new RelationshipDraft("spouse-of", other.ref(), null, null));
        office.rows("Name,E-mail\nSomebody Else,zora@quexley.example\n");
        database().runReactions(new DuplicateWatch(office.settings, office.memory));
        office.desk.change(Office.ACTOR, other.id(), version -> {}, draft -> PartyDraft.person("Other", "Person"));
        office.all(PartyQuery.text("Somebody"))
                .forEach(party -> office.desk.change(
                        Office.ACTOR, party.id(), version -> {}, draft -> PartyDraft.person("Somebody", "Else")));
        zora = office.directory.get(Office.ACTOR, id);
    }

    private static PartyDraft more(PartyDraft draft) {
        return new PartyDraft(
                draft.kind(),
                "Zora Quexley",
                PersonName.of("Zora", "Quexley"),
                "Quexley Ltd",
                null,
                "Head of Quexley",
                null,
                "1980-03-22",
                null,
                null,
                List.of(
                        ContactPoint.of(ContactType.EMAIL, "zora@quexley.example"),
                        ContactPoint.of(ContactType.PHONE, "081 234 5678")),
                List.of("vip quexley"),
                List.of(draft.identifiers().get(0), new Identifier("tax-id", "quexley-7")));
    }

    /** How many values in the whole database speak of her. */
    private long traces() throws SQLException {
        long count = 0;
        try (Connection connection = database().connection();
                Statement statement = connection.createStatement()) {
            for (String table : TABLES) {
                try (ResultSet row = statement.executeQuery("select * from " + table)) {
                    while (row.next()) {
                        count += traces(row);
                    }
                }
            }
        }
        return count;
    }

    private static long traces(ResultSet row) throws SQLException {
        long count = 0;
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
            Object value = row.getObject(i);
            if (value instanceof Number || value instanceof Temporal) {
                continue; // an id or a moment may hold any digits
            }
            String text = value instanceof byte[] bytes ? new String(bytes) : String.valueOf(value);
            String lower = text.toLowerCase(Locale.ROOT);
            // a whole number: the last digits alone stand in ids, prints and instants too
            boolean number = lower.contains("812345678") || lower.contains("234 5678");
            count += lower.contains("quexley") || lower.contains("zora") || number ? 1 : 0;
        }
        return count;
    }

    private List<PersonalRecord> found(Set<Ref> refs, PersonFacts facts) {
        return data.find(new PersonQuery(refs, facts, 10));
    }

    private static long count(List<Erasure.Line> lines, String kind, Erasure.Outcome outcome) {
        return lines.stream()
                .filter(line -> line.kind().equals(kind) && line.outcome() == outcome)
                .count();
    }

    private int events(String type) {
        database().placeEvents();
        return database().eventLog().entries(type, PageRequest.first()).items().size();
    }

    /** An export in memory. */
    private record Collected(List<PersonalItem> items) implements PersonalExport {

        @Override
        public void record(PersonalItem item) {
            items.add(item);
        }

        @Override
        public void file(Ref record, String name, String mediaType, InputStream content) {
            throw new AssertionError("crm has no files");
        }
    }
}
