package org.colonnade.platform.shell.internal.command;

import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.colonnade.platform.api.security.Substitutes;

/** Lets a user stand in for another from now on. */
@Service
@Command(
        scope = "colonnade",
        name = "substitute-add",
        description = "Lets a user stand in for another, from now on for some days")
public final class SubstituteAddCommand extends HouseCommand {

    @Argument(index = 0, name = "principal", description = "who is away", required = true)
    @Completion(UserNames.class)
    private String principal;

    @Argument(index = 1, name = "substitute", description = "who stands in", required = true)
    @Completion(UserNames.class)
    private String substitute;

    @Argument(index = 2, name = "days", description = "for how long, 1 to 366", required = true)
    private int days;

    @Option(name = "--permission", description = "only this one; may be given several times", multiValued = true)
    private List<String> permissions;

    @Override
    void run(PrintStream out) {
        Substitutes.Substitution made = house().the(Substitutes.class, "substitutes")
                .appoint(
                        principal,
                        substitute,
                        null,
                        house().clock().instant().plus(Duration.ofDays(days)),
                        permissions == null ? null : Set.copyOf(permissions));
        out.println(substitute + " stands in for " + principal + " until " + made.until() + " (" + made.id() + ")");
    }
}
