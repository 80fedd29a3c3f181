package org.colonnade.platform.privacy.internal;

import java.time.Instant;
import java.util.List;
import org.colonnade.platform.api.privacy.Erasure;

/**
 * What one function answered.
 *
 * @param module the function
 * @param state where its answer is
 * @param tries how often it was asked
 * @param failure why it has not answered yet, or null
 * @param answeredAt UTC, or null
 * @param askedFor the hash of the records that it was asked for: when more are found, it is asked again
 * @param records how many records it has about the person
 * @param bytes the size of its part of an export
 * @param lines what became, or would become, of each record
 */
public record FunctionAnswer(
        String module,
        State state,
        int tries,
        String failure,
        Instant answeredAt,
        String askedFor,
        long records,
        long bytes,
        List<Erasure.Line> lines) {

    public FunctionAnswer {
        lines = List.copyOf(lines);
    }

    /** Where an answer is. */
    public enum State {
        /** It failed, or is not here; it is asked again. */
        WAITING,
        ANSWERED,
        /** It is installed and declares no personal data. */
        NONE_DECLARED,
        /** It keeps personal data and is not here, and a preview does not wait. */
        ABSENT
    }

    /** A function that has to be asked. */
    public static FunctionAnswer waiting(String module, String failure) {
        return new FunctionAnswer(module, State.WAITING, 0, failure, null, "", 0, 0, List.of());
    }

    /** The same function, which was asked once more and failed. */
    public FunctionAnswer failed(String why) {
        return new FunctionAnswer(module, State.WAITING, tries + 1, why, null, "", 0, 0, List.of());
    }

    /** How many records became that. */
    public long count(Erasure.Outcome outcome) {
        return lines.stream().filter(line -> line.outcome() == outcome).count();
    }
}
