package org.colonnade.platform.shell.internal.command;

import java.io.PrintStream;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.colonnade.platform.api.security.Accounts;

/** Lets a user in no more; all its tokens end at once. */
@Service
@Command(scope = "colonnade", name = "user-disable", description = "Lets a user in no more; all its tokens end at once")
public final class UserDisableCommand extends HouseCommand {

    @Argument(name = "name", description = "the user", required = true)
    @Completion(UserNames.class)
    private String name;

    @Override
    void run(PrintStream out) {
        Accounts.User user = house().the(Accounts.class, "accounts").enable(name, false);
        out.println(user.name() + " may not sign in any more.");
    }
}
