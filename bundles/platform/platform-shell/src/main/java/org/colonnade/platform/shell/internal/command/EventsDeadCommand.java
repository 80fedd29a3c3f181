package org.colonnade.platform.shell.internal.command;

import java.io.PrintStream;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import org.colonnade.platform.api.Page;
import org.colonnade.platform.api.PageRequest;
import org.colonnade.platform.api.event.EventLog;

/** Shows the events that a reaction could not take. */
@Service
@Command(
        scope = "colonnade",
        name = "events-dead",
        description = "Shows the events that a reaction could not take, newest first")
public final class EventsDeadCommand extends HouseCommand {

    @Option(name = "--after", description = "the mark that the page before ended with")
    private String after;

    @Override
    void run(PrintStream out) {
        EventLog log = house().the(EventLog.class, "events");
        Page<EventLog.DeadLetter> page = log.deadLetters(PageRequest.of(null, after));
        ShellTable table = new ShellTable().emptyTableText("No dead letters.");
        table.column("id");
        table.column("at");
        table.column("reaction");
        table.column("event");
        table.column("subject");
        table.column("failure");
        for (EventLog.DeadLetter letter : page.items()) {
            table.addRow()
                    .addContent(
                            letter.id(),
                            letter.at(),
                            letter.reaction(),
                            letter.event().type(),
                            letter.event().subject(),
                            letter.failure());
        }
        table.print(out);
        if (page.next() != null) {
            out.println("More: --after " + page.next());
        }
    }
}
