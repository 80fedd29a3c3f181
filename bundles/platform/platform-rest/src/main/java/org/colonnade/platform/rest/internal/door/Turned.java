package org.colonnade.platform.rest.internal.door;

import java.util.Set;
import java.util.TreeSet;
import javax.servlet.http.HttpServletRequest;
import org.colonnade.platform.rest.internal.problem.Refusal;

/** Turned away at the door for a reason of HTTP's own, for which the house has no problem. */
final class Turned extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final String allow;

    Turned(int status, String code, String sentence) {
        this(status, code, sentence, null);
    }

    private Turned(int status, String code, String sentence, String allow) {
        super(sentence, null, false, false);
        this.status = status;
        this.code = code;
        this.allow = allow;
    }

    static void unlessOneOf(Set<String> methods, HttpServletRequest request) {
        if (!methods.contains(request.getMethod())) {
            String allowed = String.join(", ", new TreeSet<>(methods));
            throw new Turned(405, "platform.method.not-allowed", "This path knows " + allowed + ".", allowed);
        }
    }

    Refusal refusal(String requestId) {
        return Refusal.of(status, code, getMessage(), requestId).with("Allow", allow);
    }
}
