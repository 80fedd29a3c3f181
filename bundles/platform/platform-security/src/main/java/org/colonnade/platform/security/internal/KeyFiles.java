package org.colonnade.platform.security.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.colonnade.platform.security.internal.domain.SealKey;

/**
 * The keys of this node: a line each, the first one seals and the others open what was sealed with them before. Installations that began
 * with the second factor have their key in {@value #OLDER}; it counts after those of {@value #NAME}.
 */
final class KeyFiles {

    static final String NAME = "vault-key";
    static final String OLDER = "second-factor-key";

    private final SecretFile file;
    private final SecretFile older;

    KeyFiles(Path home) {
        file = new SecretFile(home, NAME);
        older = new SecretFile(home, OLDER);
    }

    Path path() {
        return file.path();
    }

    /**
     * All of them; none if there is no file.
     *
     * @throws IOException if a file is there that cannot be read, that others may read, or that holds something else
     */
    List<SealKey> read() throws IOException {
        List<SealKey> keys = new ArrayList<>(read(file));
        keys.addAll(read(older));
        return keys;
    }

    /** Keeps a first key. */
    void write(String key) throws IOException {
        file.write(key);
    }

    private static List<SealKey> read(SecretFile file) throws IOException {
        if (!file.exists()) {
            return List.of();
        }
        String text =
                file.read().orElseThrow(() -> new IOException(file.path() + " may be read by others, or is too long"));
        try {
            return text.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .map(SealKey::of)
                    .toList();
        } catch (IllegalArgumentException none) {
            throw new IOException(file.path() + " holds something else than keys", none);
        }
    }
}
