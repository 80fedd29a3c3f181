package org.colonnade.platform.privacy.internal.rest;

import java.time.Instant;
import java.util.List;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.privacy.Erasure;
import org.colonnade.platform.api.privacy.Hold;
import org.colonnade.platform.privacy.internal.CaseKind;
import org.colonnade.platform.privacy.internal.CaseState;
import org.colonnade.platform.privacy.internal.FunctionAnswer;
import org.colonnade.platform.privacy.internal.PersonCase;
import org.colonnade.platform.privacy.internal.domain.Identity.Alike;

/**
 * An export or erasure as it stands.
 *
 * @param id of the case
 * @param kind EXPORT, ERASURE or PREVIEW
 * @param person the record that was named
 * @param reason why, for an erasure
 * @param state where it is
 * @param records all records that stand for the person
 * @param alike records that share something with the person and are not touched, each with what is shared
 * @param holds what functions want kept
 * @param waitingFor the functions that have still to answer
 * @param askedAt UTC
 * @param askedBy who, as a reference
 * @param doneAt UTC
 * @param nextAt when it goes on by itself, UTC
 * @param answers one of each function
 */
public record CaseView(
        String id,
        CaseKind kind,
        Ref person,
        String reason,
        CaseState state,
        List<Ref> records,
        List<Alike> alike,
        List<Hold> holds,
        List<String> waitingFor,
        Instant askedAt,
        String askedBy,
        Instant doneAt,
        Instant nextAt,
        List<Answer> answers) {

    private static final int MOST_LINES = 1_000;

    static CaseView of(PersonCase one) {
        return new CaseView(
                one.name(),
                one.kind(),
                one.person(),
                one.reason(),
                one.state(),
                one.records(),
                one.alike(),
                one.holds(),
                one.waitingFor(),
                one.askedAt(),
                one.askedBy(),
                one.doneAt(),
                one.nextAt(),
                one.answers().stream().map(Answer::of).toList());
    }

    /**
     * What one function answered.
     *
     * @param module the function
     * @param state where its answer is
     * @param tries how often it was asked
     * @param failure why it has not answered
     * @param answeredAt UTC
     * @param records how many records it has about the person
     * @param bytes the size of its part of an export
     * @param erased how many are, or would be, gone
     * @param anonymised how many point, or would point, at nobody any more
     * @param kept how many are kept
     * @param lines the records, the first thousand
     */
    public record Answer(
            String module,
            FunctionAnswer.State state,
            int tries,
            String failure,
            Instant answeredAt,
            long records,
            long bytes,
            long erased,
            long anonymised,
            long kept,
            List<Erasure.Line> lines) {

        static Answer of(FunctionAnswer answer) {
            return new Answer(
                    answer.module(),
                    answer.state(),
                    answer.tries(),
                    answer.failure(),
                    answer.answeredAt(),
                    answer.records(),
                    answer.bytes(),
                    answer.count(Erasure.Outcome.ERASED),
                    answer.count(Erasure.Outcome.ANONYMISED),
                    answer.count(Erasure.Outcome.KEPT),
                    answer.lines().stream().limit(MOST_LINES).toList());
        }
    }
}
