package org.colonnade.crm.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.colonnade.crm.api.ContactPoint;
import org.colonnade.crm.api.ContactType;
import org.colonnade.crm.api.Duplicate;
import org.colonnade.crm.api.FieldMatch;
import org.colonnade.crm.api.Identifier;
import org.colonnade.crm.api.ImportOptions;
import org.colonnade.crm.api.Merge;
import org.colonnade.crm.api.Party;
import org.colonnade.crm.api.PartyDraft;
import org.colonnade.crm.api.PartyKind;
import org.colonnade.crm.api.PartyQuery;
import org.colonnade.crm.api.PersonName;
import org.colonnade.crm.api.PostalAddress;
import org.colonnade.crm.api.RevertRequest;
import org.colonnade.crm.api.ScanProgress;
import org.colonnade.crm.api.Suspect;
import org.colonnade.crm.internal.reaction.DuplicateWatch;
import org.colonnade.platform.api.PageRequest;
import org.colonnade.platform.api.problem.Rejected;
import org.colonnade.platform.api.text.Folding;
import org.colonnade.testkit.OnEachDatabase;
import org.junit.Before;
import org.junit.Test;

public class MatchTest extends OnEachDatabase {

    private Office office;

    @Before
    public void open() {
        office = new Office(database());
    }

    @Test
    public void whoIsAboutToBeAddedIsRecognisedAndOneIsToldWhy() {
        Party somchai = office.create(born("Somchai", "Wongsakul", "1980-03-12"));
        office.create(born("Malee", "Srisuk", "1985-01-01"));
        scan();
        List<Suspect> found = office.matches.match(Office.ACTOR, born("Somchay", "Wongsakul", "1980-12-03"));
        assertEquals(1, found.size());
        Suspect suspect = found.get(0);
        assertEquals(somchai.ref(), suspect.party());
        assertTrue("" + suspect.score(), suspect.score() > 0.5 && suspect.score() < 1);
        assertEquals(List.of("similar-birthday", "same-family", "similar-given"), suspect.reasons());
        FieldMatch birthday = suspect.fields().stream()
                .filter(field -> field.field().equals("birthday"))
                .findFirst()
                .orElseThrow();
        assertEquals(List.of("1980-12-03", "1980-03-12"), List.of(birthday.one(), birthday.other()));
        assertTrue(birthday.contribution() > 0 && birthday.contribution() < birthday.weight());
        assertEquals(List.of(), office.matches.match(Office.ACTOR, born("Somchai", "Srisuk", "1960-05-05")));
        assertThrows(Rejected.class, () -> office.matches.match(Office.ACTOR, PartyDraft.person(null, null)));
    }

    @Test
    public void thaiNamesAreComparedWithoutTheirToneMarks() {
        Party one = office.person("มาลี", "แก้วมณี", ContactPoint.of(ContactType.PHONE, "081 234 5678"));
        scan();
        List<Suspect> found = office.matches.match(Office.ACTOR, PartyDraft.person("มาลี", "แกวมณี"));
        assertEquals(List.of(one.ref()), found.stream().map(Suspect::party).toList());
    }

    @Test
    public void aScanStopsAndGoesOnWhereItWas() {
        for (int i = 0; i < 450; i++) {
            Random chance = new Random(i % 225);
            PartyDraft draft =
                    born(word(chance), word(chance), "19" + (50 + i % 45) + "-0" + (1 + i % 225 / 45) + "-10");
            office.create(new PartyDraft(
                    draft.kind(),
                    null,
                    draft.name(),
                    null,
                    null,
                    null,
                    null,
                    draft.birthday(),
                    null,
                    null,
                    List.of(ContactPoint.of(
                            new PostalAddress(null, null, "12 Station Road", "Ashfield", null, "2131", null))),
                    List.of(),
                    List.of()));
        }
        DuplicateScan scan = new DuplicateScan(office.tx, office.settings, office.memory);
        ScanProgress first = scan.step(null);
        assertEquals(List.of(200L, false), List.of(first.parties(), first.done()));
        ScanProgress last = scan.step(scan.step(first.checkpoint()).checkpoint());
        assertEquals(List.of(450L, true), List.of(last.parties(), last.done()));
        assertTrue("" + pairs().size(), pairs().size() >= 225 && pairs().size() < 240);
        assertTrue("one key is everybody's, and it is told", last.skipped() > 0);
        assertEquals("a second time finds nothing new", 0, scan().found());
        assertEquals(
                "crm.scan.checkpoint",
                assertThrows(Rejected.class, () -> scan.step("'; drop table")).code());
    }

    @Test
    public void nothingIsMergedUnlessAStrongIdentifierSaysSo() {
        CrmSettings careful = office.settings;
        office.create(identified("Ann", "Lee", new Identifier("tax-id", "1-23")));
        office.create(identified("Ann", "Lee", new Identifier("tax-id", "123")));
        database().runReactions(new DuplicateWatch(careful, office.memory));
        assertEquals("it is off by default", 1, pairs().size());
        careful.changed(Office.config(Map.of("autoMerge", true)));
        Party third = office.create(identified("Ann", "Lee", new Identifier("tax-id", "1 2 3")));
        database().placeEvents();
        assertTrue(get(third).mergedInto() != null);
        Party other = office.create(identified("Ann", "Lee", new Identifier("tax-id", "999")));
        database().placeEvents();
        assertNull("another tax number is another person", get(other).mergedInto());
        for (Merge merge : office.merges.list(Office.ACTOR, PageRequest.first()).items()) {
            assertEquals("platform:system:auto-merge", merge.mergedBy());
            office.merges.revert(Office.ACTOR, merge.id(), new RevertRequest(Map.of()));
        }
        database().placeEvents();
        assertNull("what was taken back is not done again", get(third).mergedInto());
    }

    /** All shared address books in one. The cards of John Doe are one man's; else whoever has one name is one. */
    @Test
    public void theAddressBooksOfRealProgramsAreToldApart() throws IOException {
        for (Path book : RealFilesTest.files("vcard", ".vcf")) {
            office.cards(Files.readAllBytes(book), ImportOptions.real());
        }
        for (Path table : RealFilesTest.files("csv-mautic", ".csv")) {
            if (table.endsWith("fakeleaddata.csv") || table.endsWith("10contacts.csv")) {
                office.rows(Files.readString(table, StandardCharsets.UTF_8));
            }
        }
        for (Path table : RealFilesTest.files("csv-unomi", "2-surfers-test.csv")) {
            office.rows(Files.readString(table, StandardCharsets.UTF_8));
        }
        scan();
        List<String> right = new ArrayList<>();
        List<String> wrong = new ArrayList<>();
        for (Duplicate pair : pairs()) {
            boolean same = owner(pair.oneName()).equals(owner(pair.otherName()));
            (same ? right : wrong).add(pair.oneName() + " = " + pair.otherName() + ' ' + pair.score());
        }
        List<Party> all = office.all(PartyQuery.ALL);
        List<String> truth = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            String owner = owner(all.get(i).displayName());
            all.subList(0, i).stream()
                    .filter(other ->
                            !owner.isEmpty() && owner(other.displayName()).equals(owner))
                    .forEach(other -> truth.add(owner));
        }
        String report = all.size() + " parties, pairs " + truth + "; found " + right + "; and wrongly " + wrong;
        Files.writeString(Path.of("target", "match-address-books-" + kind + ".txt"), report);
        assertTrue(report, right.size() >= 0.95 * truth.size() && wrong.size() <= 0.01 * right.size());
    }

    private static String owner(String name) {
        String bare = Folding.fold(name)
                .replaceAll("\\b(mr|mrs|ms|dr|jr|sr|iii)\\b|[^a-z ]", "")
                .replaceAll(" +", " ")
                .strip();
        if (bare.matches("[n ]*")) {
            return ""; // the Android cards were made anonymous: every letter is an Ñ
        }
        return bare.matches("john richter ?james doe") ? "john richter" : bare;
    }

    private static String word(Random chance) {
        return chance.ints(8, 'a', 'z' + 1)
                .mapToObj(c -> String.valueOf((char) c))
                .collect(Collectors.joining());
    }

    private ScanProgress scan() {
        DuplicateScan scan = new DuplicateScan(office.tx, office.settings, office.memory);
        ScanProgress progress = scan.step(null);
        while (!progress.done()) {
            progress = scan.step(progress.checkpoint());
        }
        return progress;
    }

    private Party get(Party party) {
        return office.directory.get(Office.ACTOR, party.id());
    }

    private List<Duplicate> pairs() {
        List<Duplicate> all = new ArrayList<>();
        String after = null;
        do {
            var page = office.directory.duplicates(Office.ACTOR, Duplicate.State.OPEN, new PageRequest(100, after));
            all.addAll(page.items());
            after = page.next();
        } while (after != null);
        return all;
    }

    private static PartyDraft born(String given, String family, String birthday) {
        return draft(given, family, birthday, List.of());
    }

    private static PartyDraft identified(String given, String family, Identifier identifier) {
        return draft(given, family, "1980-03-22", List.of(identifier));
    }

    private static PartyDraft draft(String given, String family, String birthday, List<Identifier> identifiers) {
        return new PartyDraft(
                PartyKind.PERSON,
                null,
                PersonName.of(given, family),
                null,
                null,
                null,
                null,
                birthday,
                null,
                null,
                List.of(),
                List.of(),
                identifiers);
    }
}
