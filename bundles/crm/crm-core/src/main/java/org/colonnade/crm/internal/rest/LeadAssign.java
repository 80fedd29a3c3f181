package org.colonnade.crm.internal.rest;

import javax.ws.rs.Consumes;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.colonnade.crm.api.lead.AssignmentDecision;
import org.colonnade.crm.api.lead.AssignmentService;
import org.colonnade.crm.api.lead.AssignmentWish;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.web.Operation;
import org.colonnade.platform.api.web.Requires;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Gives a lead to somebody. */
@Component(service = LeadAssign.class)
@Path("/leads/{id}/assign")
@Produces(MediaType.APPLICATION_JSON)
public class LeadAssign {

    private final AssignmentService service;

    @Activate
    public LeadAssign(@Reference AssignmentService service) {
        this.service = service;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires(AssignmentService.ASSIGN)
    @Operation(
            value =
                    "Gives a lead to the owner that is named, or to whom the rules choose. With preview=true nothing is stored",
            example = """
                    {"reason": "The one before is ill"}""",
            answers = AssignmentDecision.class,
            problems = {"crm.lead.not-found", "crm.lead.invalid", "crm.lead.state", "crm.lead.archived"})
    public AssignmentDecision assign(
            @PathParam("id") String id,
            AssignmentWish wish,
            @QueryParam("preview") String preview,
            @Context Actor actor) {
        return Given.flag("preview", preview) ? service.preview(actor, id, wish) : service.assign(actor, id, wish);
    }
}
