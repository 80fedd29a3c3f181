package org.colonnade.platform.shell.internal.command;

import java.io.PrintStream;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.colonnade.platform.api.audit.AuditLog;
import org.colonnade.platform.api.audit.Verdict;

/** Proves that nobody changed the audit behind its back. */
@Service
@Command(
        scope = "colonnade",
        name = "audit-verify",
        description = "Computes the chain of the audit anew; fails and names the first row that is wrong")
public final class AuditVerifyCommand extends HouseCommand {

    public AuditVerifyCommand() {}

    AuditVerifyCommand(House house) {
        super(house);
    }

    @Override
    void run(PrintStream out) throws CommandException {
        Verdict verdict = house().the(AuditLog.class, "audit rows").verify();
        if (!verdict.holds()) {
            Verdict.Wrong wrong = verdict.wrong();
            String sentence = "The audit is not whole. Position " + wrong.position()
                    + (wrong.id() == null ? "" : ", row " + wrong.id()) + " (" + wrong.fault() + "): "
                    + wrong.sentence()
                    + " The " + verdict.rows() + " rows before fit.";
            throw new CommandException(sentence, sentence);
        }
        out.println("The audit is whole: " + verdict.rows() + " rows and " + verdict.anchors() + " anchors fit.");
        if (verdict.anchors() == 0 && verdict.rows() > 0) {
            out.println(
                    "There is no anchor outside the database, so a chain that was written anew as a whole would not show.");
        }
        if (verdict.waiting() > 0) {
            out.println(verdict.waiting() + " rows are not chained yet.");
        }
    }
}
