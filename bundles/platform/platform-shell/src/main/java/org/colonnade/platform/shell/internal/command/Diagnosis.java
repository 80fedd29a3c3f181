package org.colonnade.platform.shell.internal.command;

import java.io.PrintStream;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.colonnade.platform.api.Invariant;
import org.colonnade.platform.api.admin.HealthCheck;
import org.colonnade.platform.api.admin.HealthCheck.Finding;
import org.colonnade.platform.api.admin.HealthCheck.Level;

/**
 * What was found, thing by thing.
 *
 * @param findings one for each thing that was looked at
 */
record Diagnosis(List<Entry> findings) {

    private static final int EXAMPLES = 5;

    /** Looks at everything; what breaks while looking is a finding too. */
    static Diagnosis of(List<HealthCheck> checks, List<Invariant> invariants) {
        List<Entry> health = checks.stream().map(Diagnosis::look).toList();
        List<Entry> truths = invariants.stream().map(Diagnosis::prove).toList();
        return new Diagnosis(Stream.concat(health.stream(), truths.stream())
                .sorted(Comparator.comparing(Entry::name))
                .toList());
    }

    long count(Level level) {
        return findings.stream()
                .filter(entry -> entry.finding().level() == level)
                .count();
    }

    void print(PrintStream out) {
        int width =
                findings.stream().mapToInt(entry -> entry.name().length()).max().orElse(0);
        for (Entry entry : findings) {
            Finding finding = entry.finding();
            out.printf(
                    "%-7s  %-" + Math.max(width, 1) + "s  %s%n",
                    word(finding.level()),
                    entry.name(),
                    finding.sentence());
            if (!finding.mend().isEmpty()) {
                out.printf("%-7s  %-" + Math.max(width, 1) + "s  -> %s%n", "", "", finding.mend());
            }
        }
    }

    private static Entry look(HealthCheck check) {
        try {
            return new Entry(check.name(), check.check());
        } catch (RuntimeException broken) {
            return new Entry(
                    check.name(), Finding.failed("It could not be looked at: " + broken.getMessage(), "See the log."));
        }
    }

    private static Entry prove(Invariant invariant) {
        try {
            List<String> examples = invariant.counterExamples(EXAMPLES);
            Finding finding = examples.isEmpty()
                    ? Finding.well(invariant.statement())
                    : Finding.failed(
                            "Not true: " + invariant.statement() + " Against it: " + String.join("; ", examples),
                            "Keep the data as it is and report this; a defect wrote it.");
            return new Entry(invariant.name(), finding);
        } catch (RuntimeException broken) {
            return new Entry(
                    invariant.name(),
                    Finding.failed("It could not be checked: " + broken.getMessage(), "See the log."));
        }
    }

    private static String word(Level level) {
        return switch (level) {
            case WELL -> "well";
            case WARNING -> "WARNING";
            case FAILED -> "FAILED";
        };
    }

    /**
     * One thing.
     *
     * @param name what was looked at
     * @param finding what was seen
     */
    record Entry(String name, Finding finding) {}
}
