package org.colonnade.platform.api.currency;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;

/**
 * Which rate is asked for.
 *
 * @param from the currency of what there is, ISO 4217
 * @param to the currency of what is wanted, ISO 4217
 * @param type what for
 * @param on the day; the last rate on or before it counts
 * @param asKnown only what was known at that moment counts, UTC; null for what is known now
 * @param maximumAge how many days a rate may be older than the day; null for what is configured
 * @param pivot the currency by way of which it goes where there is no rate between the two; null for what is configured
 */
public record RateQuery(
        String from, String to, RateType type, LocalDate on, Instant asKnown, Integer maximumAge, String pivot) {

    public RateQuery {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(on, "on");
    }

    /** What is known now, by the configured age and pivot. */
    public static RateQuery of(String from, String to, RateType type, LocalDate on) {
        return new RateQuery(from, to, type, on, null, null, null);
    }
}
