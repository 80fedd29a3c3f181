package org.colonnade.platform.store.internal.audit;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.colonnade.platform.api.admin.HealthCheck.Level;
import org.colonnade.platform.api.audit.Verdict;
import org.colonnade.platform.api.audit.Verdict.Fault;
import org.junit.Before;
import org.junit.Test;

/** What stands outside the database shows what was written anew inside it. */
public class AnchorageTest extends OnAudited {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T10:00:30.5Z"), ZoneOffset.UTC);

    private Path file;
    private Anchorage anchorage;

    @Before
    public void layTheAnchorage() {
        file = folder.getRoot().toPath().resolve("audit-anchors.log");
        anchorage = anchorage();
    }

    @Test
    public void aHeadThatMovedIsNotedForItsOwnerAlone() throws Exception {
        assertEquals(null, anchorage.anchored());
        anchorage.anchor();
        assertEquals(CLOCK.instant(), anchorage.anchored());
        assertFalse("nothing to note yet", Files.exists(file));
        anchored(3);
        anchorage.anchor();
        anchored(2);
        List<String> lines = Files.readAllLines(file);
        assertEquals(2, lines.size());
        assertTrue(lines.get(0), lines.get(0).matches("2026-11-24T10:00:30Z 1 3 [0-9a-f]{64}"));
        assertTrue(lines.get(1), lines.get(1).matches("2026-11-24T10:00:30Z 1 5 [0-9a-f]{64}"));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        Verdict verdict = audit.verify();
        assertTrue(verdict.toString(), verdict.holds());
        assertEquals(2, verdict.anchors());
    }

    @Test
    public void aTailThatWasRemovedWithItsHeadIsFound() throws Exception {
        anchored(5);
        cutTo(3);
        assertWrong(Fault.ANCHOR, 4);
        assertTrue(
                audit.verify().wrong().sentence(),
                audit.verify().wrong().sentence().contains("behind its anchor"));
        anchorage.anchor();
        assertEquals(Level.WARNING, health().check().level());
        assertEquals("nothing is noted over it", 1, Files.readAllLines(file).size());
    }

    @Test
    public void aChainThatWasWrittenAnewIsFoundAtItsAnchor() throws Exception {
        anchored(2);
        anchored(3);
        tamper(
                "update platform_audit set version = 77 where position = 4",
                "update platform_audit set position = null, chain = null where position >= 4",
                "update platform_audit_head set position = 3,"
                        + " chain = (select chain from platform_audit where position = 3)");
        store.warden().drain();
        assertWrong(Fault.ANCHOR, 5);
        anchorage.anchor();
        assertEquals(Level.WARNING, health().check().level());
    }

    @Test
    public void aCopyThatGrewPastItsAnchorIsFound() throws Exception {
        anchored(3);
        anchored(2);
        cutTo(3);
        write(line(7), 4);
        store.warden().drain();
        assertWrong(Fault.ANCHOR, 5);
        anchorage.anchor();
        assertEquals(2, Files.readAllLines(file).size());
    }

    @Test
    public void anAnchorFileThatWasPutAwayIsBegunAnew() throws Exception {
        anchored(5);
        cutTo(3);
        anchorage.anchor();
        Files.move(file, file.resolveSibling("audit-anchors-before-restore.log"));
        anchorage.anchor();
        assertEquals(Level.WELL, health().check().level());
        assertEquals(1, Files.readAllLines(file).size());
        assertHolds(3);
    }

    @Test
    public void aNewProcessGoesOnBehindAHalfWrittenLine() throws Exception {
        anchored(2);
        Files.writeString(file, "2026-11-24T10:0", StandardCharsets.US_ASCII, StandardOpenOption.APPEND);
        assertTrue(audit.verify().holds());
        anchorage = anchorage();
        anchored(1);
        assertEquals(2, Files.readAllLines(file).size());
        assertTrue(audit.verify().holds());
    }

    @Test
    public void aLineThatCannotBeReadIsToldOf() throws Exception {
        anchored(2);
        anchored(1);
        List<String> lines = Files.readAllLines(file);
        Files.writeString(file, "nonsense\n" + lines.get(1) + '\n');
        Verdict verdict = audit.verify();
        assertEquals(Fault.ANCHOR, verdict.wrong().fault());
        assertTrue(verdict.wrong().sentence(), verdict.wrong().sentence().contains("Line 1"));
    }

    @Test
    public void theLastHeadIsAnchoredWhenTheStoreCloses() throws Exception {
        store.warden().start();
        write(line(1), 2);
        store.close();
        assertEquals(1, Files.readAllLines(file).size());
        assertTrue(Files.readString(file), Files.readString(file).contains(" 1 2 "));
    }

    @Test
    public void rowsThatWaitTooLongAreAWarning() throws Exception {
        assertEquals(Level.WELL, health().check().level());
        write(line(1), 1);
        Clock later = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(2));
        assertEquals(
                Level.WARNING,
                new AuditHealth(store.database(), anchorage, later).check().level());
    }

    private Anchorage anchorage() {
        return new Anchorage(store.database(), new AnchorFile(folder.getRoot().toPath()), CLOCK);
    }

    private AuditHealth health() {
        return new AuditHealth(store.database(), anchorage, Clock.systemUTC());
    }

    private void anchored(int rows) throws Exception {
        write(line(1), rows);
        store.warden().drain();
        anchorage.anchor();
    }

    /** What a restored older copy looks like. */
    private void cutTo(long position) throws Exception {
        tamper(
                "delete from platform_audit where position > " + position,
                "update platform_audit_head set position = " + position
                        + ", chain = (select chain from platform_audit where position = " + position + ")");
    }
}
