package org.colonnade.platform.shell.internal.command;

import java.io.PrintStream;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import org.colonnade.platform.api.Page;
import org.colonnade.platform.api.PageRequest;
import org.colonnade.platform.api.audit.AuditLog;
import org.colonnade.platform.api.audit.Entry;
import org.colonnade.platform.api.audit.Filter;

/** Shows who changed what, page by page. */
@Service
@Command(scope = "colonnade", name = "audit", description = "Shows who changed what and what was refused, newest first")
public final class AuditCommand extends HouseCommand {

    @Option(name = "--subject", description = "only this record, such as crm:party:0J5XK3T9ZQ1AB")
    private String subject;

    @Option(name = "--actor", description = "only by this account, such as platform:user:0J5XK3T9ZQ1AB")
    private String actor;

    @Option(name = "--action", description = "only this action, such as changed or refused")
    private String action;

    @Option(name = "--after", description = "the mark that the page before ended with")
    private String after;

    @Option(name = "--limit", description = "how many lines, 1 to 500")
    private int limit = PageRequest.DEFAULT_LIMIT;

    public AuditCommand() {}

    AuditCommand(House house) {
        super(house);
    }

    @Override
    void run(PrintStream out) {
        AuditLog log = house().the(AuditLog.class, "audit rows");
        Page<Entry> page = log.entries(new Filter(subject, actor, action, null, null), PageRequest.of(limit, after));
        ShellTable table = new ShellTable().emptyTableText("Nothing was written down.");
        table.column("position");
        table.column("at");
        table.column("action");
        table.column("subject");
        table.column("version");
        table.column("actor");
        table.column("request");
        table.column("id");
        page.items().forEach(entry -> row(table, entry));
        table.print(out);
        if (page.next() != null) {
            out.println("More: --after " + page.next());
        }
    }

    private static void row(ShellTable table, Entry entry) {
        table.addRow()
                .addContent(
                        entry.position() == null ? "waits" : entry.position(),
                        entry.at(),
                        entry.action(),
                        entry.subject(),
                        entry.version() == 0 ? "" : entry.version(),
                        entry.principal() == null ? entry.actor() : entry.actor() + " for " + entry.principal(),
                        entry.requestId(),
                        entry.id());
    }
}
