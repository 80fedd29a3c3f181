package org.colonnade.crm.internal.intake;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** What arrives over the network is put into a file first: it may be read twice, and no transaction waits for a slow caller. */
final class Spool implements Closeable {

    private final Path file;

    Spool(InputStream in) throws IOException {
        file = Files.createTempFile("colonnade-import", ".in");
        try {
            Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException | RuntimeException broken) {
            close();
            throw broken;
        }
    }

    Path file() {
        return file;
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
    }
}
