package org.colonnade.platform.jobs.internal;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Random;
import org.colonnade.platform.api.job.JobDraft;
import org.colonnade.platform.api.job.JobFile;
import org.colonnade.platform.api.job.JobFiles;
import org.colonnade.platform.api.job.JobFiles.JobOutput;
import org.colonnade.platform.api.problem.NotFound;
import org.colonnade.platform.api.problem.Rejected;
import org.colonnade.platform.api.problem.TooLarge;
import org.colonnade.platform.api.problem.Unavailable;
import org.colonnade.testkit.TestDatabase;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class FilesTest {

    @Rule
    public final TemporaryFolder home = new TemporaryFolder();

    private TestDatabase database;
    private Node node;

    @Before
    public void open() {
        database = TestDatabase.h2();
        node = new Node(database, home.getRoot().toPath());
    }

    @After
    public void close() {
        database.close();
    }

    @Test
    public void aJobReadsWhatItWasSubmittedWithAndLeavesWhatItMade() throws IOException {
        byte[] input = new byte[300_000];
        new Random(7).nextBytes(input);
        JobFiles files = node.jobs.prepare();
        files.keep("input.csv", "text/csv", new ByteArrayInputStream(input));
        node.engine.add(Node.worker("crm.import", run -> {
            try (InputStream in = run.files().read("input.csv");
                    JobOutput out = run.files().write("refused.csv", "text/csv")) {
                in.transferTo(out);
                out.complete();
            }
        }));
        String id = Node.as(
                Node.MALEE,
                () -> node.jobs.submit(JobDraft.of("crm.import", "Import", "{}").with(files)));
        assertEquals(files.job(), id);
        node.engine.drain();
        assertEquals(
                List.of("input.csv", "refused.csv"),
                node.get(id).files().stream().map(JobFile::name).toList());
        JobFiles mine = Node.as(Node.MALEE, () -> node.jobs.files(id));
        try (InputStream in = mine.read("refused.csv")) {
            assertArrayEquals(input, in.readAllBytes());
        }
        assertEquals(300_000, mine.find("refused.csv").orElseThrow().size());
    }

    @Test
    public void whatBreaksIsNotThere() {
        JobFiles files = node.jobs.prepare();
        assertThrows(
                IOException.class,
                () -> files.keep("input.csv", "text/csv", new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw new IOException("the caller went away");
                    }
                }));
        assertEquals(List.of(), files.all());
        assertEquals(
                "platform.job.file-not-found",
                assertThrows(NotFound.class, () -> files.read("input.csv")).code());
    }

    @Test
    public void aFileGoesOnWhereItWasSecured() throws IOException {
        JobFiles files = node.jobs.prepare();
        long safe;
        try (JobOutput out = files.write("export.csv", "text/csv")) {
            out.write("a,b\n1,2\n".getBytes(StandardCharsets.UTF_8));
            safe = out.secured();
            out.write("half a ro".getBytes(StandardCharsets.UTF_8));
        }
        assertEquals(List.of(), files.all());
        for (int again = 0; again < 2; again++) {
            try (JobOutput out = files.goOn("export.csv", "text/csv", safe)) {
                out.write("3,4\n".getBytes(StandardCharsets.UTF_8));
                out.complete();
            }
            assertEquals("a,b\n1,2\n3,4\n", Files.readString(files.path("export.csv")));
        }
        assertThrows(IOException.class, () -> files.goOn("export.csv", "text/csv", 1000));
    }

    @Test
    public void aJobHasOnlySoMuchRoom() throws IOException {
        JobFiles files = node.jobs.prepare();
        byte[] half = new byte[600 << 10];
        files.keep("one", "application/octet-stream", new ByteArrayInputStream(half));
        assertEquals(
                "platform.job.files-too-large",
                assertThrows(
                                TooLarge.class,
                                () -> files.keep("two", "application/octet-stream", new ByteArrayInputStream(half)))
                        .code());
        assertEquals(1, files.all().size());
    }

    @Test
    public void allJobsTogetherHaveOnlySoMuchRoom() throws IOException {
        byte[] much = new byte[1000 << 10];
        for (int i = 0; i < 4; i++) {
            node.jobs.prepare().keep("one", "application/octet-stream", new ByteArrayInputStream(much));
        }
        assertEquals(
                "platform.job.files-full",
                assertThrows(Unavailable.class, () -> node.jobs
                                .prepare()
                                .keep("one", "application/octet-stream", new ByteArrayInputStream(much)))
                        .code());
    }

    @Test
    public void aNameIsNoPath() {
        JobFiles files = node.jobs.prepare();
        for (String name : List.of("", "..", "../x", "a/b", "a\\b", ".hidden", "x.part", "a\u0000b", "a".repeat(101))) {
            assertEquals(
                    "platform.job.file-name",
                    assertThrows(Rejected.class, () -> files.write(name, "text/csv"))
                            .code());
        }
    }

    @Test
    public void aJobWithFilesRunsWhereTheyAre() throws IOException {
        Node other = new Node(database, home.newFolder("elsewhere").toPath());
        JobFiles files = node.jobs.prepare();
        files.keep("input.csv", "text/csv", new ByteArrayInputStream(new byte[3]));
        String id = Node.as(
                Node.MALEE,
                () -> node.jobs.submit(JobDraft.of("crm.import", "Import", "{}").with(files)));
        other.engine.add(Node.worker("crm.import", run -> {}));
        node.engine.add(Node.worker("crm.import", run -> {}));
        assertEquals(0, other.engine.drain());
        JobFiles seen = Node.as(Node.MALEE, () -> other.jobs.files(id));
        assertEquals(
                "platform.job.elsewhere",
                assertThrows(Unavailable.class, () -> seen.read("input.csv")).code());
        assertEquals(1, node.engine.drain());
    }
}
