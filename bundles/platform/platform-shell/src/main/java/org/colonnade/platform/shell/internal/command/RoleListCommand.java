package org.colonnade.platform.shell.internal.command;

import java.io.PrintStream;
import java.util.TreeSet;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import org.colonnade.platform.api.security.Accounts;

/** Lists the roles. */
@Service
@Command(scope = "colonnade", name = "role-list", description = "Lists the roles and what they allow")
public final class RoleListCommand extends HouseCommand {

    @Override
    void run(PrintStream out) {
        ShellTable table = new ShellTable().emptyTableText("No roles.");
        table.column("role");
        table.column("allows");
        for (Accounts.Role role : house().the(Accounts.class, "accounts").roles()) {
            boolean all = role.name().equals(Accounts.ADMINISTRATOR);
            table.addRow()
                    .addContent(role.name(), all ? "everything" : String.join(", ", new TreeSet<>(role.permissions())));
        }
        table.print(out);
    }
}
