package org.colonnade.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Two operations measured in turns (A B A B), so that a busy neighbour disturbs both alike. Shows the medians, their ratio, and the CPU that the
 * server spent on one operation.
 */
final class Comparison {

    private static final int ROUNDS = 8;
    private static final int WARM_UP = 300;
    private static final int PER_ROUND = 150;
    private static final double TICK_MICROS = 10_000;

    private final Path stat;

    Comparison(long pid) {
        this.stat = Path.of("/proc/" + pid + "/stat");
    }

    void head() {
        System.out.println("| A : B | A median ms | B median ms | A : B | A CPU µs | B CPU µs |");
        System.out.println("| --- | --- | --- | --- | --- | --- |");
    }

    void compare(String name, Runnable a, Runnable b) {
        repeat(a, WARM_UP);
        repeat(b, WARM_UP);
        double[] timesA = new double[ROUNDS * PER_ROUND];
        double[] timesB = new double[ROUNDS * PER_ROUND];
        double cpuA = 0;
        double cpuB = 0;
        for (int round = 0; round < ROUNDS; round++) {
            cpuA += measure(a, timesA, round * PER_ROUND);
            cpuB += measure(b, timesB, round * PER_ROUND);
        }
        double medianA = median(timesA);
        double medianB = median(timesB);
        int count = ROUNDS * PER_ROUND;
        System.out.printf(
                "| %s | %.2f | %.2f | %.2f | %.0f | %.0f |%n",
                name, medianA, medianB, medianA / medianB, cpuA / count, cpuB / count);
    }

    private static void repeat(Runnable operation, int times) {
        for (int i = 0; i < times; i++) {
            operation.run();
        }
    }

    private double measure(Runnable operation, double[] times, int from) {
        double before = cpuMicros();
        for (int i = from; i < from + PER_ROUND; i++) {
            long start = System.nanoTime();
            operation.run();
            times[i] = (System.nanoTime() - start) / 1e6;
        }
        return cpuMicros() - before;
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }

    /** The CPU time of the server so far, from Linux' process table. */
    private double cpuMicros() {
        try {
            String line = Files.readString(stat);
            String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ");
            return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) * TICK_MICROS;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
