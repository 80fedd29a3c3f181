package org.colonnade.platform.rest.internal.door;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javax.servlet.http.HttpServletRequest;
import org.colonnade.platform.api.Caller;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.audit.AuditLog;
import org.colonnade.platform.api.audit.Change;
import org.colonnade.platform.rest.internal.problem.ProblemText;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes down for the audit who was refused what: a missing right, a token or secret that is not good. A thread of its own does it after
 * the answer; under a flood most are only counted.
 */
@Component(service = Refusals.class)
public final class Refusals {

    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);
    private static final int FORBIDDEN = 403;
    private static final int UNKNOWN = 401;
    private static final int WAITING = 1_000;
    private static final int LONGEST = 500;
    private static final long LOOK_SECONDS = 5;
    private static final Refused END = new Refused(null, null);

    private final AuditLog audit;
    private final RefusalQuota quota = new RefusalQuota(System::nanoTime);
    private final BlockingQueue<Refused> waiting = new ArrayBlockingQueue<>(WAITING);
    private final AtomicLong dropped = new AtomicLong();
    private final Thread writer = new Thread(this::write, "colonnade-refusals");
    private volatile boolean closing;

    @Activate
    public Refusals(@Reference AuditLog audit) {
        this.audit = audit;
        writer.setDaemon(true);
        writer.start();
    }

    /** Who was refused, and what is written down of it. */
    private record Refused(Caller caller, Change change) {}

    /** Looks at what was answered; never waits. */
    void note(Visit visit, HttpServletRequest request) {
        ProblemText refusal = visit.refused();
        if (refusal == null || visit.identity() == null || !counts(refusal)) {
            return;
        }
        Caller caller = new Caller(
                visit.identity().actor(), visit.requestId(), visit.company().company());
        String who = visit.identity().known() ? caller.actor().ref().toString() : request.getRemoteAddr();
        if (!quota.admits(who, visit.identity().known()) || !waiting.offer(refused(caller, visit, refusal, request))) {
            dropped.incrementAndGet();
        }
    }

    @Deactivate
    void close() throws InterruptedException {
        closing = true;
        waiting.offer(END);
        // never interrupted while it writes: H2 closes its file then
        writer.join(TimeUnit.SECONDS.toMillis(LOOK_SECONDS));
    }

    /** Without a token everybody is refused everywhere, which tells nothing. */
    private static boolean counts(ProblemText refusal) {
        return refusal.status() == FORBIDDEN
                || refusal.status() == UNKNOWN && !refusal.code().equals("platform.token.missing");
    }

    private static Refused refused(Caller caller, Visit visit, ProblemText refusal, HttpServletRequest request) {
        String demanded = refusal.status() == FORBIDDEN ? visit.demanded() : null;
        String operation = request.getMethod() + ' ' + request.getRequestURI();
        String content = JsonNodeFactory.instance
                .objectNode()
                .put("operation", operation.length() > LONGEST ? operation.substring(0, LONGEST) : operation)
                .put("permission", demanded)
                .put("code", refusal.code())
                .put("detail", refusal.detail())
                .put("address", request.getRemoteAddr())
                .toString();
        Ref subject = demanded == null
                ? new Ref("platform", "door", refusal.code())
                : new Ref("platform", "permission", demanded);
        return new Refused(caller, new Change(subject, Change.REFUSED, 0, null, content));
    }

    private void write() {
        while (!closing || !waiting.isEmpty()) {
            try {
                Refused next = waiting.poll(LOOK_SECONDS, TimeUnit.SECONDS);
                if (next != null && next != END) {
                    write(next);
                }
                tellOfDropped();
            } catch (InterruptedException hurry) {
                return;
            }
        }
    }

    private void write(Refused refused) {
        try (Caller.Binding binding = refused.caller().bind()) {
            audit.record(refused.change());
        } catch (RuntimeException failure) {
            dropped.incrementAndGet();
            LOG.debug("A refusal could not be written down", failure);
        }
    }

    private void tellOfDropped() {
        long count = dropped.get() > 0 && quota.minuteIsOver() ? dropped.getAndSet(0) : 0;
        if (count > 0) {
            LOG.warn(
                    "{} refusals were answered but not written down: there were too many, or the database was away",
                    count);
        }
    }
}
