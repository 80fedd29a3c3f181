package org.colonnade.platform.rest.internal.problem;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.colonnade.platform.api.problem.Malformed;
import org.colonnade.platform.api.problem.Problem;
import org.colonnade.platform.api.problem.Rejected;
import org.colonnade.platform.api.problem.TooMany;
import org.colonnade.platform.api.problem.Unavailable;

/**
 * An answer that says no: the problem document and the headers that belong to it.
 *
 * @param text the document
 * @param headers such as {@code Retry-After}, {@code Allow}
 */
public record Refusal(ProblemText text, Map<String, String> headers) {

    /** What the house's exceptions say. */
    public static Refusal of(Problem problem, String requestId) {
        Map<String, String> headers = new LinkedHashMap<>();
        List<Rejected.Field> fields = List.of();
        if (problem instanceof Rejected rejected) {
            fields = rejected.fields();
        } else if (problem instanceof Malformed malformed) {
            fields = malformed.fields();
        } else if (problem instanceof Unavailable unavailable) {
            headers.put("Retry-After", seconds(unavailable.retryAfter()));
        } else if (problem instanceof TooMany tooMany) {
            headers.put("Retry-After", seconds(tooMany.retryAfter()));
        }
        return new Refusal(
                new ProblemText(problem.status(), problem.code(), problem.getMessage(), fields, requestId), headers);
    }

    /** A refusal of HTTP itself, for which the house has no exception. */
    public static Refusal of(int status, String code, String sentence, String requestId) {
        return new Refusal(new ProblemText(status, code, sentence, List.of(), requestId), new LinkedHashMap<>());
    }

    /** The same refusal with one more header. */
    public Refusal with(String header, String value) {
        if (value != null) {
            headers.put(header, value);
        }
        return this;
    }

    private static String seconds(Duration wait) {
        return Long.toString(Math.max(1, wait == null ? 1 : wait.plusMillis(999).toSeconds()));
    }
}
