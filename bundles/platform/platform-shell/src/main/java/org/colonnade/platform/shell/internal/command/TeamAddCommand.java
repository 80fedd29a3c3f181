package org.colonnade.platform.shell.internal.command;

import java.io.PrintStream;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.colonnade.platform.api.security.Teams;

/** Makes a team. */
@Service
@Command(scope = "colonnade", name = "team-add", description = "Makes a team")
public final class TeamAddCommand extends HouseCommand {

    @Argument(name = "name", description = "the team's name; it stays", required = true)
    private String name;

    @Option(name = "--title", description = "what people see; the name if missing")
    private String title;

    @Option(name = "--below", description = "the team above it")
    @Completion(TeamNames.class)
    private String below;

    @Override
    void run(PrintStream out) {
        Teams.Team made = house().the(Teams.class, "teams").add(new Teams.TeamDraft(name, title, below));
        out.println(made.name() + ": " + made.ref());
    }
}
