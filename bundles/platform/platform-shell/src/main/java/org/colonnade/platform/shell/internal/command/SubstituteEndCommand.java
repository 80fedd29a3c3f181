package org.colonnade.platform.shell.internal.command;

import java.io.PrintStream;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.colonnade.platform.api.security.Substitutes;

/** Ends at once that somebody stands in. */
@Service
@Command(
        scope = "colonnade",
        name = "substitute-end",
        description = "Ends at once that somebody stands in for a user, or the user for somebody")
public final class SubstituteEndCommand extends HouseCommand {

    @Argument(index = 0, name = "user", description = "one of the two", required = true)
    @Completion(UserNames.class)
    private String user;

    @Argument(index = 1, name = "id", description = "as substitute-list shows it", required = true)
    private String id;

    @Override
    void run(PrintStream out) {
        house().the(Substitutes.class, "substitutes").dismiss(user, id);
        out.println("It is over.");
    }
}
