package org.colonnade.platform.store.internal.osgi;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.colonnade.platform.api.admin.HealthCheck;

/** Tells whether the tables of all functions are in the version that they need. */
record SeatsHealth(Collection<Seat> seats) implements HealthCheck {

    @Override
    public String name() {
        return "tables";
    }

    @Override
    public Finding check() {
        List<String> failures =
                seats.stream().map(Seat::failure).filter(Objects::nonNull).toList();
        if (!failures.isEmpty()) {
            return Finding.failed(
                    String.join(" ", failures),
                    "Read the log for the statement that failed, mend it, then restart the function's bundle or install its next version.");
        }
        List<String> waiting = seats.stream()
                .filter(seat -> !seat.raised())
                .map(seat -> seat.module().id())
                .toList();
        return waiting.isEmpty()
                ? Finding.well("The tables of all functions are ready.")
                : Finding.warning(
                        "The tables of these functions are not ready yet: " + String.join(", ", waiting) + '.',
                        "Wait a moment.");
    }
}
