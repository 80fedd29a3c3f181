package org.colonnade.crm.internal.shell;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.CommandException;
import org.colonnade.crm.api.MatchDesk;
import org.colonnade.crm.api.ScanProgress;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Caller;
import org.colonnade.platform.api.problem.Problem;

/** Looks through all parties for duplicates: stretch by stretch, showing after each where it stands, or as a job. */
@Service
@Command(scope = "crm", name = "duplicates-scan", description = "Looks through all contacts for suspected duplicates")
public class DuplicatesScanCommand implements Action {

    @Option(name = "--from", description = "the checkpoint where an earlier scan stopped")
    private String checkpoint;

    @Option(
            name = "--job",
            description = "begins a job in the background and returns; colonnade:jobs shows how far it is")
    private boolean job;

    @Reference
    private MatchDesk desk;

    @Reference
    private Session session;

    @Override
    public Object execute() throws CommandException {
        Actor console = Actor.system("console");
        try (Caller.Binding bound = new Caller(console, "crm:duplicates-scan").bind()) {
            if (job) {
                session.getConsole().printf("Job %s looks through all contacts%n", desk.scanAll(console));
                return null;
            }
            ScanProgress progress;
            do {
                progress = desk.scan(console, checkpoint);
                checkpoint = progress.checkpoint();
                session.getConsole()
                        .printf(
                                "%,d contacts, %,d pairs compared, %,d new suspects, %,d keys skipped; checkpoint %s%n",
                                progress.parties(), progress.pairs(), progress.found(), progress.skipped(), checkpoint);
            } while (!progress.done() && !Thread.currentThread().isInterrupted());
            return null;
        } catch (Problem problem) {
            throw new CommandException(problem.getMessage(), problem.getMessage());
        }
    }
}
