package org.colonnade.platform.api;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Where an actor stands among its colleagues: what decides which records it reaches.
 *
 * @param user its sign-in name; empty for who does not sign in
 * @param teams the names of the teams that it sees, by id: those it is a member of, and all below them
 * @param home the id of the team that it has been in for longest, for records that it makes; null if it is in none
 * @param narrowed the permissions that do not reach everything, and how far they reach
 * @param companies the ids of the companies that it may work in; the first is where it works if it names none
 */
public record Standing(
        String user, Map<String, String> teams, String home, Map<String, Reach> narrowed, List<Long> companies) {

    /** In no team, and nothing narrowed. */
    public static final Standing FREE = new Standing("", Map.of(), null, Map.of());

    public Standing {
        Objects.requireNonNull(user, "user");
        teams = Map.copyOf(teams);
        narrowed = Map.copyOf(narrowed);
        companies = List.copyOf(companies);
    }

    /** In the first company alone. */
    public Standing(String user, Map<String, String> teams, String home, Map<String, Reach> narrowed) {
        this(user, teams, home, narrowed, List.of(Caller.FIRST_COMPANY));
    }

    /** How far a permission reaches; it is not asked whether there is the permission. */
    public Reach reach(String permission) {
        return narrowed.getOrDefault(permission, Reach.ALL);
    }
}
