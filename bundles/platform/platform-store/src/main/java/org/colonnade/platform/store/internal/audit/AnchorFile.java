package org.colonnade.platform.store.internal.audit;

import java.io.IOException;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;

/**
 * Where the heads of the chains are noted outside the database, a line each: instant, company, position, chain. Only its owner may read
 * it. Lines are added and never changed; one that a crash left half-written is cut off by the next.
 */
public final class AnchorFile {

    private static final String OWNER_ONLY = "rw-------";

    private final Path file;

    /** @param folder is made with the first line */
    public AnchorFile(Path folder) {
        this.file = folder.resolve("audit-anchors.log").toAbsolutePath().normalize();
    }

    Path path() {
        return file;
    }

    boolean exists() {
        return Files.exists(file);
    }

    /** Returns when the lines are on the disk. */
    void append(List<Anchor> anchors) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (Anchor anchor : anchors) {
            lines.append(anchor).append('\n');
        }
        boolean fresh = !exists();
        Files.createDirectories(file.getParent());
        try (FileChannel channel = FileChannel.open(
                file,
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE),
                ownerOnly())) {
            channel.position(endOfLines(channel));
            channel.truncate(channel.position());
            ByteBuffer bytes = ByteBuffer.wrap(lines.toString().getBytes(StandardCharsets.US_ASCII));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        if (fresh && posix()) {
            try (FileChannel folder = FileChannel.open(file.getParent(), StandardOpenOption.READ)) {
                folder.force(true);
            }
        }
    }

    /** The lines of one company from the oldest on; none if there is no file. The caller closes it. */
    AnchorLines lines(long company) throws IOException {
        return new AnchorLines(exists() ? Files.newBufferedReader(file) : Reader.nullReader(), company);
    }

    /** Behind the last line that is whole. */
    private static long endOfLines(FileChannel channel) throws IOException {
        ByteBuffer one = ByteBuffer.allocate(1);
        for (long end = channel.size(); end > 0; end--) {
            one.clear();
            channel.read(one, end - 1);
            if (one.get(0) == '\n') {
                return end;
            }
        }
        return 0;
    }

    private FileAttribute<?>[] ownerOnly() {
        return posix()
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OWNER_ONLY))
                }
                : new FileAttribute<?>[0];
    }

    private boolean posix() {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
