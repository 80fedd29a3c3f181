package org.colonnade.platform.rest.internal.sample;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.colonnade.platform.api.Money;
import org.colonnade.platform.api.Ref;

/** A record as functions have them. */
public record Thing(
        String id,
        long version,
        Instant createdAt,
        String name,
        Kind kind,
        Money price,
        Ref owner,
        LocalDate day,
        List<Part> parts,
        Map<String, String> labels) {

    /** What kind of thing. */
    public enum Kind {
        ROUND,
        SQUARE
    }

    /** A part of a thing. */
    public record Part(String name, int count) {}

    /** A thing to be. */
    public record Draft(
            String name,
            Kind kind,
            Money price,
            Ref owner,
            LocalDate day,
            boolean loud,
            List<Part> parts,
            Map<String, String> labels) {

        public Draft {
            parts = parts == null ? List.of() : List.copyOf(parts);
            labels = labels == null ? Map.of() : Map.copyOf(labels);
        }
    }
}
