package org.colonnade.platform.rest.internal.platform;

import java.time.Duration;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.Response;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Caller;
import org.colonnade.platform.api.event.EventFilter;
import org.colonnade.platform.api.event.EventLog;
import org.colonnade.platform.api.event.EventSight;
import org.colonnade.platform.api.problem.Forbidden;
import org.colonnade.platform.api.security.Gatekeeper;
import org.colonnade.platform.api.web.Download;
import org.colonnade.platform.api.web.EventStreams;
import org.colonnade.platform.api.web.Operation;
import org.colonnade.platform.api.web.Requires;
import org.colonnade.platform.rest.internal.door.Identity;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.Designate;

/** The event log to watch: server-sent events, as every browser reads them. */
@Component(service = EventStreamResource.class, configurationPid = EventStreamConfig.PID)
@Designate(ocd = EventStreamConfig.class)
@Path("/events/stream")
public final class EventStreamResource {

    private static final String BEARER = "bearer ";
    private static final Duration LOOK = Duration.ofMillis(250);

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile Gatekeeper gatekeeper;

    private final EventLog log;
    private final EventSight sight;
    private final EventStreams streams;
    private volatile EventStreams.Limits limits;

    @Activate
    public EventStreamResource(
            @Reference EventLog log, @Reference EventSight sight, BundleContext context, EventStreamConfig config) {
        // the bundle says that it stops before its services go, and who waits for the streams to end waits for services
        // to go
        this(log, sight, () -> context.getBundle().getState() != Bundle.ACTIVE);
        change(config);
    }

    EventStreamResource(EventLog log, EventSight sight, BooleanSupplier closing) {
        this.log = log;
        this.sight = sight;
        this.limits = new EventStreams.Limits(4, Duration.ofMinutes(1), LOOK);
        this.streams = new EventStreams("platform.event.too-many-streams", () -> limits, closing);
    }

    @Modified
    void change(EventStreamConfig config) {
        limits = new EventStreams.Limits(
                Math.max(0, Math.min(1_000, config.streams())),
                Duration.ofSeconds(Math.max(5, Math.min(3_600, config.streamSeconds()))),
                LOOK);
    }

    @GET
    @Produces("text/event-stream")
    @Requires(EventSight.READ)
    @Operation(
            value =
                    "Watches what happens to what one sees, from now on or from Last-Event-ID (a position of the log); 'types' keeps"
                            + " some kinds of event (crm.party.created,crm.lead.*). A stream ends after some minutes, then connect anew",
            answers = Download.class,
            problems = {"platform.event.filter", "platform.event.too-many-streams"})
    public Response watch(
            @QueryParam("types") String types,
            @HeaderParam("Last-Event-ID") String last,
            @Context HttpHeaders headers,
            @Context Actor actor) {
        EventFilter filter = EventFilter.of(types);
        long seen = EventStreams.seen(last);
        long head = log.head();
        long from = seen < 0 ? head : Math.min(seen, head);
        String token = token(headers.getHeaderString(HttpHeaders.AUTHORIZATION));
        String principal = headers.getHeaderString(Identity.PRINCIPAL);
        Supplier<Actor> admission = () -> admit(token, principal, actor);
        Download stream = new Download(
                "text/event-stream",
                null,
                out -> streams.watch(out, new EventWatch(log, sight, filter, admission, from)));
        return Response.ok(stream)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("X-Accel-Buffering", "no")
                .build();
    }

    int open() {
        return streams.open();
    }

    /** How the caller stands now; whoever is let in no more watches no more. */
    private Actor admit(String token, String principal, Actor actor) {
        Gatekeeper keeper = gatekeeper;
        Actor now = actor;
        if (keeper != null && token != null) {
            now = principal == null ? keeper.identify(token) : keeper.identify(token, principal);
        }
        if (!now.belongsTo(Caller.current().company())) {
            throw new Forbidden("platform.company.not-yours", "This account does not work in this company any more.");
        }
        return now;
    }

    private static String token(String authorization) {
        return authorization != null && authorization.toLowerCase(Locale.ROOT).startsWith(BEARER)
                ? authorization.substring(BEARER.length()).strip()
                : null;
    }
}
