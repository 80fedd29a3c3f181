package org.colonnade.platform.rest.internal.door;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.servlet.Servlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.colonnade.platform.api.Caller;
import org.colonnade.platform.api.company.Companies;
import org.colonnade.platform.api.problem.NotFound;
import org.colonnade.platform.api.problem.Unavailable;
import org.colonnade.platform.api.security.Gatekeeper;
import org.colonnade.platform.rest.internal.endpoint.Absences;
import org.colonnade.platform.rest.internal.endpoint.Endpoint;
import org.colonnade.platform.rest.internal.endpoint.Switchboard;
import org.colonnade.platform.rest.internal.problem.Diagnosis;
import org.colonnade.platform.rest.internal.problem.Refusal;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.MDC;

/**
 * The one servlet of the platform. Everything comes in here: what is too long, too much or not in its form is turned away before a
 * function hears of it; what no page and no function answers is not there.
 */
@Component(
        service = Servlet.class,
        property = {
            "osgi.http.whiteboard.servlet.pattern=/*",
            "osgi.http.whiteboard.servlet.name=colonnade",
            "osgi.http.whiteboard.servlet.asyncSupported:Boolean=false"
        })
public final class FrontDoor extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final Set<String> API_METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE");
    private static final Set<String> PAGE_METHODS = Set.of("GET", "HEAD");
    private static final String API = "/api/";

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    transient volatile Gatekeeper gatekeeper;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    transient volatile Refusals refusals;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    transient volatile Companies companies;

    private final transient Turnstile turnstile = new Turnstile();

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    final transient List<PublicPage> pages = new CopyOnWriteArrayList<>();

    private final transient Switchboard switchboard;
    private final transient Absences absences;
    private final transient Proxies proxies;
    private final transient RequestMeter meter;
    private final transient DoorSettings settings;

    @Activate
    public FrontDoor(
            @Reference DoorSettings settings,
            @Reference Switchboard switchboard,
            @Reference Absences absences,
            @Reference Proxies proxies,
            @Reference RequestMeter meter) {
        this.settings = settings;
        this.switchboard = switchboard;
        this.absences = absences;
        this.proxies = proxies;
        this.meter = meter;
    }

    @Override
    protected void service(HttpServletRequest arrived, HttpServletResponse response) throws IOException {
        long began = System.nanoTime();
        HttpServletRequest request = proxies.seen(arrived);
        GuardedAnswer answer = new GuardedAnswer(response);
        Visit visit = new Visit(RequestId.of(request.getHeader("X-Request-Id")), answer);
        visit.attachTo(request);
        CountedBody body = new CountedBody(request, Bodies.limit(request, settings.now()));
        CommonHeaders.set(answer, visit.requestId());
        MDC.put(LogMarks.REQUEST, visit.requestId());
        try {
            serve(request, answer, visit, body);
        } catch (Exception e) {
            refuse(e, request, answer, visit);
        } finally {
            MDC.remove(LogMarks.REQUEST);
            MDC.remove(LogMarks.OPERATION);
            meter.note(visit.name(), answer.getStatus(), System.nanoTime() - began);
        }
        finish(request, answer, visit, body);
        Refusals written = refusals;
        if (written != null) {
            written.note(visit, request);
        }
    }

    private void serve(HttpServletRequest request, GuardedAnswer answer, Visit visit, CountedBody body)
            throws IOException {
        int limit = settings.now().uriLength();
        if (Addresses.length(request) > limit) {
            throw new Turned(414, "platform.uri.too-long", "Path and query have at most " + limit + " characters.");
        }
        Addresses.check(request);
        String path = request.getRequestURI();
        if (path.startsWith(API)) {
            Turned.unlessOneOf(API_METHODS, request);
            Bodies.check(request, settings.now());
            visit.keyed(RequestKey.of(request, body));
            serveApi(path, new GuardedRequest(request, body), answer, visit);
        } else {
            servePage(path, request, answer, visit);
        }
    }

    private void servePage(String path, HttpServletRequest request, HttpServletResponse answer, Visit visit)
            throws IOException {
        for (PublicPage page : pages) {
            if (page.isAt(path)) {
                Turned.unlessOneOf(PAGE_METHODS, request);
                admit(page, request, visit);
                page.show(path, request, answer);
                return;
            }
        }
        open(); // while the platform starts, its own pages may not be there yet
        throw new NotFound("platform.path.unknown", "Nothing answers at this path; see /openapi.json.");
    }

    /** A page that is not for everybody is for those who hold its permission. */
    private void admit(PublicPage page, HttpServletRequest request, Visit visit) {
        visit.named(page.name());
        if (page.permission() != null) {
            Identity identity = Identity.of(request, open());
            visit.identified(identity);
            visit.demands(page.permission());
            identity.require().require(page.permission());
        }
    }

    private Gatekeeper open() {
        Gatekeeper keeper = gatekeeper;
        if (keeper == null) {
            throw new Unavailable(
                    "platform.starting", "The platform is starting; ask again shortly.", Duration.ofSeconds(2));
        }
        return keeper;
    }

    private void serveApi(String path, GuardedRequest request, GuardedAnswer answer, Visit visit) throws IOException {
        Identity identity = Identity.of(request, open());
        visit.identified(identity);
        visit.chosen(CompanyChoice.of(request, identity, companies));
        String who = identity.known() ? identity.actor().ref().toString() : request.getRemoteAddr();
        turnstile.enter(
                who,
                identity.known()
                        ? settings.now().requestsPerCaller()
                        : settings.now().requestsPerAddress());
        try (Caller.Binding binding =
                new Caller(identity.actor(), visit.requestId(), visit.company().company()).bind()) {
            hand(path, identity, request, answer);
        } finally {
            turnstile.leave(who);
        }
    }

    private void hand(String path, Identity identity, GuardedRequest request, GuardedAnswer answer) throws IOException {
        int end = path.indexOf('/', API.length());
        String function = path.substring(API.length(), end < 0 ? path.length() : end);
        Endpoint endpoint = switchboard.enter(function);
        if (endpoint == null) {
            identity.require();
            throw absences.explain(function);
        }
        try {
            endpoint.answer(getServletConfig(), request, answer);
        } finally {
            endpoint.leave();
        }
    }

    private static void refuse(Exception failure, HttpServletRequest request, GuardedAnswer answer, Visit visit)
            throws IOException {
        Refusal refusal = failure instanceof Turned turned
                ? turned.refusal(visit.requestId())
                : Diagnosis.of(failure, visit.requestId(), request.getMethod() + ' ' + request.getRequestURI());
        if (answer.isCommitted()) {
            visit.cut();
        } else {
            Answers.refuse(visit.complete(refusal), answer);
        }
    }

    /** What nobody has seen yet can be told as a failure; what is on its way can only be cut. */
    private static void breakOff(GuardedAnswer answer, Visit visit) throws IOException {
        if (answer.isCommitted()) {
            throw new IOException("The answer to request " + visit.requestId() + " broke off");
        }
        answer.reset();
        CommonHeaders.set(answer, visit.requestId());
        Answers.refuse(Diagnosis.internal(visit.requestId()), answer);
    }

    /** Sees to it that the caller gets its answer although it may still be sending, and that a broken one does not look whole. */
    private static void finish(HttpServletRequest request, GuardedAnswer answer, Visit visit, CountedBody body)
            throws IOException {
        if (visit.isCut()) {
            breakOff(answer, visit);
        }
        if (Bodies.isIn(request)) {
            body.drainAfter(answer::flushBuffer);
        }
    }
}
