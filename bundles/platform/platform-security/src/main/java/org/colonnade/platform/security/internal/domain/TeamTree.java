package org.colonnade.platform.security.internal.domain;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which team stands below which. */
public final class TeamTree {

    private final Map<Long, Long> parents;
    private final Map<Long, List<Long>> children = new HashMap<>();

    /** @param parents for each team the one above it, or null */
    public TeamTree(Map<Long, Long> parents) {
        this.parents = parents;
        parents.forEach((team, parent) -> {
            if (parent != null) {
                children.computeIfAbsent(parent, any -> new ArrayList<>()).add(team);
            }
        });
    }

    /** These teams and all below them. */
    public Set<Long> below(Collection<Long> teams) {
        Set<Long> seen = new LinkedHashSet<>();
        Deque<Long> open = new ArrayDeque<>(teams);
        while (!open.isEmpty()) {
            Long team = open.poll();
            if (seen.add(team)) {
                open.addAll(children.getOrDefault(team, List.of()));
            }
        }
        return seen;
    }

    /** Whether a team would stand above itself if it were put below that parent. */
    public boolean closesCircle(long team, Long parent) {
        Set<Long> above = new LinkedHashSet<>();
        for (Long at = parent; at != null && above.add(at); at = parents.get(at)) {
            if (at == team) {
                return true;
            }
        }
        return false;
    }
}
