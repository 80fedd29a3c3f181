package org.colonnade.platform.schedules.internal.shell;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.table.ShellTable;
import org.colonnade.platform.api.schedule.ScheduleState;
import org.colonnade.platform.api.schedule.Schedules;

/** Shows the schedules and when they come next. */
@Service
@Command(
        scope = "colonnade",
        name = "schedules",
        description = "Shows the schedules, when they come next, and what they wait for")
public class SchedulesCommand implements Action {

    @Reference
    private Schedules schedules;

    @Reference
    private Session session;

    @Override
    public Object execute() {
        ShellTable table = new ShellTable().emptyTableText("No schedules.");
        for (String column : new String[] {"id", "name", "kind", "state", "next", "last", "missed"}) {
            table.column(column);
        }
        for (ScheduleState one : schedules.all()) {
            table.addRow()
                    .addContent(
                            one.id(),
                            one.name(),
                            one.kind(),
                            state(one),
                            one.nextAt() == null ? "" : one.nextAt(),
                            one.lastAt() == null ? "" : one.lastAt(),
                            one.missed());
        }
        table.print(session.getConsole());
        return null;
    }

    private static String state(ScheduleState one) {
        if (one.paused()) {
            return "paused";
        }
        return one.waitingFor() == null ? "" : "waiting for " + one.waitingFor();
    }
}
