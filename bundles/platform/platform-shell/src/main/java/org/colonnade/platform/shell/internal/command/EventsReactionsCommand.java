package org.colonnade.platform.shell.internal.command;

import java.io.PrintStream;
import java.util.Objects;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import org.colonnade.platform.api.event.EventLog;

/** Shows how far each reaction is. */
@Service
@Command(
        scope = "colonnade",
        name = "events-reactions",
        description = "Shows how far each reaction is behind the log of events")
public final class EventsReactionsCommand extends HouseCommand {

    @Override
    void run(PrintStream out) {
        ShellTable table = new ShellTable().emptyTableText("No reaction has ever been here.");
        table.column("reaction");
        table.column("present");
        table.column("position");
        table.column("behind");
        table.column("dead letters");
        table.column("last failure");
        for (EventLog.Progress reaction : house().the(EventLog.class, "events").reactions()) {
            table.addRow()
                    .addContent(
                            reaction.name(),
                            reaction.present() ? "yes" : "no",
                            reaction.position(),
                            reaction.behind(),
                            reaction.deadLetters(),
                            Objects.requireNonNullElse(reaction.failure(), ""));
        }
        table.print(out);
    }
}
