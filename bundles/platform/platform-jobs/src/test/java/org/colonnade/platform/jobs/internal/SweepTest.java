package org.colonnade.platform.jobs.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.colonnade.platform.api.PageRequest;
import org.colonnade.platform.api.admin.HealthCheck.Level;
import org.colonnade.platform.api.job.JobDraft;
import org.colonnade.platform.api.job.JobFiles;
import org.colonnade.platform.api.job.JobQuery;
import org.colonnade.platform.api.metric.Readings;
import org.colonnade.testkit.TestDatabase;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class SweepTest {

    @Rule
    public final TemporaryFolder home = new TemporaryFolder();

    private final SettableClock clock = new SettableClock();
    private TestDatabase database;
    private Node node;

    @Before
    public void open() {
        database = TestDatabase.of(TestDatabase.Kind.H2, clock);
        node = new Node(database, home.getRoot().toPath());
    }

    @After
    public void close() {
        database.close();
    }

    @Test
    public void aJobGoesWithItsFilesWhenItsTimeIsOver() throws IOException {
        JobFiles files = prepared();
        node.engine.add(Node.worker("crm.import", run -> {}));
        Node.as(
                Node.MALEE,
                () -> node.jobs.submit(JobDraft.of("crm.import", "Import", "{}").with(files)));
        node.engine.drain();
        clock.go(Duration.ofDays(6));
        node.engine.sweep();
        assertEquals(1, count());
        clock.go(Duration.ofDays(2));
        node.engine.sweep();
        assertEquals(0, count());
        assertFalse(Files.exists(folder(files)));
    }

    @Test
    public void filesWhoseJobNeverCameGoAfterADay() throws IOException {
        JobFiles files = prepared();
        Files.setLastModifiedTime(folder(files), FileTime.from(clock.instant()));
        node.engine.sweep();
        assertTrue(Files.exists(folder(files)));
        clock.go(Duration.ofDays(2));
        node.engine.sweep();
        assertFalse(Files.exists(folder(files)));
        assertEquals(0, files.all().size());
    }

    @Test
    public void theCheckTellsOfDefectsAndOfWaiting() {
        JobsHealth health = new JobsHealth(node.tx, node.engine, node.folder);
        assertEquals(Level.WELL, health.check().level());
        node.engine.add(Node.worker("crm.import", run -> {
            throw new IllegalStateException("a defect");
        }));
        node.submit(Node.MALEE, "crm.import");
        clock.go(Duration.ofMinutes(20));
        assertEquals(Level.WARNING, health.check().level());
        for (int i = 0; i < 3; i++) {
            node.engine.drain();
            clock.go(Duration.ofMinutes(10));
        }
        assertTrue(health.check().sentence(), health.check().sentence().contains("failed within the last hour"));
        clock.go(Duration.ofHours(2));
        assertEquals(Level.WELL, health.check().level());
    }

    @Test
    public void jobsAreCountedByKindAndState() throws Exception {
        node.engine.add(Node.worker("crm.import", run -> {}));
        node.submit(Node.MALEE, "crm.import");
        node.submit(Node.MALEE, "crm.import");
        node.submit(Node.MALEE, "crm.other");
        assertEquals(List.of("crm.import QUEUED 2.0", "crm.other QUEUED 1.0", " 0.0"), measured());
        node.engine.drain();
        assertEquals(List.of("crm.import DONE 2.0", "crm.other QUEUED 1.0", " 0.0"), measured());
    }

    private List<String> measured() {
        List<String> values = new ArrayList<>();
        new JobsMetrics(node.tx, node.engine).measure(new Readings() {
            @Override
            public void gauge(String name, String help, double value, String... labels) {
                values.add((labels.length > 0 ? labels[1] + ' ' + labels[3] : "") + ' ' + value);
            }

            @Override
            public void counter(String name, String help, double value, String... labels) {
                throw new AssertionError(name);
            }
        });
        return values;
    }

    private JobFiles prepared() throws IOException {
        JobFiles files = node.jobs.prepare();
        files.keep("input.csv", "text/csv", new ByteArrayInputStream(new byte[10]));
        return files;
    }

    private Path folder(JobFiles files) {
        return home.getRoot().toPath().resolve("jobs").resolve(files.job());
    }

    private int count() {
        return Node.as(Node.ADMIN, () -> node.jobs.list(JobQuery.ALL, PageRequest.first()))
                .items()
                .size();
    }
}
