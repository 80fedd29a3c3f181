package org.colonnade.crm.internal.rest;

import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.colonnade.crm.api.lead.AssignmentDecision;
import org.colonnade.crm.api.lead.AssignmentService;
import org.colonnade.crm.api.lead.LeadDesk;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.web.Operation;
import org.colonnade.platform.api.web.Requires;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Why somebody looks after a lead. */
@Component(service = LeadAssignments.class)
@Path("/leads/{id}/assignment")
@Produces(MediaType.APPLICATION_JSON)
public class LeadAssignments {

    private final AssignmentService service;

    @Activate
    public LeadAssignments(@Reference AssignmentService service) {
        this.service = service;
    }

    @GET
    @Path("explain")
    @Requires(LeadDesk.READ)
    @Operation(
            value = "The last decision about who looks after the lead: what each rule said, and who was free",
            answers = AssignmentDecision.class,
            problems = {"crm.lead.not-found", "crm.assignment.not-found"})
    public AssignmentDecision explain(@PathParam("id") String id, @Context Actor actor) {
        return service.explain(actor, id);
    }
}
