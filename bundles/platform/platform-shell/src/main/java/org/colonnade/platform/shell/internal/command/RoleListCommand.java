package org.colonnade.platform.shell.internal.command;

import java.io.PrintStream;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;
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
            table.addRow().addContent(role.name(), all ? "everything" : allows(role));
        }
        table.print(out);
    }

    private static String allows(Accounts.Role role) {
        return new TreeSet<>(role.permissions())
                .stream()
                        .map(permission -> role.scopes().containsKey(permission)
                                ? permission + " ("
                                        + role.scopes().get(permission).name().toLowerCase(Locale.ROOT) + ')'
                                : permission)
                        .collect(Collectors.joining(", "));
    }
}
