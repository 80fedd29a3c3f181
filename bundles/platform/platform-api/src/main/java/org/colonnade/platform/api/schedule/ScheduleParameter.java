package org.colonnade.platform.api.schedule;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Something that a schedule says to the job that it makes.
 *
 * @param name as in the JSON of the job's input: a letter, then letters and digits; not {@code plannedAt} or {@code schedule}
 * @param type what it looks like in JSON
 * @param labels what people call it, by language tag; {@code en} and {@code th} at least
 * @param required whether it must be there
 * @param choices the words of a {@link Type#CHOICE}; empty otherwise
 */
public record ScheduleParameter(
        String name, Type type, Map<String, String> labels, boolean required, List<String> choices) {

    public ScheduleParameter {
        Objects.requireNonNull(type, "type");
        if (name == null
                || !name.matches("[a-z][A-Za-z0-9]{0,49}")
                || name.equals("plannedAt")
                || name.equals("schedule")) {
            throw new IllegalArgumentException("'" + name + "' is no name of a parameter");
        }
        labels = Map.copyOf(labels);
        choices = List.copyOf(choices);
    }

    /** A parameter with its two labels. */
    public static ScheduleParameter of(String name, Type type, boolean required, String english, String thai) {
        return new ScheduleParameter(name, type, Map.of("en", english, "th", thai), required, List.of());
    }

    /** What a parameter looks like in JSON. */
    public enum Type {
        /** A text of at most 1,000 characters. */
        TEXT,
        /** A whole number of 64 bits. */
        INTEGER,
        /** {@code true} or {@code false}. */
        BOOLEAN,
        /** A day, {@code 2027-03-01}. */
        DATE,
        /** One of the words that the parameter names. */
        CHOICE,
        /** A reference, {@code module:type:id}. */
        REF
    }
}
