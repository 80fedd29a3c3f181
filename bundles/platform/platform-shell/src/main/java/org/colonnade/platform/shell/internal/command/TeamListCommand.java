package org.colonnade.platform.shell.internal.command;

import java.io.PrintStream;
import java.util.stream.Collectors;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import org.colonnade.platform.api.security.Teams;

/** Lists the teams. */
@Service
@Command(scope = "colonnade", name = "team-list", description = "Lists the teams and their members")
public final class TeamListCommand extends HouseCommand {

    @Override
    void run(PrintStream out) {
        ShellTable table = new ShellTable().emptyTableText("No teams.");
        table.column("team");
        table.column("called");
        table.column("below");
        table.column("members");
        for (Teams.Team team : house().the(Teams.class, "teams").teams()) {
            String members = team.members().stream()
                    .map(member -> member.lead() ? member.user() + " (leads)" : member.user())
                    .collect(Collectors.joining(", "));
            table.addRow()
                    .addContent(
                            team.archived() ? team.name() + " (archived)" : team.name(),
                            team.displayName(),
                            team.parent() == null ? "" : team.parent(),
                            members);
        }
        table.print(out);
    }
}
