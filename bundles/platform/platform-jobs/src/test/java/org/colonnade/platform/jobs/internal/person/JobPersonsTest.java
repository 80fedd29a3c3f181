package org.colonnade.platform.jobs.internal.person;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.job.Job;
import org.colonnade.platform.api.job.JobDraft;
import org.colonnade.platform.api.job.JobFile;
import org.colonnade.platform.api.job.JobFiles;
import org.colonnade.platform.api.privacy.Erasure;
import org.colonnade.platform.api.privacy.Erasure.Outcome;
import org.colonnade.platform.api.privacy.ErasureContext;
import org.colonnade.platform.api.privacy.Hold;
import org.colonnade.platform.api.privacy.PersonFacts;
import org.colonnade.platform.api.privacy.PersonalExport;
import org.colonnade.platform.api.privacy.PersonalItem;
import org.colonnade.platform.api.problem.NotFound;
import org.colonnade.platform.api.problem.Unavailable;
import org.colonnade.platform.api.sheet.SheetFormat;
import org.colonnade.platform.api.sheet.SheetWriter;
import org.colonnade.platform.api.sheet.Sheets;
import org.colonnade.platform.api.sheet.WriteOptions;
import org.colonnade.platform.jobs.internal.Node;
import org.colonnade.platform.sheets.internal.SheetsConfig;
import org.colonnade.platform.sheets.internal.StreamSheets;
import org.colonnade.testkit.OnEachDatabase;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** What an erasure does to the files of jobs. */
public class JobPersonsTest extends OnEachDatabase {

    private static final Ref ZORA = new Ref("crm", "party", "ZORA");
    private static final PersonFacts FACTS =
            new PersonFacts(Set.of("Zora Quexley"), null, Set.of("zora@quexley.example"), Set.of("+66812345678"));
    private static final String OTHERS = "name,email\nTom Miller,tom@miller.example\n";
    private static final String HERS = OTHERS + "Someone,zora@quexley.example\n";

    @Rule
    public final TemporaryFolder home = new TemporaryFolder();

    private final Sheets sheets = new StreamSheets((SheetsConfig) Proxy.newProxyInstance(
            SheetsConfig.class.getClassLoader(),
            new Class<?>[] {SheetsConfig.class},
            (proxy, method, arguments) -> method.getDefaultValue()));
    private Node node;
    private JobPersons persons;

    @Before
    public void open() {
        node = new Node(database(), home.getRoot().toPath());
        persons = new JobPersons(node.tx, node.folder, sheets);
        node.engine.add(Node.worker("crm.import", run -> {}));
    }

    @Test
    public void aFileThatHoldsThePersonGoesAndOthersStay() throws IOException {
        String hers = done("input.csv", HERS);
        String others = done("input.csv", OTHERS);
        long change = node.get(hers).change();
        assertEquals(List.of(hers + "/input.csv ERASED"), erase("C1"));
        assertEquals(List.of(), names(hers));
        assertFalse(Files.exists(path(hers, "input.csv")));
        assertTrue("whoever watches the job is told", node.get(hers).change() > change);
        assertEquals(List.of("input.csv"), names(others));
        JobFiles files = Node.as(Node.MALEE, () -> node.jobs.files(hers));
        assertEquals(
                "platform.job.file-erased",
                assertThrows(NotFound.class, () -> files.read("input.csv")).code());
        assertEquals(
                "platform.job.file-not-found",
                assertThrows(NotFound.class, () -> files.read("refused.csv")).code());
        assertEquals("a second time says the same", List.of(hers + "/input.csv ERASED"), erase("C1"));
        assertEquals("another case finds nothing", List.of(), erase("C2"));
    }

    @Test
    public void aPreviewSaysTheSameAndChangesNothing() throws IOException {
        String hers = done("input.csv", HERS);
        assertEquals(
                List.of(hers + "/input.csv ERASED"),
                texts(persons.erase(List.of(ZORA), new ErasureContext("P", true, List.of(), FACTS))));
        assertEquals(List.of("input.csv"), names(hers));
        assertTrue(Files.exists(path(hers, "input.csv")));
    }

    @Test
    public void allFilesOfAnImportGoThatBroughtThePerson() throws IOException {
        String job = done("input.csv", OTHERS);
        String other = done("input.csv", OTHERS);
        persons.imported.add((jobs, records) -> {
            Set<String> found = new LinkedHashSet<>(jobs);
            found.retainAll(records.contains(ZORA) ? Set.of(job) : Set.of());
            return found;
        });
        List<PersonalItem> items = new ArrayList<>();
        persons.export(ZORA, new Collected(items));
        assertEquals(1, items.size());
        assertEquals("crm.import", items.get(0).fields().get("kind"));
        assertEquals(
                List.of(job + "/input.csv ERASED"),
                texts(persons.erase(ZORA, new ErasureContext("C", false, List.of()))));
        assertEquals(List.of("input.csv"), names(other));
    }

    @Test
    public void aJobComesToItsEndBeforeItsFilesGo() throws IOException {
        List<String> during = new ArrayList<>();
        node.engine.add(Node.worker("crm.import", run -> {
            Erasure answer = erasure("C");
            during.addAll(texts(answer));
            Erasure.Line line = answer.lines().get(0);
            assertTrue(line.reason(), line.reason().contains("has not ended"));
            assertEquals(LocalDate.now(ZoneOffset.UTC), line.until());
            try (InputStream in = run.files().read("input.csv")) {
                run.files().keep("refused.csv", "text/csv", in);
            }
        }));
        String job = submit("input.csv", HERS.getBytes(StandardCharsets.UTF_8));
        assertEquals("one that waits is kept too", List.of(job + "/input.csv KEPT"), erase("C"));
        node.engine.drain();
        assertEquals(List.of(job + "/input.csv KEPT"), during);
        assertEquals(List.of("input.csv", "refused.csv"), names(job));
        node.engine.sweep();
        assertEquals(List.of(), names(job));
        assertFalse(Files.exists(path(job, "refused.csv")));
        assertEquals(
                "also when nothing is known of the person any more",
                List.of(job + "/input.csv ERASED", job + "/refused.csv ERASED"),
                texts(persons.erase(ZORA, new ErasureContext("C", false, List.of()))));
    }

    @Test
    public void whatAFailedJobLeftHalfWrittenGoesToo() throws IOException {
        node.engine.add(Node.worker("crm.import", run -> {
            try (JobFiles.JobOutput out = run.files().write("export.csv", "text/csv")) {
                out.write(HERS.getBytes(StandardCharsets.UTF_8));
            }
        }));
        String job = node.submit(Node.MALEE, "crm.import");
        node.engine.drain();
        assertTrue(Files.exists(path(job, "export.csv.part")));
        assertEquals(List.of(job + "/export.csv ERASED"), erase("C"));
        assertFalse(Files.exists(path(job, "export.csv.part")));
    }

    @Test
    public void whatAHoldNamesIsKept() throws IOException {
        String job = done("input.csv", HERS);
        Hold hold = new Hold(Ref.parse("platform:job:" + job), "evidence", "§ 147 AO", LocalDate.of(2036, 1, 1));
        Erasure answer = persons.erase(List.of(ZORA), new ErasureContext("C", false, List.of(hold), FACTS));
        assertEquals(List.of(job + "/input.csv KEPT"), texts(answer));
        assertEquals(LocalDate.of(2036, 1, 1), answer.lines().get(0).until());
        assertEquals(List.of("input.csv"), names(job));
    }

    @Test
    public void workbooksAndCardsAreReadToo() throws IOException {
        String book = done("a.xlsx", workbook("Miller", "Tom", "Quexley", "Zora"));
        String empty = done("b.xlsx", workbook("Miller", "Tom", "Quexley", "Tom"));
        String card =
                done("c.vcf", "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Z\r\nEMAIL:zora@quex\r\n ley.example\r\nEND:VCARD\r\n");
        String wide = done("d.csv", HERS.getBytes(StandardCharsets.UTF_16));
        String broken = done("e.xlsx", new byte[] {'P', 'K', 3, 4, 0, 0});
        assertEquals(
                List.of(book + "/a.xlsx", card + "/c.vcf", wide + "/d.csv", broken + "/e.xlsx").stream()
                        .map(file -> file + " ERASED")
                        .sorted()
                        .toList(),
                erase("C").stream().sorted().toList());
        assertEquals(List.of("b.xlsx"), names(empty));
    }

    @Test
    public void theFunctionWaitsUntilEveryDataFolderWasLookedThrough() throws IOException {
        Node other = new Node(database(), home.newFolder("elsewhere").toPath());
        JobPersons there = new JobPersons(other.tx, other.folder, sheets);
        String here = done("input.csv", HERS);
        JobFiles files = other.jobs.prepare();
        files.keep("input.csv", "text/csv", new ByteArrayInputStream(HERS.getBytes(StandardCharsets.UTF_8)));
        Node.as(
                Node.MALEE,
                () -> other.jobs.submit(
                        JobDraft.of("crm.import", "Import", "{}").with(files)));
        other.engine.add(Node.worker("crm.import", run -> {}));
        other.engine.drain();
        assertThrows(Unavailable.class, () -> erase("C"));
        assertEquals(List.of(), names(here));
        assertEquals(
                Set.of(here + "/input.csv ERASED", files.job() + "/input.csv ERASED"),
                Set.copyOf(texts(there.erase(List.of(ZORA), new ErasureContext("C", false, List.of(), FACTS)))));
        assertEquals(List.of(), files.all());
        assertEquals(2, erase("C").size());
    }

    @Test
    public void whatIsRememberedGoesWithTheJob() throws IOException {
        String job = done("input.csv", HERS);
        erase("C");
        Node.as(Node.MALEE, () -> {
            node.jobs.remove(job);
            return null;
        });
        assertEquals(List.of(), erase("C"));
    }

    private List<String> erase(String caseId) {
        return texts(erasure(caseId));
    }

    private Erasure erasure(String caseId) {
        return persons.erase(List.of(ZORA), new ErasureContext(caseId, false, List.of(), FACTS));
    }

    private static List<String> texts(Erasure answer) {
        answer.lines().forEach(line -> {
            assertEquals("platform:job-file", line.kind());
            assertEquals(line.outcome() == Outcome.KEPT, line.reason() != null);
        });
        return answer.lines().stream()
                .map(line -> line.ref().id() + ' ' + line.outcome())
                .toList();
    }

    private String done(String name, String content) throws IOException {
        return done(name, content.getBytes(StandardCharsets.UTF_8));
    }

    private String done(String name, byte[] content) throws IOException {
        String job = submit(name, content);
        node.engine.drain();
        return job;
    }

    private String submit(String name, byte[] content) throws IOException {
        JobFiles files = node.jobs.prepare();
        files.keep(name, "application/octet-stream", new ByteArrayInputStream(content));
        return Node.as(
                Node.MALEE,
                () -> node.jobs.submit(JobDraft.of("crm.import", "Import", "{}").with(files)));
    }

    private byte[] workbook(String... cells) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        WriteOptions options = new WriteOptions(List.of("Family", "Given"), "People", ',', false);
        try (SheetWriter writer = sheets.write(out, SheetFormat.XLSX, options)) {
            for (int i = 0; i < cells.length; i += 2) {
                writer.write(List.of(cells[i], cells[i + 1]));
            }
        }
        return out.toByteArray();
    }

    private List<String> names(String job) {
        Job now = node.get(job);
        return now.files().stream().map(JobFile::name).toList();
    }

    private Path path(String job, String name) {
        return home.getRoot().toPath().resolve("jobs").resolve(job).resolve(name);
    }

    /** Keeps the records of an export. */
    private record Collected(List<PersonalItem> items) implements PersonalExport {

        @Override
        public void record(PersonalItem item) {
            items.add(item);
        }

        @Override
        public void file(Ref record, String name, String mediaType, InputStream content) {
            throw new AssertionError("no file of others is given out");
        }
    }
}
