package org.colonnade.platform.api.problem;

/**
 * A refusal or failure that the caller can act on. Nobody inside catches it; the edge answers it as RFC 9457 problem details or one line on
 * the console. The sentence is shown to callers: no class names, SQL or paths.
 */
public abstract class Problem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;

    Problem(int status, String code, String sentence, Throwable cause) {
        // the stack trace of a refusal tells nothing that the code does not, and costs more than the rest of the answer
        super(sentence, cause, false, cause != null);
        this.status = status;
        this.code = code;
    }

    /** The HTTP status that says it (RFC 9110, RFC 6585). */
    public int status() {
        return status;
    }

    /** Stable, for programs: {@code <module>.<what>.<why>}. */
    public String code() {
        return code;
    }
}
