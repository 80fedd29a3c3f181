package org.colonnade.platform.security.internal;

import java.time.Instant;
import java.util.List;
import org.colonnade.platform.api.Reach;

/**
 * Why somebody may do something, or may not.
 *
 * @param user the sign-in name
 * @param permission what it is about
 * @param allowed whether one of the roles allows it to somebody who is let in
 * @param reach how far; null where it is not allowed
 * @param teams the teams that the user sees, by name: what a reach of {@code TEAM} covers beside what the user owns
 * @param because the roles that allow it, and how far each; the widest counts
 * @param others for whom else the user may do it now, as a substitute
 * @param sentence the same for people
 */
public record Explanation(
        String user,
        String permission,
        boolean allowed,
        Reach reach,
        List<String> teams,
        List<Cause> because,
        List<For> others,
        String sentence) {

    public Explanation {
        teams = List.copyOf(teams);
        because = List.copyOf(because);
        others = List.copyOf(others);
    }

    /**
     * A user for whom it is done, with {@code Colonnade-For}.
     *
     * @param principal the sign-in name
     * @param reach how far the principal has it
     * @param until the first instant at which it is over, UTC
     */
    public record For(String principal, Reach reach, Instant until) {}

    /**
     * A role that allows it.
     *
     * @param role its name
     * @param reach how far it allows it
     */
    public record Cause(String role, Reach reach) {}
}
