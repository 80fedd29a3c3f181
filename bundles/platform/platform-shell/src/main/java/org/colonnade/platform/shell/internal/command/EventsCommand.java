package org.colonnade.platform.shell.internal.command;

import java.io.PrintStream;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import org.colonnade.platform.api.Page;
import org.colonnade.platform.api.PageRequest;
import org.colonnade.platform.api.event.EventLog;

/** Shows the event log, page by page. */
@Service
@Command(scope = "colonnade", name = "events", description = "Shows the log of everything that happened, oldest first")
public final class EventsCommand extends HouseCommand {

    @Option(name = "--type", description = "only this type, such as crm.party.created")
    private String type;

    @Option(name = "--after", description = "the mark that the page before ended with")
    private String after;

    @Option(name = "--limit", description = "how many lines, 1 to 500")
    private int limit = PageRequest.DEFAULT_LIMIT;

    @Option(name = "--data", description = "with what each event says")
    private boolean data;

    @Override
    void run(PrintStream out) {
        EventLog log = house().the(EventLog.class, "events");
        Page<EventLog.Entry> page = log.entries(type, PageRequest.of(limit, after));
        ShellTable table = new ShellTable().emptyTableText("No events.");
        table.column("position");
        table.column("at");
        table.column("type");
        table.column("subject");
        table.column("actor");
        table.column("request");
        if (data) {
            table.column("data");
        }
        page.items().forEach(event -> row(table, event));
        table.print(out);
        if (page.next() != null) {
            out.println("More: --after " + page.next());
        }
    }

    private void row(ShellTable table, EventLog.Entry event) {
        var row = table.addRow();
        row.addContent(event.position(), event.at(), event.type(), event.subject(), event.actor(), event.requestId());
        if (data) {
            row.addContent(event.data());
        }
    }
}
