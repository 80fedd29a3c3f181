package org.colonnade.platform.shell.internal.command;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.karaf.shell.support.CommandException;
import org.colonnade.platform.api.Page;
import org.colonnade.platform.api.PageRequest;
import org.colonnade.platform.api.admin.InvariantRuns;
import org.junit.Test;

public class InvariantsCommandTest implements InvariantRuns {

    private final List<Verdict> known = new ArrayList<>();
    private final List<String> started = new ArrayList<>();
    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();

    @Test
    public void whatIsKnownIsShownAndNothingIsRun() throws Exception {
        known.add(verdict("crm.a", Outcome.HOLDS, List.of()));
        known.add(verdict("sales.b", Outcome.UNKNOWN, List.of()));
        assertTrue(run(false).contains("crm.a"));
        assertEquals(List.of(), started);
    }

    @Test
    public void onlyTheNamedModuleIsShown() throws Exception {
        known.add(verdict("crm.a", Outcome.VIOLATED, List.of("party 1")));
        known.add(verdict("sales.b", Outcome.HOLDS, List.of()));
        assertTrue(run(false, "sales").contains("sales.b"));
        assertThrows(CommandException.class, () -> run(false, "nothing"));
    }

    @Test
    public void aRunThatFindsSomethingFailsAndNamesIt() {
        known.add(verdict("crm.a", Outcome.VIOLATED, List.of("party 1")));
        CommandException failed = assertThrows(CommandException.class, () -> run(true, "crm"));
        assertEquals("One invariant is not true or could not be checked.", failed.getNiceHelp());
        assertEquals(List.of("crm"), started);
        assertTrue(shown.toString(StandardCharsets.UTF_8).contains("crm.a: party 1"));
    }

    private String run(boolean now, String... names) throws Exception {
        InvariantsCommand command = new InvariantsCommand(new House() {
            @Override
            public <T> List<T> all(Class<T> type) {
                return List.of(type.cast(InvariantsCommandTest.this));
            }
        });
        command.now = now;
        command.names.addAll(List.of(names));
        command.run(new PrintStream(shown, true, StandardCharsets.UTF_8));
        return shown.toString(StandardCharsets.UTF_8);
    }

    private static Verdict verdict(String name, Outcome outcome, List<String> examples) {
        return new Verdict(
                name,
                name.substring(0, name.indexOf('.')),
                "Everything weighs something.",
                outcome,
                outcome == Outcome.HOLDS,
                examples,
                null,
                outcome == Outcome.UNKNOWN ? null : Instant.EPOCH,
                null,
                0);
    }

    @Override
    public List<Verdict> all() {
        return known;
    }

    @Override
    public Run start(Collection<String> names) {
        started.addAll(names);
        return get("R");
    }

    @Override
    public Run await(String id, Duration patience) {
        return get(id);
    }

    @Override
    public Page<Run> runs(PageRequest page) {
        return new Page<>(List.of(), null);
    }

    @Override
    public Run get(String id) {
        return new Run(
                id,
                Run.State.FINISHED,
                Run.Trigger.ASKED,
                "platform:system:console",
                Instant.EPOCH,
                Instant.EPOCH,
                List.of(),
                known.size(),
                0,
                0,
                known);
    }
}
