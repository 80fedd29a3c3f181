package org.colonnade.platform.dossier.internal.blob;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import org.colonnade.platform.api.problem.TooLarge;
import org.colonnade.platform.api.problem.Unavailable;
import org.colonnade.platform.dossier.internal.domain.Digest;
import org.colonnade.platform.dossier.internal.domain.MediaTypes;

/** Contents as files, each under its own digest: {@code ab/cd/abcd…}. Only the owner of the process may read them. */
public final class BlobFolder {

    private static final int PIECE = 1 << 16;
    private static final int BRANCH = 2;

    private final Path root;

    public BlobFolder(Path root) {
        this.root = root;
    }

    /**
     * Takes a content in, beside the others, on the disk but not yet at its place.
     *
     * @throws TooLarge {@code platform.attachment.too-large}
     * @throws Unavailable {@code platform.attachment.not-stored} if the disk does not take it
     * @throws IOException if the content cannot be read
     */
    public Received receive(InputStream content, long limit) throws IOException {
        Path file = fresh();
        boolean whole = false;
        try (FileChannel out = FileChannel.open(file, StandardOpenOption.WRITE)) {
            MessageDigest digest = Digest.sha256();
            byte[] piece = new byte[PIECE];
            byte[] head = new byte[0];
            long size = 0;
            for (int read = content.read(piece); read >= 0; read = content.read(piece)) {
                if (head.length < MediaTypes.HEAD) {
                    head = longer(head, piece, read);
                }
                size += read;
                if (size > limit) {
                    throw new TooLarge(
                            "platform.attachment.too-large", "An attachment has at most " + limit + " bytes.");
                }
                digest.update(piece, 0, read);
                write(out, ByteBuffer.wrap(piece, 0, read));
            }
            force(out);
            whole = true;
            return new Received(file, HexFormat.of().formatHex(digest.digest()), size, head);
        } finally {
            if (!whole) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** Puts a received content to its place, whether or not it is there already; it is on the disk when this returns. */
    public void keep(Received received) {
        Path place = place(received.digest());
        try {
            folders(place.getParent());
            Files.move(received.file(), place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            for (Path folder = place.getParent(); !folder.equals(root.getParent()); folder = folder.getParent()) {
                forceFolder(folder);
            }
        } catch (IOException failure) {
            throw notStored(failure);
        }
    }

    /** How long the file is; −1 if it is not there. */
    public long size(String digest) {
        try {
            return Files.size(place(digest));
        } catch (IOException missing) {
            return -1;
        }
    }

    /** Writes a content whole, or fails. */
    public void write(String digest, long size, OutputStream out) throws IOException {
        try (InputStream in = Files.newInputStream(place(digest))) {
            byte[] piece = new byte[PIECE];
            long sent = 0;
            for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                sent += read;
                if (sent > size) {
                    throw new IOException("A content is longer than it was when it came");
                }
                out.write(piece, 0, read);
            }
            if (sent != size) {
                throw new IOException("A content is shorter than it was when it came");
            }
        }
    }

    public void remove(String digest) {
        try {
            Files.deleteIfExists(place(digest));
        } catch (IOException failure) {
            throw notStored(failure);
        }
    }

    /** Removes what was left half received. */
    public void clean(Instant before) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(incoming())) {
            for (Path file : files) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (NoSuchFileException nothingCameYet) {
            return;
        }
    }

    private Path place(String digest) {
        return root.resolve(digest.substring(0, BRANCH))
                .resolve(digest.substring(BRANCH, 2 * BRANCH))
                .resolve(digest);
    }

    private Path incoming() {
        return root.resolve("incoming");
    }

    private Path fresh() {
        try {
            folders(incoming());
            return Files.createTempFile(incoming(), "", ".part", mode("rw-------"));
        } catch (IOException failure) {
            throw notStored(failure);
        }
    }

    private void folders(Path folder) throws IOException {
        Files.createDirectories(folder, mode("rwx------"));
    }

    private FileAttribute<?>[] mode(String mode) {
        return root.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode))}
                : new FileAttribute<?>[0];
    }

    private static void write(FileChannel out, ByteBuffer bytes) {
        try {
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
        } catch (IOException failure) {
            throw notStored(failure);
        }
    }

    private static void force(FileChannel out) {
        try {
            out.force(true);
        } catch (IOException failure) {
            throw notStored(failure);
        }
    }

    /** The name of a new file is on the disk only with its folder; where folders cannot be opened, they need not be. */
    private static void forceFolder(Path folder) throws IOException {
        if (System.getProperty("os.name", "").startsWith("Windows")) {
            return;
        }
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static byte[] longer(byte[] head, byte[] piece, int read) {
        int more = Math.min(read, MediaTypes.HEAD - head.length);
        byte[] longer = Arrays.copyOf(head, head.length + more);
        System.arraycopy(piece, 0, longer, head.length, more);
        return longer;
    }

    private static Unavailable notStored(IOException failure) {
        return new Unavailable(
                "platform.attachment.not-stored",
                "The disk does not take the file at the moment; nothing was stored.",
                Duration.ofSeconds(30),
                failure);
    }

    /**
     * A content that was received.
     *
     * @param file where it is now
     * @param digest its SHA-256
     * @param size in bytes
     * @param head its first bytes
     */
    public record Received(Path file, String digest, long size, byte[] head) implements AutoCloseable {

        /** Removes it, unless it was kept. */
        @Override
        public void close() throws IOException {
            Files.deleteIfExists(file);
        }
    }
}
