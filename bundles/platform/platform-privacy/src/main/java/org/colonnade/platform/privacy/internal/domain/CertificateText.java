package org.colonnade.platform.privacy.internal.domain;

import java.time.Instant;
import java.util.List;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.privacy.Erasure;

/** An erasure's certificate as a text that people and {@code sha256sum} read: its last line is the SHA-256 of all lines above. */
public final class CertificateText {

    private CertificateText() {}

    /** The certified text, without its hash. */
    public static String of(Facts facts) {
        StringBuilder text = new StringBuilder("CERTIFICATE OF ERASURE\n\n");
        line(text, "case", facts.id());
        line(text, "person", facts.person());
        line(text, "asked", facts.askedAt() + " by " + facts.askedBy());
        line(text, "complete", facts.doneAt());
        facts.records().forEach(ref -> line(text, "record", ref));
        for (Answer answer : facts.answers()) {
            text.append('\n');
            line(text, "function", answer.module());
            if (!answer.declares()) {
                line(text, "answer", "declares no personal data");
                continue;
            }
            line(text, "answered", answer.answeredAt());
            line(text, "erased", count(answer, Erasure.Outcome.ERASED));
            line(text, "anonymised", count(answer, Erasure.Outcome.ANONYMISED));
            line(text, "kept", count(answer, Erasure.Outcome.KEPT));
            answer.lines().stream()
                    .filter(one -> one.outcome() == Erasure.Outcome.KEPT)
                    .forEach(one -> line(
                            text,
                            "  " + one.ref(),
                            one.reason() + ", until " + (one.until() == null ? "an unknown day" : one.until())));
            line(text, "lines", answer.sha256());
        }
        return text.toString();
    }

    /** The text with its hash as the last line. */
    public static String sealed(String text) {
        return text + Hash.of(text) + "\n";
    }

    private static void line(StringBuilder text, String name, Object value) {
        text.append(name).append(": ").append(value).append('\n');
    }

    private static long count(Answer answer, Erasure.Outcome outcome) {
        return answer.lines().stream().filter(one -> one.outcome() == outcome).count();
    }

    /**
     * What is certified.
     *
     * @param id of the case
     * @param person the record that was named
     * @param askedAt UTC
     * @param askedBy who, as a reference
     * @param doneAt UTC
     * @param records all records that stood for the person
     * @param answers of each installed function
     */
    public record Facts(
            String id,
            Ref person,
            Instant askedAt,
            String askedBy,
            Instant doneAt,
            List<Ref> records,
            List<Answer> answers) {}

    /**
     * What a function answered.
     *
     * @param module the function
     * @param declares whether it keeps personal data
     * @param answeredAt UTC
     * @param lines what became of each record
     * @param sha256 of its lines
     */
    public record Answer(
            String module, boolean declares, Instant answeredAt, List<Erasure.Line> lines, String sha256) {}
}
