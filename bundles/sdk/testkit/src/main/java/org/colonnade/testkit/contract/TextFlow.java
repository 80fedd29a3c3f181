package org.colonnade.testkit.contract;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which text flows where, over all methods of a function. */
final class TextFlow {

    /** Where texts that are put together come from. */
    static final String BUILT = "built";

    private static final String QUERY = "query ";

    private final Map<String, Set<String>> targets = new HashMap<>();

    void edge(String from, String to) {
        targets.computeIfAbsent(from, any -> new HashSet<>()).add(to);
    }

    static String parameter(String owner, String method, String descriptor, int index) {
        return "parameter " + owner + '.' + method + descriptor + '#' + index;
    }

    static String result(String owner, String method, String descriptor) {
        return "result " + owner + '.' + method + descriptor;
    }

    static String field(String owner, String name) {
        return "field " + owner + '.' + name;
    }

    static String query(String place) {
        return QUERY + place;
    }

    List<String> queriesReached() {
        Set<String> reached = new HashSet<>();
        Deque<String> next = new ArrayDeque<>(List.of(BUILT));
        while (!next.isEmpty()) {
            for (String target : targets.getOrDefault(next.pop(), Set.of())) {
                if (reached.add(target)) {
                    next.push(target);
                }
            }
        }
        return reached.stream()
                .filter(node -> node.startsWith(QUERY))
                .map(node -> node.substring(QUERY.length()))
                .sorted()
                .toList();
    }
}
