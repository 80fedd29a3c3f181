package org.colonnade.platform.shell.internal.console;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Where the console's socket lies. A Unix socket's path has about a hundred bytes and no more, so a deep data folder gets a short path
 * elsewhere; {@code run/console.path} always says where.
 */
final class SocketPlace {

    private static final int LONGEST = 100;

    private SocketPlace() {}

    /**
     * Prepares the place: nobody else may enter its folder, and nothing of an earlier process lies there.
     *
     * @param run the folder {@code run} of the data folder
     */
    static Path prepare(Path run) throws IOException {
        Files.createDirectories(run);
        keepToOwner(run);
        Path near = run.resolve("console.sock");
        Path socket = bytes(near) <= LONGEST ? near : shortPath(run);
        Files.deleteIfExists(socket);
        Files.writeString(run.resolve("console.path"), socket + "\n");
        return socket;
    }

    /** Leaves nothing behind. */
    static void clear(Path socket, Path run) throws IOException {
        Files.deleteIfExists(socket);
        if (!socket.getParent().equals(run)) {
            Files.deleteIfExists(socket.getParent());
        }
    }

    static void keepToOwner(Path path) throws IOException {
        boolean folder = Files.isDirectory(path);
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(folder ? "rwx------" : "rw-------"));
    }

    /** A fresh folder of our own, so nobody can have put a socket there before. */
    private static Path shortPath(Path run) throws IOException {
        Path file = run.resolve("console.path");
        if (Files.exists(file)) {
            Path before = Path.of(Files.readString(file).trim());
            if (Files.isDirectory(before.getParent())
                    && Files.getOwner(before.getParent()).equals(Files.getOwner(run))) {
                return before;
            }
        }
        return Files.createTempDirectory(Path.of("/tmp"), "colonnade-").resolve("console.sock");
    }

    private static int bytes(Path path) {
        return path.toString().getBytes(StandardCharsets.UTF_8).length;
    }
}
