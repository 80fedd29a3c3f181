package org.colonnade.platform.rest.internal.platform;

import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import org.colonnade.platform.api.Page;
import org.colonnade.platform.api.PageRequest;
import org.colonnade.platform.api.event.EventLog;
import org.colonnade.platform.api.web.Operation;
import org.colonnade.platform.api.web.Requires;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The event log, to read. */
@Component(service = EventResource.class)
@Path("/events")
@Produces("application/json")
public final class EventResource {

    private final EventLog log;

    @Activate
    public EventResource(@Reference EventLog log) {
        this.log = log;
    }

    @GET
    @Requires(PlatformPermissions.EVENTS_READ)
    @Operation("Lists what happened, oldest first; 'type' keeps one kind of event.")
    public Page<EventLog.Entry> list(
            @QueryParam("type") String type, @QueryParam("limit") Integer limit, @QueryParam("after") String after) {
        return log.entries(type == null || type.isBlank() ? null : type, PageRequest.of(limit, after));
    }
}
