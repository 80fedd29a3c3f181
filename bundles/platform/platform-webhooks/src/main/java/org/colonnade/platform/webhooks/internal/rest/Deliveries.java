package org.colonnade.platform.webhooks.internal.rest;

import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Page;
import org.colonnade.platform.api.PageRequest;
import org.colonnade.platform.api.web.Operation;
import org.colonnade.platform.api.web.Requires;
import org.colonnade.platform.webhooks.internal.Webhooks;
import org.colonnade.platform.webhooks.internal.domain.DeliveryState;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What was sent to a subscriber, and what waits. */
@Component(service = Deliveries.class)
@Path("/webhooks/{id}/deliveries")
@Produces(MediaType.APPLICATION_JSON)
public class Deliveries {

    private final Webhooks webhooks;

    @Activate
    public Deliveries(@Reference Webhooks webhooks) {
        this.webhooks = webhooks;
    }

    @GET
    @Requires(Webhooks.READ)
    @Operation(
            value = "What was sent to a subscriber and what waits, newest first; 'state' keeps one state",
            of = DeliveryView.class,
            problems = {"webhooks.subscriber.not-found", "platform.page.limit", "platform.page.cursor"})
    public Page<DeliveryView> list(
            @PathParam("id") String id,
            @QueryParam("state") DeliveryState state,
            @QueryParam("limit") Integer limit,
            @QueryParam("after") String after,
            @Context Actor actor) {
        return webhooks.deliveries(actor, id, state, PageRequest.of(limit, after))
                .map(DeliveryView::of);
    }

    @POST
    @Path("{delivery}/redeliver")
    @Requires(Webhooks.CHANGE)
    @Operation(
            value = "Sends one event once more, out of its turn",
            problems = {"webhooks.subscriber.not-found", "webhooks.delivery.not-found"})
    public DeliveryView redeliver(
            @PathParam("id") String id, @PathParam("delivery") String delivery, @Context Actor actor) {
        return DeliveryView.of(webhooks.redeliver(actor, id, delivery));
    }
}
