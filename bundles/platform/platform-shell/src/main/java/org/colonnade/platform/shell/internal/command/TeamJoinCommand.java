package org.colonnade.platform.shell.internal.command;

import java.io.PrintStream;
import java.util.stream.Collectors;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.colonnade.platform.api.security.Teams;

/** Takes a user into a team, or says whether a member leads it. */
@Service
@Command(
        scope = "colonnade",
        name = "team-join",
        description = "Takes a user into a team, or says whether a member leads it")
public final class TeamJoinCommand extends HouseCommand {

    @Argument(index = 0, name = "team", description = "the team", required = true)
    @Completion(TeamNames.class)
    private String team;

    @Argument(index = 1, name = "user", description = "the user", required = true)
    @Completion(UserNames.class)
    private String user;

    @Option(name = "--lead", description = "it leads the team")
    private boolean lead;

    @Override
    void run(PrintStream out) {
        Teams.Team now = house().the(Teams.class, "teams").join(team, user, lead);
        String members = now.members().stream().map(Teams.Member::user).collect(Collectors.joining(", "));
        out.println(now.name() + ": " + (members.isEmpty() ? "nobody" : members));
    }
}
