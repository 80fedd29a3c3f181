package org.colonnade.crm.internal.rest;

import java.util.List;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.colonnade.crm.api.deal.Closing;
import org.colonnade.crm.api.deal.Opportunity;
import org.colonnade.crm.api.deal.OpportunityDesk;
import org.colonnade.crm.api.deal.StageMove;
import org.colonnade.crm.api.deal.StageStep;
import org.colonnade.crm.internal.deal.Deals;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Page;
import org.colonnade.platform.api.record.Kept;
import org.colonnade.platform.api.web.Operation;
import org.colonnade.platform.api.web.Requires;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The way of an opportunity; its upkeep is the record kit's. A verb compares {@code If-Match} where it is given. */
@Component(service = OpportunityVerbs.class)
@Path("/opportunities")
@Produces(MediaType.APPLICATION_JSON)
public class OpportunityVerbs {

    private final OpportunityDesk desk;
    private final Deals deals;

    @Activate
    public OpportunityVerbs(@Reference OpportunityDesk desk, @Reference Deals deals) {
        this.desk = desk;
        this.deals = deals;
    }

    @POST
    @Path("{id}/move")
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires(OpportunityDesk.CHANGE)
    @Operation(
            value = "Moves an open opportunity to another stage, or to a stage of another pipeline",
            example = """
                    {"stage": "proposal"}""",
            answers = Opportunity.class,
            problems = {
                "crm.opportunity.not-found",
                "crm.opportunity.invalid",
                "crm.opportunity.closed",
                "crm.opportunity.archived"
            })
    public Response move(
            @PathParam("id") String id, StageMove move, @HeaderParam("If-Match") String ifMatch, @Context Actor actor) {
        return answer(actor, desk.move(actor, id, Given.expected(ifMatch), move));
    }

    @POST
    @Path("{id}/win")
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires(OpportunityDesk.CHANGE)
    @Operation(
            value = "The sale was made, today or on the day given",
            example = "{}",
            answers = Opportunity.class,
            problems = {
                "crm.opportunity.not-found",
                "crm.opportunity.invalid",
                "crm.opportunity.closed",
                "crm.opportunity.archived"
            })
    public Response win(
            @PathParam("id") String id,
            Closing closing,
            @HeaderParam("If-Match") String ifMatch,
            @Context Actor actor) {
        return answer(actor, desk.win(actor, id, Given.expected(ifMatch), closing));
    }

    @POST
    @Path("{id}/lose")
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires(OpportunityDesk.CHANGE)
    @Operation(
            value = "There will be no sale, for one of the pipeline's reasons",
            example = """
                    {"reason": "Price"}""",
            answers = Opportunity.class,
            problems = {
                "crm.opportunity.not-found",
                "crm.opportunity.invalid",
                "crm.opportunity.closed",
                "crm.opportunity.archived"
            })
    public Response lose(
            @PathParam("id") String id,
            Closing closing,
            @HeaderParam("If-Match") String ifMatch,
            @Context Actor actor) {
        return answer(actor, desk.lose(actor, id, Given.expected(ifMatch), closing));
    }

    @POST
    @Path("{id}/reopen")
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires(OpportunityDesk.CHANGE)
    @Operation(
            value = "Opens a closed opportunity again, where it stood or in the stage given",
            example = "{}",
            answers = Opportunity.class,
            problems = {
                "crm.opportunity.not-found",
                "crm.opportunity.invalid",
                "crm.opportunity.open",
                "crm.opportunity.archived"
            })
    public Response reopen(
            @PathParam("id") String id, StageMove move, @HeaderParam("If-Match") String ifMatch, @Context Actor actor) {
        return answer(actor, desk.reopen(actor, id, Given.expected(ifMatch), move));
    }

    @GET
    @Path("{id}/stages")
    @Requires(OpportunityDesk.READ)
    @Operation(
            value = "Every step of an opportunity, oldest first",
            of = StageStep.class,
            problems = "crm.opportunity.not-found")
    public Page<StageStep> stages(@PathParam("id") String id, @Context Actor actor) {
        List<StageStep> steps = desk.steps(actor, id);
        return new Page<>(steps, null);
    }

    private Response answer(Actor actor, Kept<Opportunity> kept) {
        return Given.answer(
                Response.ok(), deals.opportunities().shown(actor, List.of(kept)).get(0), kept.version());
    }
}
