package org.colonnade.crm.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.colonnade.crm.api.ContactPoint;
import org.colonnade.crm.api.ContactType;
import org.colonnade.crm.api.ImportItem;
import org.colonnade.crm.api.ImportReport;
import org.colonnade.crm.api.NoteDraft;
import org.colonnade.crm.api.Party;
import org.colonnade.crm.api.PartyDraft;
import org.colonnade.crm.api.PartyQuery;
import org.colonnade.crm.api.PersonName;
import org.colonnade.crm.api.PostalAddress;
import org.colonnade.crm.internal.invariant.SearchIsTrue;
import org.colonnade.platform.api.PageRequest;
import org.colonnade.platform.api.problem.Rejected;
import org.colonnade.platform.api.text.Folding;
import org.colonnade.testkit.OnEachDatabase;
import org.junit.Assume;
import org.junit.Test;

/** Text that is made to break things goes in, is found, and comes back letter by letter. */
public class NaughtyStringsTest extends OnEachDatabase {

    @Test
    public void everyStringSurvivesTheWholeWay() throws IOException {
        Office office = new Office(database());
        List<Party> made = whatIsTakenComesBack(office);
        assertTrue("most are taken: " + made.size(), made.size() > 200);
        eachIsFoundByItsText(office, made);
        eachFileBringsBackTheSame(office);
        for (Party party : made) {
            assertEquals(party, office.directory.get(Office.ACTOR, party.id()));
        }
        assertEquals(
                0,
                new SearchIsTrue(office.tx, office.settings).counterExamples(5).size());
    }

    private static List<Party> whatIsTakenComesBack(Office office) throws IOException {
        List<Party> made = new ArrayList<>();
        for (String text : naughty()) {
            try {
                Party party = office.create(all(text));
                office.desk.addNote(Office.ACTOR, party.id(), new NoteDraft("n" + text));
                made.add(party);
                assertEquals(
                        text, office.directory.get(Office.ACTOR, party.id()).organisation());
            } catch (Rejected refused) {
                assertTrue(
                        text + " " + refused.fields(),
                        text.length() > 90 || text.isBlank() || text.contains("\u0000") || text.contains("\n"));
            }
        }
        return made;
    }

    private static void eachIsFoundByItsText(Office office, List<Party> made) {
        for (Party party : made) {
            String text = party.organisation();
            if (!Folding.fold(text).isEmpty() && text.length() < 400) {
                boolean found = office
                        .directory
                        .search(Office.ACTOR, PartyQuery.text(text), new PageRequest(500, null))
                        .items()
                        .stream()
                        .anyMatch(hit -> hit.id().equals(party.id()));
                assertTrue("found by " + text, found);
            }
        }
    }

    private static void eachFileBringsBackTheSame(Office office) throws IOException {
        for (String version : List.of("4.0", "3.0")) {
            unchanged(office.cards(office.exported(version)));
        }
        String rows = office.rows();
        unchanged(office.rows(rows));
    }

    private static PartyDraft all(String text) {
        return new PartyDraft(
                null,
                text,
                new PersonName(text, text, text, text, text, text, text, text),
                text,
                text,
                text,
                text,
                null,
                null,
                null,
                List.of(
                        ContactPoint.of(ContactType.PHONE, text),
                        ContactPoint.of(ContactType.WEB, text),
                        ContactPoint.of(ContactType.HANDLE, text),
                        ContactPoint.of(new PostalAddress(text, text, text, text, text, null, text))),
                List.of(text),
                null);
    }

    private static void unchanged(ImportReport report) {
        assertEquals(
                report.items().stream()
                        .filter(item -> item.status() != ImportItem.Status.UNCHANGED)
                        .toList()
                        .toString(),
                report.read(),
                report.unchanged());
    }

    private static List<String> naughty() throws IOException {
        Path file = Path.of(
                System.getProperty("colonnade.corpora", "none"),
                "09-naughty-inputs",
                "strings",
                "naughty-strings.share.json");
        Assume.assumeTrue("the shared corpora are not here", Files.exists(file));
        return Json.read(Files.readString(file), new TypeReference<List<String>>() {});
    }
}
