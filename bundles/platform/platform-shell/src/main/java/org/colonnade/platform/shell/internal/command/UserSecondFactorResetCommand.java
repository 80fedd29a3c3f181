package org.colonnade.platform.shell.internal.command;

import java.io.PrintStream;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.colonnade.platform.api.security.Accounts;

/** Takes the second factor away from a user who has lost it. */
@Service
@Command(
        scope = "colonnade",
        name = "user-second-factor-reset",
        description = "Takes the second factor away from a user who has lost it; all its tokens end at once")
public final class UserSecondFactorResetCommand extends HouseCommand {

    @Argument(name = "name", description = "the user", required = true)
    @Completion(UserNames.class)
    private String name;

    @Override
    void run(PrintStream out) {
        house().the(Accounts.class, "accounts").resetSecondFactor(name);
        out.println(name + " signs in by password alone now.");
    }
}
