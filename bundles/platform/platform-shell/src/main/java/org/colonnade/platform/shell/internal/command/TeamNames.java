package org.colonnade.platform.shell.internal.command;

import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.colonnade.platform.api.security.Teams;

/** Completes the names of teams. */
@Service
public final class TeamNames extends Names {

    public TeamNames() {
        this(House.ofThisBundle());
    }

    TeamNames(House house) {
        super(() -> house.the(Teams.class, "teams").teams().stream()
                .map(Teams.Team::name)
                .toList());
    }
}
