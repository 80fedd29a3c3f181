package org.colonnade.platform.shell.internal.command;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.apache.karaf.shell.support.table.ShellTable;
import org.colonnade.platform.api.admin.InvariantRuns;
import org.colonnade.platform.api.admin.InvariantRuns.Outcome;
import org.colonnade.platform.api.admin.InvariantRuns.Run;
import org.colonnade.platform.api.admin.InvariantRuns.Verdict;

/** Shows whether the data of the modules agrees, as it was last found out or now. */
@Service
@Command(
        scope = "colonnade",
        name = "invariants",
        description = "Shows whether the data agrees; fails if something is not true or could not be checked")
public final class InvariantsCommand extends HouseCommand {

    private static final Duration PATIENCE = Duration.ofHours(1);
    private static final int EXAMPLES = 5;

    @Option(name = "--run", description = "checks now instead of showing what was last found out")
    boolean now;

    @Argument(name = "name", description = "invariants or modules; all if none is named", multiValued = true)
    @Completion(InvariantNames.class)
    List<String> names = new ArrayList<>();

    public InvariantsCommand() {}

    InvariantsCommand(House house) {
        super(house);
    }

    @Override
    void run(PrintStream out) throws CommandException {
        InvariantRuns runs = house().the(InvariantRuns.class, "invariants");
        List<Verdict> verdicts = now ? checked(runs) : known(runs);
        show(verdicts, out);
        long wrong = verdicts.stream()
                .filter(verdict -> verdict.outcome() == Outcome.VIOLATED || verdict.outcome() == Outcome.UNCHECKED)
                .count();
        if (wrong > 0) {
            String sentence = wrong == 1
                    ? "One invariant is not true or could not be checked."
                    : wrong + " invariants are not true or could not be checked.";
            throw new CommandException(sentence, sentence);
        }
    }

    private List<Verdict> checked(InvariantRuns runs) throws CommandException {
        Run run = runs.await(runs.start(names).id(), PATIENCE);
        if (run.state() != Run.State.FINISHED) {
            throw new CommandException("The run " + run.id() + " did not come to its end.");
        }
        return run.verdicts();
    }

    private List<Verdict> known(InvariantRuns runs) throws CommandException {
        List<Verdict> all = runs.all();
        for (String name : names) {
            if (all.stream().noneMatch(verdict -> named(verdict, name))) {
                String sentence = "There is no invariant, and no module with one, of the name '" + name + "'.";
                throw new CommandException(sentence, sentence);
            }
        }
        return all.stream()
                .filter(verdict -> names.isEmpty() || names.stream().anyMatch(name -> named(verdict, name)))
                .toList();
    }

    private static boolean named(Verdict verdict, String name) {
        return verdict.name().equals(name) || verdict.module().equals(name);
    }

    private static void show(List<Verdict> verdicts, PrintStream out) {
        ShellTable table = new ShellTable().emptyTableText("No invariants.");
        table.column("invariant");
        table.column("outcome");
        table.column("checked");
        table.column("statement");
        for (Verdict verdict : verdicts) {
            table.addRow()
                    .addContent(
                            verdict.name(),
                            verdict.outcome().name().toLowerCase(Locale.ROOT),
                            verdict.checkedAt() == null ? "never" : verdict.checkedAt(),
                            verdict.statement());
        }
        table.print(out);
        for (Verdict verdict : verdicts) {
            verdict.counterExamples().stream()
                    .limit(EXAMPLES)
                    .forEach(example -> out.println(verdict.name() + ": " + example));
            if (verdict.failure() != null) {
                out.println(verdict.name() + ": could not be checked: " + verdict.failure());
            }
        }
    }
}
