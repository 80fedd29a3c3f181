package org.colonnade.platform.api.problem;

import java.time.Duration;

/** Too many tries or requests for now (429). */
public final class TooMany extends Problem {

    private static final long serialVersionUID = 1L;

    private final transient Duration retryAfter;

    /** @param retryAfter when the next try is allowed; sent as {@code Retry-After} */
    public TooMany(String code, String sentence, Duration retryAfter) {
        super(429, code, sentence, null);
        this.retryAfter = retryAfter;
    }

    /** When it is worth asking again. */
    public Duration retryAfter() {
        return retryAfter;
    }
}
