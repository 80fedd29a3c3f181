package org.colonnade.platform.shell.internal.functions;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The functions that shall be there, as one line of a configuration file. The runtime's own cache may be thrown away at any time: what
 * is written here comes back. It goes with a backup, and an administrator may write it before the first start.
 */
final class FunctionList {

    private static final String KEY = "functions";

    private final Path file;

    FunctionList(Path etc) {
        file = etc.resolve("org.colonnade.functions.cfg");
    }

    /** The ids, without those that could never be one. */
    synchronized Set<String> read() {
        return lines().stream()
                .filter(FunctionList::holdsIds)
                .flatMap(line ->
                        Arrays.stream(line.substring(line.indexOf('=') + 1).split(",")))
                .map(String::trim)
                .filter(id -> Offers.idOf("colonnade-" + id) != null)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Writes the ids; the other lines stay. A process that is killed meanwhile leaves the old file or the new one. */
    synchronized void write(Collection<String> ids) {
        Set<String> sorted = new TreeSet<>(ids);
        if (sorted.equals(read())) {
            return;
        }
        List<String> lines = lines().stream().filter(line -> !holdsIds(line)).collect(Collectors.toList());
        lines.add(KEY + " = " + String.join(", ", sorted));
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.write(fresh, lines);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException full) {
            throw new UncheckedIOException("The list of functions could not be written", full);
        }
    }

    private List<String> lines() {
        try {
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The list of functions could not be read", unreadable);
        }
    }

    private static boolean holdsIds(String line) {
        return line.trim().startsWith(KEY) && line.contains("=");
    }
}
