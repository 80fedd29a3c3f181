package org.colonnade.platform.shell.internal.command;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.security.Accounts;
import org.colonnade.platform.api.security.Substitutes;
import org.colonnade.platform.api.security.Substitutes.Substitution;

/** Shows who stands in for a user now, and for whom the user does. */
@Service
@Command(
        scope = "colonnade",
        name = "substitute-list",
        description = "Shows who stands in for a user now, and for whom the user does")
public final class SubstituteListCommand extends HouseCommand {

    @Argument(name = "user", description = "the user", required = true)
    @Completion(UserNames.class)
    private String user;

    public SubstituteListCommand() {}

    SubstituteListCommand(House house, String user) {
        super(house);
        this.user = user;
    }

    @Override
    void run(PrintStream out) {
        Accounts.User account = house().the(Accounts.class, "accounts").user(user);
        Ref ref = new Ref("platform", "user", account.id());
        Substitutes substitutes = house().the(Substitutes.class, "substitutes");
        List<Substitution> all =
                new ArrayList<>(substitutes.substitutesOf(ref, house().clock().instant()));
        all.addAll(substitutes.principalsOf(ref, house().clock().instant()));
        ShellTable table = new ShellTable().emptyTableText("Nobody stands in for this user now, nor it for anybody.");
        table.column("id");
        table.column("who");
        table.column("for whom");
        table.column("until");
        table.column("with");
        all.forEach(one -> table.addRow()
                .addContent(
                        one.id(),
                        one.substitute().equals(ref) ? account.name() : one.substitute(),
                        one.principal().equals(ref) ? account.name() : one.principal(),
                        one.until(),
                        one.permissions() == null ? "all" : String.join(", ", one.permissions())));
        table.print(out);
    }
}
