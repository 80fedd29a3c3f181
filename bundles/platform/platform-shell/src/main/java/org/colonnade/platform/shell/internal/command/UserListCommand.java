package org.colonnade.platform.shell.internal.command;

import java.io.PrintStream;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import org.colonnade.platform.api.Page;
import org.colonnade.platform.api.PageRequest;
import org.colonnade.platform.api.security.Accounts;

/** Lists the users. */
@Service
@Command(scope = "colonnade", name = "user-list", description = "Lists the users and their roles")
public final class UserListCommand extends HouseCommand {

    @Option(name = "--after", description = "the mark that the page before ended with")
    private String after;

    @Override
    void run(PrintStream out) {
        Page<Accounts.User> page =
                house().the(Accounts.class, "accounts").users(new PageRequest(PageRequest.MAX_LIMIT, after));
        ShellTable table = new ShellTable().emptyTableText("No user yet; the administrator's secret makes the first.");
        table.column("name");
        table.column("display name");
        table.column("roles");
        table.column("may sign in");
        table.column("since");
        for (Accounts.User user : page.items()) {
            table.addRow()
                    .addContent(
                            user.name(),
                            user.displayName(),
                            String.join(", ", user.roles()),
                            user.enabled() ? "yes" : "no",
                            user.createdAt());
        }
        table.print(out);
        if (page.next() != null) {
            out.println("More: --after " + page.next());
        }
    }
}
