package org.colonnade.platform.shell.internal.command;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Set;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.colonnade.platform.api.security.Accounts;

/** Adds a user. */
@Service
@Command(scope = "colonnade", name = "user-add", description = "Adds a user; the password is asked for, twice")
public final class UserAddCommand extends HouseCommand {

    @Argument(name = "name", description = "the name to sign in with", required = true)
    private String name;

    @Option(name = "--display", description = "what people see")
    private String display;

    @Option(name = "--role", description = "a role; may be given several times", multiValued = true)
    @Completion(RoleNames.class)
    private List<String> roles;

    public UserAddCommand() {}

    UserAddCommand(House house, String name) {
        super(house);
        this.name = name;
    }

    @Override
    void run(PrintStream out) throws IOException {
        Accounts accounts = house().the(Accounts.class, "accounts");
        String password = new String(NewPassword.ask(session(), name));
        Set<String> given = roles == null ? Set.of() : Set.copyOf(roles);
        Accounts.User user = accounts.add(new Accounts.UserDraft(name, display, password, given));
        out.println(user.name() + " may sign in" + (given.isEmpty() ? ", but do nothing yet: give a role." : "."));
    }
}
