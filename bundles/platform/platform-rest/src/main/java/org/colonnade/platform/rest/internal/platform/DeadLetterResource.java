package org.colonnade.platform.rest.internal.platform;

import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import org.colonnade.platform.api.Page;
import org.colonnade.platform.api.PageRequest;
import org.colonnade.platform.api.event.EventLog;
import org.colonnade.platform.api.event.EventSight;
import org.colonnade.platform.api.web.Operation;
import org.colonnade.platform.api.web.Requires;
import org.colonnade.platform.api.web.Scope;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The events that a reaction could not take. */
@Component(service = DeadLetterResource.class)
@Path("/dead-letters")
@Produces("application/json")
public final class DeadLetterResource {

    private final EventLog log;

    @Activate
    public DeadLetterResource(@Reference EventLog log) {
        this.log = log;
    }

    @GET
    @Requires(value = EventSight.READ_ALL, scope = Scope.GLOBAL)
    @Operation("Lists the events that were set aside, newest first, each with the reason.")
    public Page<EventLog.DeadLetter> list(@QueryParam("limit") Integer limit, @QueryParam("after") String after) {
        return log.deadLetters(PageRequest.of(limit, after));
    }

    @POST
    @Path("/{id}/retry")
    @Requires(value = PlatformPermissions.EVENTS_RETRY, scope = Scope.GLOBAL)
    @Operation(
            value = "Hands one to its reaction once more.",
            status = 204,
            problems = "platform.dead-letter.not-found")
    public void retry(@PathParam("id") String id) {
        log.retry(id);
    }
}
