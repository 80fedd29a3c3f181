package org.colonnade.platform.records.internal;

import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.Test;

/** The promise that keeps the kit small for those who use it: a plain record costs at most four files and 120 lines. */
public class PlainRecordCostTest {

    private static final int MOST_FILES = 4;
    private static final int MOST_LINES = 120;

    @Test
    public void aPlainRecordCostsFourFilesAnd120Lines() throws IOException {
        Path folder = Path.of(System.getProperty("basedir", "."));
        List<Path> files;
        try (Stream<Path> java =
                Files.list(folder.resolve("src/test/java/org/colonnade/platform/records/internal/sample"))) {
            files = Stream.concat(java, Stream.of(folder.resolve("src/test/resources/db/changelog.sql")))
                    .toList();
        }
        long lines = 0;
        for (Path file : files) {
            try (Stream<String> text = Files.lines(file)) {
                lines += text.filter(line -> !line.isBlank() && !line.startsWith("import "))
                        .count();
            }
        }
        assertTrue(files.size() + " files", files.size() <= MOST_FILES);
        assertTrue(lines + " lines", lines <= MOST_LINES);
    }
}
