package org.colonnade.platform.api;

import java.util.Map;
import java.util.Objects;

/**
 * Where an actor stands among its colleagues: what decides which records it reaches.
 *
 * @param user its sign-in name; empty for who does not sign in
 * @param teams the names of the teams that it sees, by id: those it is a member of, and all below them
 * @param home the id of the team that it has been in for longest, for records that it makes; null if it is in none
 * @param narrowed the permissions that do not reach everything, and how far they reach
 */
public record Standing(String user, Map<String, String> teams, String home, Map<String, Reach> narrowed) {

    /** In no team, and nothing narrowed. */
    public static final Standing FREE = new Standing("", Map.of(), null, Map.of());

    public Standing {
        Objects.requireNonNull(user, "user");
        teams = Map.copyOf(teams);
        narrowed = Map.copyOf(narrowed);
    }

    /** How far a permission reaches; it is not asked whether there is the permission. */
    public Reach reach(String permission) {
        return narrowed.getOrDefault(permission, Reach.ALL);
    }
}
