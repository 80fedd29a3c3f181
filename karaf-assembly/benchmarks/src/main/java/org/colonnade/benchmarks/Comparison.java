package org.colonnade.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Measures several sides in turns (A B A B), so that a busy neighbour disturbs all alike, and prints medians: answers a second, and the CPU of
 * server and database for one answer. The first side is ours; the ratios say how many times better than the other it is.
 */
final class Comparison {

    private static final int WARM_CONNECTIONS = 8;
    private static final double QUIET_COMPILER = 0.02;

    private final double seconds = Double.parseDouble(System.getProperty("seconds", "3"));
    private final int rounds = Integer.getInteger("rounds", 3);
    private final int longestWarmUp = Integer.getInteger("warmUp", 60);

    /** The table's head. */
    void head() {
        System.out.println(
                "| operation | connections | side | answers/s | p50 ms | CPU µs server + database | ours : it, answers/s | ours : it, CPU |");
        System.out.println("| --- | --- | --- | --- | --- | --- | --- | --- |");
    }

    /** Warms all sides up and measures them. */
    void compare(String operation, int[] connections, Side... sides) {
        for (Side side : sides) {
            warmUp(operation, side);
        }
        for (int count : connections) {
            rows(operation, count, sides);
        }
    }

    /** Until the compiler is through: while it is busy, it is what would be measured. */
    private void warmUp(String operation, Side side) {
        double share = 1;
        int quiet = 0;
        for (int second = 0; second < longestWarmUp && quiet < 2; second += 3) {
            double cpu = side.processes().cpu();
            double compiler = side.processes().compiler();
            side.load().run(WARM_CONNECTIONS, 3);
            share = (side.processes().compiler() - compiler)
                    / Math.max(0.01, side.processes().cpu() - cpu);
            quiet = share < QUIET_COMPILER ? quiet + 1 : 0;
        }
        if (share >= QUIET_COMPILER) {
            System.out.printf(
                    Locale.ROOT,
                    "<!-- %s, %s: the compiler still took %.0f %% -->%n",
                    operation,
                    side.name(),
                    share * 100);
        }
    }

    private void rows(String operation, int connections, Side... sides) {
        double[][] rate = new double[sides.length][rounds];
        double[][] cpu = new double[sides.length][rounds];
        double[][] wait = new double[sides.length][rounds];
        for (int round = 0; round < rounds; round++) {
            for (int i = 0; i < sides.length; i++) {
                double before = sides[i].processes().cpu();
                Load.Result result = sides[i].load().run(connections, seconds);
                cpu[i][round] = (sides[i].processes().cpu() - before) / result.count() * 1e6;
                rate[i][round] = result.perSecond();
                wait[i][round] = result.milliseconds(0.5);
            }
        }
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < sides.length; i++) {
            String ratios = i == 0
                    ? "| |"
                    : String.format(
                            Locale.ROOT,
                            "%.2f | %.2f |",
                            median(rate[0]) / median(rate[i]),
                            median(cpu[i]) / median(cpu[0]));
            rows.add(String.format(
                    Locale.ROOT,
                    "| %s | %d | %s | %.0f | %.2f | %.0f | %s",
                    operation,
                    connections,
                    sides[i].name(),
                    median(rate[i]),
                    median(wait[i]),
                    median(cpu[i]),
                    ratios));
        }
        rows.forEach(System.out::println);
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
