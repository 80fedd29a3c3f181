package org.colonnade.platform.security.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/** A file in the data folder that holds a secret; only its owner may read it. */
final class SecretFile {

    private static final int MOST_BYTES = 2_000;
    private static final String OWNER_ONLY = "rw-------";

    private final Path file;

    /** @param name of the file in the data folder */
    SecretFile(Path home, String name) {
        this.file = home.resolve(name).toAbsolutePath().normalize();
    }

    Path path() {
        return file;
    }

    boolean exists() {
        return Files.exists(file);
    }

    /** What it holds, if it is there and nobody else could have read it. */
    Optional<String> read() throws IOException {
        try {
            boolean kept = Files.size(file) <= MOST_BYTES
                    && (!posix()
                            || PosixFilePermissions.toString(Files.getPosixFilePermissions(file))
                                    .equals(OWNER_ONLY));
            return kept ? Optional.of(Files.readString(file).strip()) : Optional.empty();
        } catch (NoSuchFileException absent) {
            return Optional.empty();
        }
    }

    /** Writes it whole or not at all; at no moment can anybody else read it, since it is born with mode 0600 under another name. */
    void write(String secret) throws IOException {
        Path unfinished =
                Files.createTempFile(file.getParent(), file.getFileName().toString(), ".tmp", ownerOnly());
        try {
            try (FileChannel channel = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
                channel.write(ByteBuffer.wrap((secret + System.lineSeparator()).getBytes(StandardCharsets.UTF_8)));
                channel.force(true);
            }
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    void remove() throws IOException {
        Files.deleteIfExists(file);
    }

    private boolean posix() {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private FileAttribute<?>[] ownerOnly() {
        return posix()
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OWNER_ONLY))
                }
                : new FileAttribute<?>[0];
    }
}
