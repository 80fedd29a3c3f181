package org.colonnade.testkit;

import static org.junit.Assume.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Real inputs that nobody here wrote. They lie beside the checkout; where they are absent the test that asks for them is skipped. */
public final class Corpora {

    private static final Path ALL = Path.of(System.getProperty("colonnade.corpora", "none"));

    private Corpora() {}

    /** A folder of them. */
    public static Path folder(String name) {
        Path folder = ALL.resolve(name);
        assumeTrue("the corpora lie beside the checkout: " + name, Files.isDirectory(folder));
        return folder;
    }
}
