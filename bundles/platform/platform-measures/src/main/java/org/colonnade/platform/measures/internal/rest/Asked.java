package org.colonnade.platform.measures.internal.rest;

import java.util.List;
import org.colonnade.platform.api.problem.Malformed;
import org.colonnade.platform.api.problem.Rejected;

/** What a query has to say. */
final class Asked {

    private Asked() {}

    /** A parameter that must be there. @throws Malformed {@code platform.parameter.missing} */
    static <T> T required(String name, T value) {
        if (value == null) {
            throw new Malformed(
                    "platform.parameter.missing",
                    "This needs the query parameter '" + name + "'.",
                    List.of(new Rejected.Field(name, "is required")));
        }
        return value;
    }

    /** A number within bounds, or none. @throws Malformed {@code platform.parameter.malformed} */
    static Integer between(String name, Integer value, int least, int most) {
        if (value != null && (value < least || value > most)) {
            String fault = "is not between " + least + " and " + most;
            throw new Malformed(
                    "platform.parameter.malformed",
                    "'" + name + "' " + fault + ".",
                    List.of(new Rejected.Field(name, fault)));
        }
        return value;
    }
}
