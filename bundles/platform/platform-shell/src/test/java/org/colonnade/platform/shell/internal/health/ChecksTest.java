package org.colonnade.platform.shell.internal.health;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.colonnade.platform.api.admin.HealthCheck.Finding;
import org.colonnade.platform.api.admin.HealthCheck.Level;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class ChecksTest {

    private static final long MEGABYTE = 1024 * 1024;

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    @Test
    public void fullMemoryIsAWarningThatSaysWhereToRaiseIt() {
        assertEquals(
                Level.WELL,
                new HeapCheck(() -> new long[] {100 * MEGABYTE, 512 * MEGABYTE})
                        .check()
                        .level());

        Finding full = new HeapCheck(() -> new long[] {500 * MEGABYTE, 512 * MEGABYTE}).check();

        assertEquals(Level.WARNING, full.level());
        assertTrue(full.mend().contains("heap"));
    }

    @Test
    public void littleRoomIsAWarningAndAFolderThatIsGoneAFailure() {
        assertEquals(Level.WELL, new DiskCheck(() -> 5000 * MEGABYTE).check().level());
        assertEquals(Level.WARNING, new DiskCheck(() -> 20 * MEGABYTE).check().level());
        assertEquals(
                Level.FAILED,
                new DiskCheck(() -> {
                            throw new IOException("gone");
                        })
                        .check()
                        .level());
    }

    @Test
    public void aDebuggerAtTheDoorIsSeen() {
        assertEquals(
                Level.WELL, new JavaCheck(17, () -> List.of("-Xmx512m")).check().level());
        assertEquals(Level.WARNING, new JavaCheck(25, List::of).check().level());

        Finding open = new JavaCheck(17, () -> List.of("-agentlib:jdwp=transport=dt_socket,address=*:5005")).check();

        assertEquals(Level.WARNING, open.level());
        assertTrue(open.sentence().contains("jdwp"));
    }

    @Test
    public void aClockThatStandsBeforeTheLogIsSeen() throws IOException {
        Path log = folder.newFile("colonnade.log").toPath();
        Instant written = Instant.parse("2026-11-23T12:00:00Z");
        Files.setLastModifiedTime(log, FileTime.from(written));

        assertEquals(Level.WELL, clock(written.plusSeconds(5), log).check().level());
        assertEquals(Level.WELL, clock(written.minusSeconds(5), log).check().level());
        assertEquals(
                Level.WARNING, clock(written.minusSeconds(500), log).check().level());
    }

    private static ClockCheck clock(Instant now, Path log) {
        return new ClockCheck(Clock.fixed(now, ZoneOffset.UTC), log);
    }
}
