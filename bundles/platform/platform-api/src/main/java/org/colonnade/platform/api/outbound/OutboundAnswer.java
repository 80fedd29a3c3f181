package org.colonnade.platform.api.outbound;

import java.util.Map;

/**
 * What was answered.
 *
 * @param status the HTTP status
 * @param headers by name in lower case; of several with one name the first
 * @param body what was read of it
 * @param cut whether there was more
 */
public record OutboundAnswer(int status, Map<String, String> headers, byte[] body, boolean cut) {

    public OutboundAnswer {
        headers = Map.copyOf(headers);
    }

    /** Whether the status says that it was taken: 200 to 299. */
    public boolean taken() {
        return status >= 200 && status <= 299;
    }
}
