package org.colonnade.platform.shell.internal.command;

import java.io.PrintStream;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.colonnade.platform.api.Invariant;
import org.colonnade.platform.api.admin.HealthCheck;
import org.colonnade.platform.api.admin.HealthCheck.Level;

/** Looks at everything that can go wrong and at everything that must be true. */
@Service
@Command(
        scope = "colonnade",
        name = "doctor",
        description = "Says what is wrong and what to do about it; fails if something does not work")
public final class DoctorCommand extends HouseCommand {

    public DoctorCommand() {}

    DoctorCommand(House house) {
        super(house);
    }

    @Override
    void run(PrintStream out) throws CommandException {
        Diagnosis diagnosis = Diagnosis.of(house().all(HealthCheck.class), house().all(Invariant.class));
        diagnosis.print(out);
        long failed = diagnosis.count(Level.FAILED);
        if (failed > 0) {
            String sentence = failed == 1 ? "One thing does not work." : failed + " things do not work.";
            throw new CommandException(sentence, sentence);
        }
        long warnings = diagnosis.count(Level.WARNING);
        out.println(warnings == 0 ? "All is well." : "It works; warnings: " + warnings + ".");
    }
}
