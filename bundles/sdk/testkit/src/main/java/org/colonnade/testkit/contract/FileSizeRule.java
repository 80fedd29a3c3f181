package org.colonnade.testkit.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Files that somebody can still read; the length of methods is left to checkstyle. */
public final class FileSizeRule {

    /** The hard stop. */
    public static final int MOST_LINES = 400;

    private FileSizeRule() {}

    /** Java files of core and api, tests included, that are too long. */
    public static List<String> faults(FunctionFolder function) {
        return Stream.of(function.core(), function.api())
                .flatMap(folder -> FunctionFolder.files(folder.resolve("src"), ".java").stream())
                .filter(file -> lines(file) > MOST_LINES)
                .map(file -> file.getFileName() + " has " + lines(file) + " lines")
                .toList();
    }

    private static long lines(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.count();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
