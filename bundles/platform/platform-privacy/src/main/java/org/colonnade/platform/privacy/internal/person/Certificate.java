package org.colonnade.platform.privacy.internal.person;

import java.time.Instant;
import java.util.List;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.privacy.Erasure;
import org.colonnade.platform.api.problem.Conflict;
import org.colonnade.platform.privacy.internal.CaseKind;
import org.colonnade.platform.privacy.internal.CaseState;
import org.colonnade.platform.privacy.internal.FunctionAnswer;
import org.colonnade.platform.privacy.internal.Json;
import org.colonnade.platform.privacy.internal.PersonCase;
import org.colonnade.platform.privacy.internal.domain.CertificateText;
import org.colonnade.platform.privacy.internal.domain.Hash;

/**
 * What every installed function did when a person was erased. It holds no personal data.
 *
 * @param id of the case
 * @param person the record that was named
 * @param askedAt UTC
 * @param askedBy who, as a reference
 * @param doneAt UTC
 * @param records all records that stood for the person
 * @param functions what each installed function answered
 * @param erased how many records are gone
 * @param anonymised how many records point at nobody any more
 * @param kept how many records are kept
 * @param sha256 of the certificate's text, without the text's last line
 */
public record Certificate(
        String id,
        Ref person,
        Instant askedAt,
        String askedBy,
        Instant doneAt,
        List<Ref> records,
        List<Function> functions,
        long erased,
        long anonymised,
        long kept,
        String sha256) {

    /**
     * What one function answered.
     *
     * @param module the function
     * @param answer whether it answered for its records, or declares that it keeps no personal data
     * @param answeredAt UTC
     * @param erased how many of its records are gone
     * @param anonymised how many point at nobody any more
     * @param kept the records that it keeps, each with the reason and the last day
     * @param sha256 of its answer, line by line
     */
    public record Function(
            String module,
            FunctionAnswer.State answer,
            Instant answeredAt,
            long erased,
            long anonymised,
            List<Erasure.Line> kept,
            String sha256) {}

    /**
     * The certificate of a case.
     *
     * @throws Conflict {@code platform.privacy.not-done}; {@code platform.privacy.preview}: nothing was erased
     */
    public static Certificate of(PersonCase erasure) {
        String text = text(erasure);
        return new Certificate(
                erasure.name(),
                erasure.person(),
                erasure.askedAt(),
                erasure.askedBy(),
                erasure.doneAt(),
                erasure.records(),
                erasure.answers().stream().map(Certificate::function).toList(),
                count(erasure, Erasure.Outcome.ERASED),
                count(erasure, Erasure.Outcome.ANONYMISED),
                count(erasure, Erasure.Outcome.KEPT),
                Hash.of(text));
    }

    /** Its text without the last line, the hash. Same problems as {@link #of}. */
    public static String text(PersonCase erasure) {
        if (erasure.kind() == CaseKind.PREVIEW) {
            throw new Conflict("platform.privacy.preview", "This was a preview: nothing was erased.");
        }
        if (erasure.state() == CaseState.WAITING) {
            throw new Conflict(
                    "platform.privacy.not-done",
                    "Not every function has answered yet: " + String.join(", ", erasure.waitingFor()) + ".");
        }
        return CertificateText.of(new CertificateText.Facts(
                erasure.name(),
                erasure.person(),
                erasure.askedAt(),
                erasure.askedBy(),
                erasure.doneAt(),
                erasure.records(),
                erasure.answers().stream().map(Certificate::answer).toList()));
    }

    private static CertificateText.Answer answer(FunctionAnswer answer) {
        return new CertificateText.Answer(
                answer.module(),
                answer.state() == FunctionAnswer.State.ANSWERED,
                answer.answeredAt(),
                answer.lines(),
                hash(answer));
    }

    private static Function function(FunctionAnswer answer) {
        return new Function(
                answer.module(),
                answer.state(),
                answer.answeredAt(),
                answer.count(Erasure.Outcome.ERASED),
                answer.count(Erasure.Outcome.ANONYMISED),
                answer.lines().stream()
                        .filter(line -> line.outcome() == Erasure.Outcome.KEPT)
                        .toList(),
                hash(answer));
    }

    private static String hash(FunctionAnswer answer) {
        return Hash.of(Json.write(answer.lines()));
    }

    private static long count(PersonCase erasure, Erasure.Outcome outcome) {
        return erasure.answers().stream()
                .mapToLong(answer -> answer.count(outcome))
                .sum();
    }
}
