package org.colonnade.platform.rest.internal.door;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.colonnade.platform.api.problem.TooMany;

/** Counts the requests that each caller has under way, so that one caller cannot take every thread. */
final class Turnstile {

    private final ConcurrentMap<String, Integer> inside = new ConcurrentHashMap<>();

    /**
     * Lets one request in; every entry is followed by one {@link #leave}.
     *
     * @throws TooMany {@code platform.requests.too-many}
     */
    void enter(String caller, int limit) {
        int now = inside.merge(caller, 1, Integer::sum);
        if (now > limit) {
            leave(caller);
            throw new TooMany(
                    "platform.requests.too-many",
                    "More than " + limit + " of your requests are under way; send the next one when one was answered.",
                    Duration.ofSeconds(1));
        }
    }

    void leave(String caller) {
        inside.computeIfPresent(caller, (who, count) -> count == 1 ? null : count - 1);
    }
}
