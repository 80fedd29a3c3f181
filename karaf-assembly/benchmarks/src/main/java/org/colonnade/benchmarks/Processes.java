package org.colonnade.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What processes have used so far, by Linux' process table. */
final class Processes {

    private static final double TICKS = 100;

    private final long[] roots;

    /** @param roots their descendants count as well, ended ones included once their parent has waited for them */
    Processes(long... roots) {
        this.roots = roots;
    }

    /** CPU seconds. */
    double cpu() {
        double all = 0;
        for (long root : roots) {
            all += ProcessHandle.of(root).stream()
                    .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
                    .mapToDouble(process -> ticks(Path.of("/proc/" + process.pid() + "/stat"), true) / TICKS)
                    .sum();
        }
        return all;
    }

    /** CPU seconds that the compiler threads of the first process took: while they are busy it is the compiler that is measured. */
    double compiler() {
        try (Stream<Path> threads = Files.list(Path.of("/proc/" + roots[0] + "/task"))) {
            return threads.toList().stream()
                            .filter(thread -> text(thread.resolve("comm")).contains("CompilerThre"))
                            .mapToDouble(thread -> ticks(thread.resolve("stat"), false))
                            .sum()
                    / TICKS;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Resident memory of the first process in MiB, shared pages divided among those who share them. */
    long memory() {
        return List.of(text(Path.of("/proc/" + roots[0] + "/smaps_rollup")).split("\n")).stream()
                .filter(line -> line.startsWith("Pss:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElse(0);
    }

    private static double ticks(Path stat, boolean withChildren) {
        String line = text(stat);
        if (line.isEmpty()) {
            return 0;
        }
        String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ");
        double own = Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
        return withChildren ? own + Long.parseLong(fields[13]) + Long.parseLong(fields[14]) : own;
    }

    /** Empty if the process has ended meanwhile. */
    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException ended) {
            return "";
        } catch (IOException e) {
            return "";
        }
    }
}
