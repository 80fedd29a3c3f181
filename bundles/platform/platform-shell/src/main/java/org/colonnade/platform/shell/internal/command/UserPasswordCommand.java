package org.colonnade.platform.shell.internal.command;

import java.io.IOException;
import java.io.PrintStream;
import java.util.Arrays;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.colonnade.platform.api.security.Accounts;

/** Sets a user's password. */
@Service
@Command(
        scope = "colonnade",
        name = "user-password",
        description = "Sets a user's password, which is asked for; all its tokens end at once")
public final class UserPasswordCommand extends HouseCommand {

    @Argument(name = "name", description = "the user", required = true)
    @Completion(UserNames.class)
    private String name;

    @Override
    void run(PrintStream out) throws IOException {
        Accounts accounts = house().the(Accounts.class, "accounts");
        Accounts.User user = accounts.user(name);
        char[] password = NewPassword.ask(session(), user.name());
        try {
            accounts.password(user.name(), password);
        } finally {
            Arrays.fill(password, ' ');
        }
        out.println("The password of " + user.name() + " is set.");
    }
}
