package org.colonnade.platform.rest.internal.door;

import java.util.UUID;
import java.util.regex.Pattern;

/** The name of one request in answers, logs and events. */
final class RequestId {

    private static final Pattern SANE = Pattern.compile("[A-Za-z0-9._:@/+=-]{1,64}");

    private RequestId() {}

    /** What the caller sent as {@code X-Request-Id} if it is harmless in a log and a header, else a new one. */
    static String of(String sent) {
        return sent != null && SANE.matcher(sent).matches()
                ? sent
                : UUID.randomUUID().toString();
    }
}
