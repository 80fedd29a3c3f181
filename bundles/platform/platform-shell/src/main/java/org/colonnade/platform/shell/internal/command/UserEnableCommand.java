package org.colonnade.platform.shell.internal.command;

import java.io.PrintStream;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.colonnade.platform.api.security.Accounts;

/** Lets a user sign in again. */
@Service
@Command(scope = "colonnade", name = "user-enable", description = "Lets a user sign in again")
public final class UserEnableCommand extends HouseCommand {

    @Argument(name = "name", description = "the user", required = true)
    @Completion(UserNames.class)
    private String name;

    @Override
    void run(PrintStream out) {
        Accounts.User user = house().the(Accounts.class, "accounts").enable(name, true);
        out.println(user.name() + " may sign in.");
    }
}
