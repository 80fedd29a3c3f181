package org.colonnade.platform.api.problem;

import java.time.Duration;

/** It would work at another moment (503): a function that is stopped, a store that is away, too much at once. */
public final class Unavailable extends Problem {

    private static final long serialVersionUID = 1L;

    private final transient Duration retryAfter;

    /** @param retryAfter when it is worth asking again; sent as {@code Retry-After} in whole seconds, at least one */
    public Unavailable(String code, String sentence, Duration retryAfter) {
        this(code, sentence, retryAfter, null);
    }

    /** The same with the failure behind it, which is logged and never shown. */
    public Unavailable(String code, String sentence, Duration retryAfter, Throwable cause) {
        super(503, code, sentence, cause);
        this.retryAfter = retryAfter;
    }

    /** When it is worth asking again. */
    public Duration retryAfter() {
        return retryAfter;
    }
}
