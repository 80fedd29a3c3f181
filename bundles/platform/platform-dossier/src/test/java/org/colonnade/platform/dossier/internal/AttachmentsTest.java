package org.colonnade.platform.dossier.internal;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.PageRequest;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.dossier.Attachment;
import org.colonnade.platform.api.problem.Forbidden;
import org.colonnade.platform.api.problem.NotFound;
import org.colonnade.platform.api.problem.Rejected;
import org.colonnade.platform.api.problem.Stale;
import org.colonnade.platform.api.problem.TooLarge;
import org.colonnade.platform.api.problem.Unavailable;
import org.colonnade.platform.api.web.Versions;
import org.colonnade.platform.dossier.internal.invariant.ContentsAreThere;
import org.colonnade.platform.dossier.internal.invariant.ReferencesAreCounted;
import org.colonnade.platform.dossier.internal.store.BlobStore;
import org.colonnade.testkit.OnEachDatabase;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class AttachmentsTest extends OnEachDatabase {

    private static final byte[] HELLO = "สวัสดี".getBytes(StandardCharsets.UTF_8);

    @Rule
    public TemporaryFolder home = new TemporaryFolder();

    private Cabinet cabinet;
    private DossierSettings settings;
    private StoredAttachments attachments;

    @Before
    public void open() {
        cabinet = new Cabinet(database());
        settings = new DossierSettings(home.getRoot().toPath());
        attachments = new StoredAttachments(cabinet.tx, cabinet.records, settings);
    }

    @Test
    public void whatCameInComesOut() throws IOException {
        Attachment added = add("ใบเสนอราคา.txt", HELLO);
        assertEquals("text/plain", added.mediaType());
        assertEquals(HELLO.length, added.size());
        assertEquals(added, attachments.get(Cabinet.READER, added.id()));
        assertEquals(
                List.of(added),
                attachments
                        .of(Cabinet.READER, Cabinet.CASE, PageRequest.first())
                        .items());
        assertArrayEquals(HELLO, content(added));
    }

    @Test
    public void theSameContentIsKeptOnceForItsOwnerOnly() throws IOException {
        Attachment one = add("a", HELLO);
        Attachment other = add("b", HELLO);
        assertEquals(one.sha256(), other.sha256());
        List<Path> files = files();
        assertEquals(1, files.size());
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(files.get(0))));
        assertEquals(
                "rwx------",
                PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(settings.now().folder())));
        attachments.remove(Cabinet.CLERK, one.id(), version -> {});
        sweepAfter(Duration.ofDays(2));
        assertArrayEquals(HELLO, content(other));
        holds();
    }

    @Test
    public void whatNothingRefersToIsSweptAfterTheTimeOfGrace() throws IOException {
        Attachment one = add("a", HELLO);
        attachments.remove(Cabinet.CLERK, one.id(), version -> Versions.match("\"1\"", version));
        assertEquals(0, sweepAfter(Duration.ofHours(23)));
        assertEquals(1, files().size());
        assertEquals(1, sweepAfter(Duration.ofHours(25)));
        assertEquals(0, files().size());
        assertArrayEquals(HELLO, content(add("again", HELLO)));
    }

    @Test
    public void anUploadUnderWayIsNotSwept() throws IOException {
        Attachment old = add("a", HELLO);
        attachments.remove(Cabinet.CLERK, old.id(), version -> {});
        // it was unused for long, and is claimed by an upload that has not come to its end yet
        cabinet.tx.write(work -> {
            BlobStore.claim(work, old.sha256(), HELLO.length);
            return null;
        });
        assertEquals(0, sweepAfter(Duration.ofHours(1)));
        assertEquals(1, files().size());
    }

    @Test
    public void moreThanTheLimitLeavesNothing() throws IOException {
        settings.change(new DossierSettings.Values(1000, settings.now().folder(), Duration.ofHours(24), 60, 30));
        assertThrows(TooLarge.class, () -> add("big", new byte[1001]));
        assertThrows(Rejected.class, () -> add("empty", new byte[0]));
        assertEquals(List.of(), files());
        assertEquals(1000, add("just", new byte[1000]).size());
    }

    @Test
    public void aLargeFileIsStreamed() throws IOException {
        long size = 20 << 20;
        Attachment added = attachments.add(Cabinet.CLERK, Cabinet.CASE, "large.bin", null, new Zeros(size));
        assertEquals(size, added.size());
        assertEquals("application/octet-stream", added.mediaType());
        long[] count = new long[1];
        attachments.content(Cabinet.CLERK, added.id()).body().writeTo(new java.io.OutputStream() {
            @Override
            public void write(int b) {
                count[0]++;
            }

            @Override
            public void write(byte[] bytes, int offset, int length) {
                count[0] += length;
            }
        });
        assertEquals(size, count[0]);
    }

    @Test
    public void aBrokenUploadLeavesNothing() throws IOException {
        InputStream broken = new InputStream() {
            private int left = 100_000;

            @Override
            public int read() throws IOException {
                if (left-- <= 0) {
                    throw new IOException("gone");
                }
                return 1;
            }
        };
        assertThrows(IOException.class, () -> attachments.add(Cabinet.CLERK, Cabinet.CASE, "x", null, broken));
        assertEquals(List.of(), files());
    }

    @Test
    public void aContentThatWasCutIsNotSent() throws IOException {
        Attachment added = add("a", HELLO);
        Files.write(files().get(0), new byte[] {1});
        Unavailable missing = assertThrows(Unavailable.class, () -> attachments.content(Cabinet.CLERK, added.id()));
        assertEquals("platform.attachment.missing", missing.code());
        assertEquals(
                1,
                new ContentsAreThere(cabinet.tx, settings).counterExamples(10).size());
    }

    @Test
    public void whoMayNotReachTheRecordReachesNoFile() throws IOException {
        Attachment hidden = attachments.add(Cabinet.ADMIN, Cabinet.HIDDEN, "x", null, new ByteArrayInputStream(HELLO));
        assertThrows(NotFound.class, () -> attachments.content(Cabinet.CLERK, hidden.id()));
        assertThrows(NotFound.class, () -> attachments.remove(Cabinet.CLERK, hidden.id(), version -> {}));
        assertThrows(Forbidden.class, () -> addAs(Cabinet.READER, Cabinet.CASE));
        assertThrows(NotFound.class, () -> addAs(Cabinet.ADMIN, Ref.parse("farm:cow:1")));
        Attachment seen = add("a", HELLO);
        assertThrows(Forbidden.class, () -> attachments.remove(Cabinet.READER, seen.id(), version -> {}));
        assertThrows(
                Stale.class,
                () -> attachments.remove(Cabinet.CLERK, seen.id(), version -> Versions.match("\"7\"", version)));
    }

    @Test
    public void naughtyNamesSurvive() throws IOException {
        for (String name : Cabinet.naughty()) {
            if (!name.isBlank() && name.codePointCount(0, name.length()) <= 255) {
                assertEquals(
                        name,
                        attachments.get(Cabinet.CLERK, add(name, HELLO).id()).name());
            }
        }
        assertEquals(1, files().size());
        holds();
    }

    private void holds() {
        assertEquals(List.of(), new ContentsAreThere(cabinet.tx, settings).counterExamples(10));
        assertEquals(List.of(), new ReferencesAreCounted(cabinet.tx).counterExamples(10));
    }

    private Attachment add(String name, byte[] content) throws IOException {
        return attachments.add(Cabinet.CLERK, Cabinet.CASE, name, "text/plain", new ByteArrayInputStream(content));
    }

    private Attachment addAs(Actor actor, Ref record) throws IOException {
        return attachments.add(actor, record, "x", null, new ByteArrayInputStream(HELLO));
    }

    private byte[] content(Attachment attachment) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        attachments.content(Cabinet.CLERK, attachment.id()).body().writeTo(out);
        return out.toByteArray();
    }

    private int sweepAfter(Duration later) {
        Instant then = Clock.systemUTC().instant().plus(later);
        return new BlobSweep(cabinet.tx, settings, Clock.fixed(then, ZoneOffset.UTC)).run();
    }

    private List<Path> files() throws IOException {
        Path folder = settings.now().folder();
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> files = all.filter(Files::isRegularFile).toList();
            files.forEach(file -> assertFalse(file.toString().endsWith(".part")));
            assertTrue(files.stream()
                    .allMatch(file -> file.getFileName().toString().length() == 64));
            return files;
        }
    }

    /** So many zeros. */
    private static final class Zeros extends InputStream {

        private long left;

        Zeros(long left) {
            this.left = left;
        }

        @Override
        public int read() {
            return left-- > 0 ? 0 : -1;
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            if (left <= 0) {
                return -1;
            }
            int read = (int) Math.min(left, length);
            left -= read;
            return read;
        }
    }
}
