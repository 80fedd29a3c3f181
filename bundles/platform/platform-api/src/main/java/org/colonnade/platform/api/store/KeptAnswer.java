package org.colonnade.platform.api.store;

import java.util.Map;

/**
 * What was answered.
 *
 * @param status the HTTP status, below 400
 * @param headers those that belong to the answer itself, one value each
 * @param body the text; null for none
 * @param whole whether the answer is kept as a whole; false if only the fact is, because its body is a secret or a stream
 * @param repeated whether it was kept from an earlier request
 */
public record KeptAnswer(int status, Map<String, String> headers, String body, boolean whole, boolean repeated) {

    public KeptAnswer {
        headers = Map.copyOf(headers);
    }

    /** A new answer, kept as a whole. */
    public static KeptAnswer of(int status, Map<String, String> headers, String body) {
        return new KeptAnswer(status, headers, body, true, false);
    }

    /** Remembers that it was answered with this status, but not what. */
    public static KeptAnswer factOnly(int status) {
        return new KeptAnswer(status, Map.of(), null, false, false);
    }
}
