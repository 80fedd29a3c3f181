package org.colonnade.platform.shell.internal.console;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class SocketPlaceTest {

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    @Test
    public void theSocketLiesInTheDataFolderWhereNobodyElseMayGo() throws IOException {
        Path run = folder.getRoot().toPath().resolve("run");

        Path socket = SocketPlace.prepare(run);

        assertEquals(run.resolve("console.sock"), socket);
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(run)));
        assertEquals(
                socket.toString(), Files.readString(run.resolve("console.path")).trim());
    }

    @Test
    public void aDeepDataFolderGetsAShortPathAndKeepsIt() throws IOException {
        Path run = folder.getRoot().toPath().resolve("x".repeat(60)).resolve("y".repeat(60));

        Path socket = SocketPlace.prepare(run);

        assertTrue(socket.toString(), socket.toString().length() <= 100);
        assertEquals(
                socket.toString(), Files.readString(run.resolve("console.path")).trim());
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(socket.getParent())));
        assertEquals(socket, SocketPlace.prepare(run));

        SocketPlace.clear(socket, run);

        assertFalse(Files.exists(socket.getParent()));
    }

    @Test
    public void whatAKilledProcessLeftIsCleared() throws IOException {
        Path run = folder.getRoot().toPath().resolve("run");
        Files.createDirectories(run);
        Files.createFile(run.resolve("console.sock"));

        assertFalse(Files.exists(SocketPlace.prepare(run)));
    }
}
