package org.colonnade.platform.security.internal;

import org.colonnade.platform.api.Fields;

/**
 * What can be changed of a team.
 *
 * @param displayName what people see
 * @param parent the name of the team above it, or null
 */
public record TeamChange(String displayName, String parent) {

    /** @throws org.colonnade.platform.api.problem.Rejected {@code platform.team.invalid} */
    TeamChange checked() {
        new Fields().required("displayName", displayName, 200).orReject("platform.team.invalid");
        return new TeamChange(displayName.strip(), parent);
    }
}
