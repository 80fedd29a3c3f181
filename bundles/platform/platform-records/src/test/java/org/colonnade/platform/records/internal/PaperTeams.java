package org.colonnade.platform.records.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Reach;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.Standing;
import org.colonnade.platform.api.security.Teams;

/** Teams and people on paper: an office of its own for tests, and the model that answers are compared with. */
final class PaperTeams implements Teams {

    final Map<String, String> above = new LinkedHashMap<>();
    final Map<String, List<String>> members = new HashMap<>();
    final List<String> people = new ArrayList<>();

    static Ref teamRef(String name) {
        return Ref.of("platform", "team", 100 + name.charAt(1));
    }

    static Ref person(String name) {
        return Ref.of("platform", "user", 1000 + name.charAt(1));
    }

    PaperTeams team(String name, String parent, String... who) {
        above.put(name, parent);
        members.put(name, List.of(who));
        return this;
    }

    /** The teams that somebody sees, found the slow way: for each team, go up until one is its own. */
    Set<String> seen(String person) {
        Set<String> seen = new HashSet<>();
        for (String team : above.keySet()) {
            for (String at = team; at != null; at = above.get(at)) {
                if (members.get(at).contains(person)) {
                    seen.add(team);
                }
            }
        }
        return seen;
    }

    Actor actor(String person, Set<String> permissions, Map<String, Reach> narrowed) {
        Map<String, String> teams = new HashMap<>();
        seen(person).forEach(team -> teams.put(teamRef(team).id(), team));
        String home = above.keySet().stream()
                .filter(team -> members.get(team).contains(person))
                .findFirst()
                .map(team -> teamRef(team).id())
                .orElse(null);
        return new Actor(
                person(person), person, permissions, false, Set.of("r"), new Standing(person, teams, home, narrowed));
    }

    /** Whether somebody reaches a record of this owner and team. */
    boolean reaches(String person, Reach reach, Ref owner, Ref team) {
        if (reach == Reach.ALL) {
            return true;
        }
        boolean own = person(person).equals(owner);
        return own
                || reach == Reach.TEAM
                        && above.keySet().stream()
                                .filter(name -> teamRef(name).equals(team))
                                .anyMatch(seen(person)::contains);
    }

    @Override
    public List<Team> teams() {
        return above.keySet().stream().map(this::team).toList();
    }

    @Override
    public Team team(String name) {
        return new Team(teamRef(name).id(), name, name, above.get(name), List.of(), false, Instant.EPOCH, 1);
    }

    @Override
    public Optional<Team> find(Ref team) {
        return teams().stream().filter(one -> one.ref().equals(team)).findFirst();
    }

    @Override
    public Optional<Team> named(String name) {
        return teams().stream().filter(one -> one.name().equalsIgnoreCase(name)).findFirst();
    }

    @Override
    public Optional<Colleague> colleague(Ref user) {
        return people.stream()
                .filter(person -> person(person).equals(user))
                .findFirst()
                .map(this::known);
    }

    @Override
    public Optional<Colleague> colleague(String user) {
        return people.stream().filter(user::equalsIgnoreCase).findFirst().map(this::known);
    }

    private Colleague known(String person) {
        return new Colleague(
                person(person).id(),
                person,
                above.keySet().stream()
                        .filter(team -> members.get(team).contains(person))
                        .map(team -> new TeamName(teamRef(team).id(), team))
                        .toList());
    }

    @Override
    public Team add(TeamDraft draft) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Team join(String team, String user, boolean lead) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Team leave(String team, String user) {
        throw new UnsupportedOperationException();
    }
}
