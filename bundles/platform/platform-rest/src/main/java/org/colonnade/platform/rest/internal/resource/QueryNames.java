package org.colonnade.platform.rest.internal.resource;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.colonnade.platform.api.problem.Malformed;
import org.colonnade.platform.api.problem.Rejected;

/** Compares what a query string names with what an operation knows: a filter with a typing error must not answer everything. */
final class QueryNames {

    private QueryNames() {}

    static void check(String query, Map<String, Boolean> known) {
        if (query == null || query.isEmpty()) {
            return;
        }
        Set<String> seen = new HashSet<>();
        for (String pair : query.split("&")) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                checkOne(
                        URLDecoder.decode(equals < 0 ? pair : pair.substring(0, equals), StandardCharsets.UTF_8),
                        known,
                        seen);
            }
        }
    }

    private static void checkOne(String name, Map<String, Boolean> known, Set<String> seen) {
        Boolean repeatable = known.get(name);
        if (repeatable == null) {
            String which =
                    known.isEmpty() ? "this operation has none" : "known are " + String.join(", ", known.keySet());
            throw new Malformed(
                    "platform.query.unknown",
                    "The query parameter '" + name + "' is not known; " + which + ".",
                    List.of(new Rejected.Field(name, "is not known; " + which)));
        }
        if (!seen.add(name) && !repeatable) {
            throw new Malformed(
                    "platform.query.repeated",
                    "The query parameter '" + name + "' is there twice.",
                    List.of(new Rejected.Field(name, "is there twice")));
        }
    }
}
