package org.colonnade.platform.jobs.internal.rest;

import java.util.Locale;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.Response;
import org.colonnade.platform.api.job.Job;
import org.colonnade.platform.api.job.Jobs;
import org.colonnade.platform.api.security.Gatekeeper;
import org.colonnade.platform.api.web.Download;
import org.colonnade.platform.api.web.EventStreams;
import org.colonnade.platform.api.web.Open;
import org.colonnade.platform.api.web.Operation;
import org.colonnade.platform.jobs.internal.JobsSettings;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** A job to watch: server-sent events, as every browser reads them. */
@Component(service = JobEvents.class)
@Path("/jobs/{id}/events")
public final class JobEvents {

    private static final String BEARER = "bearer ";

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile Gatekeeper gatekeeper;

    private final Jobs jobs;
    private final Streams streams;

    @Activate
    public JobEvents(@Reference Jobs jobs, @Reference JobsSettings settings, BundleContext context) {
        // the bundle says that it stops before its services go, and who waits for the streams to end waits for services
        // to go
        this(jobs, new Streams(settings, () -> context.getBundle().getState() != Bundle.ACTIVE));
    }

    JobEvents(Jobs jobs, Streams streams) {
        this.jobs = jobs;
        this.streams = streams;
    }

    @GET
    @Produces("text/event-stream")
    @Open(Open.To.SIGNED_IN)
    @Operation(
            value =
                    "Watches a job: an event with each change, named after the state, until the job ends; a stream ends after ten"
                            + " minutes at the latest, then connect anew with Last-Event-ID; 204 when there is nothing more to come",
            answers = Download.class,
            problems = {"platform.job.not-found", "platform.job.too-many-streams"})
    public Response watch(
            @PathParam("id") String id, @HeaderParam("Last-Event-ID") String last, @Context HttpHeaders headers) {
        Job job = jobs.get(id);
        long seen = EventStreams.seen(last);
        if (job.state().ended() && seen == job.change()) {
            return Response.noContent().build();
        }
        String token = token(headers.getHeaderString(HttpHeaders.AUTHORIZATION));
        String principal = headers.getHeaderString("Colonnade-For");
        Download stream = new Download(
                "text/event-stream",
                null,
                out -> streams.watch(out, seen, () -> jobs.get(id), () -> admit(token, principal)));
        return Response.ok(stream)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("X-Accel-Buffering", "no")
                .build();
    }

    /** Whoever is let in no more watches no more. */
    private void admit(String token, String principal) {
        Gatekeeper keeper = gatekeeper;
        if (keeper != null && token != null && principal != null) {
            keeper.identify(token, principal);
        } else if (keeper != null && token != null) {
            keeper.identify(token);
        }
    }

    private static String token(String authorization) {
        return authorization != null && authorization.toLowerCase(Locale.ROOT).startsWith(BEARER)
                ? authorization.substring(BEARER.length()).strip()
                : null;
    }
}
