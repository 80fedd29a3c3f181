package org.colonnade.crm.internal.rest;

import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.colonnade.crm.api.capture.Confirmation;
import org.colonnade.crm.internal.capture.Handover;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Page;
import org.colonnade.platform.api.PageRequest;
import org.colonnade.platform.api.web.Operation;
import org.colonnade.platform.api.web.Requires;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Links that wait to be handed over. */
@Component(service = CaptureLinks.class)
@Path("/capture-confirmations")
@Produces(MediaType.APPLICATION_JSON)
public class CaptureLinks {

    private final Handover handover;

    @Activate
    public CaptureLinks(@Reference Handover handover) {
        this.handover = handover;
    }

    @GET
    @Requires(Handover.HAND_OVER)
    @Operation(
            value = "Confirmations that nothing has sent yet, with their secret links, oldest first",
            of = Confirmation.class)
    public Page<Confirmation> waiting(
            @QueryParam("limit") Integer limit, @QueryParam("after") String after, @Context Actor actor) {
        return handover.waiting(actor, PageRequest.of(limit, after));
    }
}
