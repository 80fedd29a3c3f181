package org.colonnade.platform.store.internal.osgi;

import org.colonnade.platform.api.admin.HealthCheck;

import java.util.Collection;
import java.util.List;
import java.util.Objects;

/** Tells whether the tables of all functions are in the version that they need. */
record SeatsHealth(Collection<Seat> seats) implements HealthCheck {

    @Override
    public String name() {
        return "tables";
    }

    @Override
    public Finding check() {
        List<String> failures = seats.stream().map(Seat::failure).filter(Objects::nonNull).toList();
        return failures.isEmpty()
                ? Finding.well("The tables of all " + seats.size() + " functions are ready.")
                : Finding.failed(
                        String.join(" ", failures),
                        "Read the log for the statement that failed, mend it, then restart the function's bundle or install its next version.");
    }
}
