package org.colonnade.platform.rest.internal.platform;

import java.util.List;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import org.colonnade.platform.api.event.EventLog;
import org.colonnade.platform.api.event.EventSight;
import org.colonnade.platform.api.web.Operation;
import org.colonnade.platform.api.web.Requires;
import org.colonnade.platform.api.web.Scope;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** How far each reaction has come. */
@Component(service = ReactionResource.class)
@Path("/reactions")
@Produces("application/json")
public final class ReactionResource {

    private final EventLog log;

    @Activate
    public ReactionResource(@Reference EventLog log) {
        this.log = log;
    }

    @GET
    @Requires(value = EventSight.READ_ALL, scope = Scope.GLOBAL)
    @Operation("Shows where every reaction stands in the event log, and how far it is behind.")
    public List<EventLog.Progress> list() {
        return log.reactions();
    }
}
