package org.colonnade.platform.records.internal.query;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.colonnade.platform.api.problem.Rejected;

/**
 * In which order a list goes; last of all always by id, so that no two stand in the same place.
 *
 * @param keys what it is sorted by, the most important first
 */
public record Order(List<Key> keys) {

    private static final int MOST = 4;

    /** One thing to sort by. */
    public record Key(Target target, boolean descending) {}

    public Order {
        keys = List.copyOf(keys);
    }

    /**
     * Reads {@code name,-createdAt}.
     *
     * @param targets by name; null for what does not exist or may not be seen
     * @throws Rejected {@code platform.sort.unknown-field}
     */
    public static Order parse(String text, Function<String, Target> targets) {
        List<Key> keys = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            boolean descending = part.startsWith("-");
            String name = descending ? part.substring(1) : part;
            Target target = targets.apply(name);
            if (target == null || !target.sorts()) {
                throw unknown(name, "cannot be sorted by, does not exist or may not be seen");
            }
            keys.add(new Key(target, descending));
        }
        if (keys.size() > MOST) {
            throw unknown("sort", "names more than " + MOST + " fields");
        }
        if (keys.stream().noneMatch(key -> key.target().name().equals("id"))) {
            keys.add(new Key(Target.ID, false));
        }
        return new Order(keys);
    }

    /** As much of it as somebody may name: neither the order nor a cursor tells of what is withheld. */
    public Order seenBy(Function<String, Target> targets) {
        return new Order(keys.stream()
                .filter(key -> targets.apply(key.target().name()) != null)
                .toList());
    }

    /** The same text for the same order: a cursor belongs to one order only. */
    public String signature() {
        return keys.stream()
                .map(key -> (key.descending() ? "-" : "") + key.target().name())
                .collect(Collectors.joining(","));
    }

    private static Rejected unknown(String name, String fault) {
        String shown = name.length() > 80 ? "…" : name;
        return new Rejected("platform.sort.unknown-field", "The list cannot be sorted so.")
                .field("sort", "'" + shown + "' " + fault);
    }
}
