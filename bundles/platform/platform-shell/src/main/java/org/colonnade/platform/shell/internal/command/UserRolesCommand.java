package org.colonnade.platform.shell.internal.command;

import java.io.PrintStream;
import java.util.List;
import java.util.Set;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.colonnade.platform.api.security.Accounts;

/** Gives a user exactly these roles. */
@Service
@Command(scope = "colonnade", name = "user-roles", description = "Gives a user exactly these roles")
public final class UserRolesCommand extends HouseCommand {

    @Argument(name = "name", description = "the user", required = true)
    @Completion(UserNames.class)
    private String name;

    @Option(
            name = "--role",
            description = "a role; may be given several times, none takes all away",
            multiValued = true)
    @Completion(RoleNames.class)
    private List<String> roles;

    @Override
    void run(PrintStream out) {
        Set<String> given = roles == null ? Set.of() : Set.copyOf(roles);
        Accounts.User user = house().the(Accounts.class, "accounts").assign(name, given);
        out.println(user.name() + ": " + (user.roles().isEmpty() ? "no role" : String.join(", ", user.roles())));
    }
}
