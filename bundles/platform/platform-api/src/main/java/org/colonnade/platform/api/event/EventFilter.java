package org.colonnade.platform.api.event;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.colonnade.platform.api.problem.Rejected;

/**
 * Which kinds of event somebody wants.
 *
 * @param patterns names of event types such as {@code crm.party.created}, and beginnings such as {@code crm.*} or {@code crm.party.*};
 *     empty for all
 * @since 1.3
 */
public record EventFilter(List<String> patterns) {

    /** Every event. */
    public static final EventFilter ALL = new EventFilter(List.of());

    /** How many patterns there may be. */
    public static final int MOST = 100;

    private static final Pattern SHAPE =
            Pattern.compile("\\*|[a-z][a-z0-9-]*(\\.[a-z][a-z0-9-]*){0,3}\\.(\\*|[a-z][a-z0-9-]*)");
    private static final int LENGTH = 200;

    /** @throws Rejected {@code platform.event.filter} */
    public EventFilter {
        patterns = List.copyOf(patterns);
        if (patterns.size() > MOST || !patterns.stream().allMatch(EventFilter::valid)) {
            throw new Rejected(
                            "platform.event.filter",
                            "Events are named like crm.party.created, crm.party.* or crm.*; at most " + MOST
                                    + " of them.")
                    .field("types", "names of event types, or beginnings with .*");
        }
    }

    /** What a query string says: patterns with commas between them; all events if it is missing or blank. */
    public static EventFilter of(String text) {
        return text == null || text.isBlank()
                ? ALL
                : new EventFilter(
                        Arrays.stream(text.split(",", -1)).map(String::strip).toList());
    }

    /** Whether this is a name or a beginning with a wildcard. */
    public static boolean valid(String pattern) {
        return pattern.length() <= LENGTH && SHAPE.matcher(pattern).matches();
    }

    /** Whether every event is wanted. */
    public boolean all() {
        return patterns.isEmpty() || patterns.contains("*");
    }

    /** Whether events of this type are wanted. */
    public boolean matches(String type) {
        return all() || patterns.stream().anyMatch(pattern -> matches(pattern, type));
    }

    private static boolean matches(String pattern, String type) {
        return pattern.endsWith(".*")
                ? type.startsWith(pattern.substring(0, pattern.length() - 1))
                : pattern.equals(type);
    }
}
