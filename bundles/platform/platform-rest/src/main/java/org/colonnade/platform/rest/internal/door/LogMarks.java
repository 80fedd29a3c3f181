package org.colonnade.platform.rest.internal.door;

import org.colonnade.platform.api.Caller;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.slf4j.MDC;

/**
 * Sees to it that whatever is logged on behalf of somebody, in a request, a reaction, a job or a command, says for whom: the request's id
 * and the actor stand in the log's context.
 */
@Component(service = LogMarks.class, immediate = true)
public final class LogMarks {

    /** The request's id. */
    public static final String REQUEST = "request";
    /** Who acts, as a reference. */
    public static final String ACTOR = "actor";
    /** The number of the company in which it is done; 0 for work over all of them. */
    public static final String COMPANY = "company";
    /** What is done: an operation of the API, a reaction, a kind of job. */
    public static final String OPERATION = "operation";

    @Activate
    public LogMarks() {
        Caller.watched(LogMarks::mark);
    }

    @Deactivate
    void close() {
        Caller.watched(null);
    }

    private static Caller.Binding mark(Caller caller) {
        String request = MDC.get(REQUEST);
        String actor = MDC.get(ACTOR);
        String company = MDC.get(COMPANY);
        MDC.put(REQUEST, caller.requestId());
        MDC.put(ACTOR, caller.actor().ref().toString());
        MDC.put(COMPANY, Long.toString(caller.company()));
        return () -> {
            restore(REQUEST, request);
            restore(ACTOR, actor);
            restore(COMPANY, company);
        };
    }

    private static void restore(String key, String before) {
        if (before == null) {
            MDC.remove(key);
        } else {
            MDC.put(key, before);
        }
    }
}
