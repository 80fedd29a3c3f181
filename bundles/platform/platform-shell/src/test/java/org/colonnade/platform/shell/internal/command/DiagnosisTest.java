package org.colonnade.platform.shell.internal.command;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;
import org.colonnade.platform.api.Invariant;
import org.colonnade.platform.api.admin.HealthCheck;
import org.colonnade.platform.api.admin.HealthCheck.Finding;
import org.colonnade.platform.api.admin.HealthCheck.Level;
import org.junit.Test;

public class DiagnosisTest {

    @Test
    public void eachFindingIsSaidWithItsMend() {
        String text = text(Diagnosis.of(
                List.of(check("store", () -> Finding.failed("It does not answer.", "Start it."))),
                List.of(truth("crm.names", List.of()))));

        assertTrue(text, text.contains("FAILED   store      It does not answer."));
        assertTrue(text, text.contains("-> Start it."));
        assertTrue(text, text.contains("well     crm.names  Every party has a name."));
    }

    @Test
    public void aCounterExampleIsAFailureThatNamesTheRecord() {
        Diagnosis diagnosis = Diagnosis.of(List.of(), List.of(truth("crm.names", List.of("crm:party:1 has none"))));

        assertEquals(1, diagnosis.count(Level.FAILED));
        assertTrue(text(diagnosis).contains("crm:party:1 has none"));
    }

    @Test
    public void aCheckThatBreaksIsAFindingAndTheOthersAreStillAsked() {
        Diagnosis diagnosis = Diagnosis.of(
                List.of(
                        check("broken", () -> {
                            throw new IllegalStateException("oops");
                        }),
                        check("fine", () -> Finding.well("Fine."))),
                List.of());

        assertEquals(1, diagnosis.count(Level.FAILED));
        assertEquals(1, diagnosis.count(Level.WELL));
    }

    private static String text(Diagnosis diagnosis) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        diagnosis.print(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static HealthCheck check(String name, Supplier<Finding> finding) {
        return new HealthCheck() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Finding check() {
                return finding.get();
            }
        };
    }

    private static Invariant truth(String name, List<String> examples) {
        return new Invariant() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public String statement() {
                return "Every party has a name.";
            }

            @Override
            public List<String> counterExamples(int limit) {
                return examples;
            }
        };
    }
}
