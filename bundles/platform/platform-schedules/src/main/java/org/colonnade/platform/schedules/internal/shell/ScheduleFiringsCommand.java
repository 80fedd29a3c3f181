package org.colonnade.platform.schedules.internal.shell;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.CommandException;
import org.apache.karaf.shell.support.table.ShellTable;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Page;
import org.colonnade.platform.api.PageRequest;
import org.colonnade.platform.api.problem.Problem;
import org.colonnade.platform.schedules.internal.Firing;
import org.colonnade.platform.schedules.internal.ScheduleBook;

/** Shows what became of the planned instants of a schedule. */
@Service
@Command(
        scope = "colonnade",
        name = "schedule-firings",
        description = "Shows what became of the planned instants of a schedule, the newest first")
public class ScheduleFiringsCommand implements Action {

    @Argument(name = "id", description = "the schedule's id", required = true)
    private String id;

    @Option(name = "--after", description = "the mark that the page before ended with")
    private String after;

    @Reference
    private ScheduleBook book;

    @Reference
    private Session session;

    @Override
    public Object execute() throws CommandException {
        try {
            Page<Firing> page = book.firings(Actor.system("console"), id, PageRequest.of(null, after));
            ShellTable table = new ShellTable().emptyTableText("Nothing was planned yet.");
            for (String column : new String[] {"planned", "outcome", "missed", "since", "job", "why"}) {
                table.column(column);
            }
            for (Firing one : page.items()) {
                table.addRow()
                        .addContent(
                                one.plannedAt(),
                                one.outcome(),
                                one.missed() == 0 ? "" : one.missed(),
                                one.missedFrom() == null ? "" : one.missedFrom(),
                                one.job() == null ? "" : one.job().id(),
                                one.code() == null ? "" : one.code());
            }
            table.print(session.getConsole());
            if (page.next() != null) {
                session.getConsole().println("More: --after " + page.next());
            }
            return null;
        } catch (Problem problem) {
            throw new CommandException(problem.getMessage(), problem.getMessage());
        }
    }
}
