package org.colonnade.crm.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.colonnade.crm.api.FileFormat;
import org.colonnade.crm.api.ImportItem;
import org.colonnade.crm.api.ImportOptions;
import org.colonnade.crm.api.ImportReport;
import org.colonnade.crm.api.PartyQuery;
import org.colonnade.testkit.OnEachDatabase;
import org.junit.Assume;
import org.junit.Before;
import org.junit.Test;

/** Address books of real programs. */
public class RealFilesTest extends OnEachDatabase {

    private Office office;

    @Before
    public void open() {
        office = new Office(database(), "US");
    }

    @Test
    public void importExportImportChangesNothing() throws IOException {
        long read = 0;
        for (Path book : files("vcard", ".vcf")) {
            ImportReport report = office.cards(Files.readAllBytes(book), ImportOptions.real());
            assertEquals(book + " " + report, 0, report.refused());
            read += report.read();
        }
        assertTrue("there are cards", read >= 14);
        int parties = office.all(PartyQuery.ALL).size();
        for (Path book : files("vcard", ".vcf")) {
            unchanged(office.cards(Files.readAllBytes(book), ImportOptions.real()));
        }
        for (String version : List.of("4.0", "3.0")) {
            unchanged(office.cards(office.exported(version)));
        }
        unchanged(office.rows(office.rows()));
        assertEquals(parties, office.all(PartyQuery.ALL).size());
    }

    @Test
    public void aDryRunSaysWhatTheRunDoesAndStoresNothing() throws IOException {
        for (Path book : files("vcard", ".vcf")) {
            byte[] file = Files.readAllBytes(book);
            ImportReport trial = office.cards(file, ImportOptions.trial());
            ImportReport real = office.cards(file, ImportOptions.real());
            assertTrue(trial.dryRun());
            assertEquals(Office.statuses(real), Office.statuses(trial));
        }
        for (Path table : files("csv-mautic", "leaddata.csv")) {
            int before = office.all(PartyQuery.ALL).size();
            ImportReport trial = office.imports.take(
                    Office.ACTOR, FileFormat.TABLE, Files.newInputStream(table), ImportOptions.trial());
            assertEquals(51, trial.created());
            assertEquals(before, office.all(PartyQuery.ALL).size());
        }
    }

    @Test
    public void theSameJohnDoeOfManyProgramsIsSuspectedNotMerged() throws IOException {
        long suspected = 0;
        for (Path book : files("vcard", ".vcf")) {
            if (book.getFileName().toString().startsWith("John_Doe_")) {
                suspected += office.cards(Files.readAllBytes(book), ImportOptions.real())
                        .suspected();
            }
        }
        assertTrue("suspected " + suspected, suspected >= 3);
    }

    @Test
    public void realTablesComeInOnceAndGoOut() throws IOException {
        for (Path table : files("csv-mautic", "leaddata.csv")) {
            ImportReport report = office.rows(Files.readString(table, StandardCharsets.UTF_8));
            assertEquals(
                    "one person is in the table four times, word for word",
                    List.of(54L, 51L, 3L),
                    List.of(report.read(), report.created(), report.unchanged()));
        }
        for (Path table : files("csv-mautic", "10contacts.csv")) {
            assertEquals(
                    10,
                    office.rows(Files.readString(table, StandardCharsets.UTF_8)).created());
        }
        for (Path table : files("csv-unomi", "2-surfers-test.csv")) {
            ImportReport report =
                    office.rows(Files.readString(table, StandardCharsets.UTF_8), "Linkedin ID=identifier.linkedin");
            assertEquals(report.toString(), report.read(), report.created());
        }
        for (Path table : files("csv-unomi", "3-surfers-overwrite-test.csv")) {
            ImportReport report =
                    office.rows(Files.readString(table, StandardCharsets.UTF_8), "idnum=identifier.linkedin");
            assertEquals("the key finds them: " + report, report.read(), report.updated() + report.unchanged());
        }
        unchanged(office.rows(office.rows()));
        unchanged(office.cards(office.exported("4.0")));
        unchanged(office.cards(office.exported("3.0")));
    }

    private static void unchanged(ImportReport report) {
        List<ImportItem> other = report.items().stream()
                .filter(item -> item.status() != ImportItem.Status.UNCHANGED)
                .toList();
        assertEquals(other.toString(), report.read(), report.unchanged());
        assertFalse(report.read() == 0);
    }

    static List<Path> files(String folder, String end) throws IOException {
        Path place = Path.of(System.getProperty("colonnade.corpora", "none"), "04-contacts-calendars", folder);
        Assume.assumeTrue("the shared corpora are not here", Files.isDirectory(place));
        try (Stream<Path> files = Files.list(place)) {
            return files.filter(file -> file.toString().endsWith(end)).sorted().toList();
        }
    }
}
