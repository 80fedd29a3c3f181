package org.colonnade.platform.schedules.internal.shell;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.CommandException;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Caller;
import org.colonnade.platform.api.problem.Problem;
import org.colonnade.platform.api.schedule.Schedules;

/** Makes the job of a schedule now. */
@Service
@Command(
        scope = "colonnade",
        name = "schedule-run",
        description = "Makes the job of a schedule now, beside what is planned")
public class ScheduleRunCommand implements Action {

    @Argument(name = "id", description = "the schedule's id", required = true)
    private String id;

    @Reference
    private Schedules schedules;

    @Reference
    private Session session;

    @Override
    public Object execute() throws CommandException {
        Actor console = Actor.system("console");
        try (Caller.Binding bound = new Caller(console, "-").bind()) {
            session.getConsole().println("Job " + schedules.runNow(console, id) + " is on its way.");
            return null;
        } catch (Problem problem) {
            throw new CommandException(problem.getMessage(), problem.getMessage());
        }
    }
}
