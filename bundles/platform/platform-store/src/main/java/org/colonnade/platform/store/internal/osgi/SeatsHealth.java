package org.colonnade.platform.store.internal.osgi;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.colonnade.platform.api.admin.HealthCheck;

/**
 * Tells whether the tables of all functions are in the version that they need.
 *
 * @param settled whether everything that was there at the start has its tables: until then the platform is not ready, afterwards a function
 *     that comes keeps nobody from the others
 */
record SeatsHealth(Collection<Seat> seats, BooleanSupplier settled) implements HealthCheck {

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
        if (!waiting.isEmpty()) {
            String sentence = "The tables of these functions are not ready yet: " + String.join(", ", waiting) + '.';
            return settled.getAsBoolean()
                    ? Finding.warning(sentence, "Wait a moment.")
                    : Finding.failed(sentence, "Wait; after an update of a big database this can take long.");
        }
        return settled.getAsBoolean()
                ? Finding.well("The tables of all functions are ready.")
                : Finding.failed("Not all functions have started yet.", "Wait a moment.");
    }
}
