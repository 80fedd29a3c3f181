package org.colonnade.platform.rest.internal.problem;

import java.util.Optional;
import javax.ws.rs.WebApplicationException;
import org.colonnade.platform.api.problem.Malformed;
import org.colonnade.platform.api.problem.NotFound;
import org.colonnade.platform.api.problem.Problem;
import org.colonnade.platform.api.problem.UnsupportedType;
import org.colonnade.platform.rest.internal.door.ClientGone;
import org.colonnade.platform.rest.internal.door.SlowBody;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds out what to tell a caller about an exception. The only place that turns exceptions into HTTP. */
public final class Diagnosis {

    private static final Logger LOG = LoggerFactory.getLogger(Diagnosis.class);
    private static final int DEEPEST = 12;

    private Diagnosis() {}

    /**
     * What to answer.
     *
     * @param failure anything
     * @param what the request in a few words, for the log
     */
    public static Refusal of(Throwable failure, String requestId, String what) {
        Optional<Problem> problem = find(failure, Problem.class);
        if (problem.isPresent()) {
            return Refusal.of(problem.get(), requestId);
        }
        if (find(failure, ClientGone.class).isPresent()) {
            return Refusal.of(400, "platform.body.incomplete", "The body ended before it was complete.", requestId);
        }
        if (find(failure, SlowBody.class).isPresent()) {
            return Refusal.of(
                    408, "platform.body.slow", "The body stopped arriving; send the request again.", requestId);
        }
        Optional<WebApplicationException> web = find(failure, WebApplicationException.class);
        if (web.isPresent() && web.get().getResponse().getStatus() < 500) {
            return ofHttp(web.get(), requestId);
        }
        LOG.error("Request {} failed: {}", requestId, what, failure);
        return internal(requestId);
    }

    /** What is told about something that went wrong here and is in the log already. */
    public static Refusal internal(String requestId) {
        return Refusal.of(
                500,
                "platform.internal",
                "Something went wrong here; the platform's log tells more under the request's id.",
                requestId);
    }

    private static Refusal ofHttp(WebApplicationException web, String requestId) {
        int status = web.getResponse().getStatus();
        return switch (status) {
            case 400 -> Refusal.of(
                    new Malformed("platform.request.malformed", "The request cannot be read."), requestId);
            case 404 -> Refusal.of(
                    new NotFound("platform.path.unknown", "Nothing answers at this path; see /openapi.json."),
                    requestId);
            case 405 -> Refusal.of(
                            405,
                            "platform.method.not-allowed",
                            "This path does not know that method; see Allow.",
                            requestId)
                    .with("Allow", web.getResponse().getHeaderString("Allow"));
            case 406 -> Refusal.of(
                    406, "platform.accept", "None of the media types in Accept can be answered here.", requestId);
            case 415 -> Refusal.of(unsupported(), requestId);
            default -> Refusal.of(
                    status < 400 ? 400 : status, "platform.request.refused", "The request was refused.", requestId);
        };
    }

    /** The content type is none that the operation reads. */
    public static UnsupportedType unsupported() {
        return new UnsupportedType(
                "platform.content-type",
                "The operation does not read this content type; /openapi.json says which one it does.");
    }

    /** The first of its kind among an exception and its causes. */
    public static <T extends Throwable> Optional<T> find(Throwable failure, Class<T> kind) {
        Throwable at = failure;
        for (int depth = 0; at != null && depth < DEEPEST; depth++) {
            if (kind.isInstance(at)) {
                return Optional.of(kind.cast(at));
            }
            at = at.getCause();
        }
        return Optional.empty();
    }
}
