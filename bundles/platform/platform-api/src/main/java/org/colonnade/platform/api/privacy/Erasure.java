package org.colonnade.platform.api.privacy;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.colonnade.platform.api.Ref;

/**
 * A function's answer: what became of each of its records about a person.
 *
 * @param lines one for each record; empty if it has none
 */
public record Erasure(List<Line> lines) {

    /** The function knows nothing about the person. */
    public static final Erasure NOTHING = new Erasure(List.of());

    public Erasure {
        lines = List.copyOf(lines);
    }

    /** What became of a record. */
    public enum Outcome {
        /** It is gone. */
        ERASED,
        /** It is there, but nothing in it points at a person any more. */
        ANONYMISED,
        /** It was put away, and left as it is otherwise. */
        ARCHIVED,
        /** It is as it was. */
        KEPT
    }

    /**
     * One record.
     *
     * @param ref the record
     * @param kind what it is, as {@code <module>:<type>}
     * @param outcome what became of it
     * @param reason why it is kept, without personal data; else null
     * @param until the last day on which it is kept; null if it is not kept, or for how long is not known
     */
    public record Line(Ref ref, String kind, Outcome outcome, String reason, LocalDate until) {

        public Line {
            Objects.requireNonNull(ref, "ref");
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(outcome, "outcome");
        }

        /** A record that is gone. */
        public static Line erased(Ref ref, String kind) {
            return new Line(ref, kind, Outcome.ERASED, null, null);
        }

        /** A record without anything personal in it. */
        public static Line anonymised(Ref ref, String kind) {
            return new Line(ref, kind, Outcome.ANONYMISED, null, null);
        }

        /** A record that was put away. */
        public static Line archived(Ref ref, String kind) {
            return new Line(ref, kind, Outcome.ARCHIVED, null, null);
        }

        /** A record that a hold keeps. */
        public static Line kept(Ref ref, String kind, Hold hold) {
            return new Line(ref, kind, Outcome.KEPT, hold.reason() + " (" + hold.legalBasis() + ")", hold.until());
        }
    }
}
