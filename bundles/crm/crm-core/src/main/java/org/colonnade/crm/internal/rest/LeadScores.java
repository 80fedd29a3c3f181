package org.colonnade.crm.internal.rest;

import java.time.Instant;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.colonnade.crm.api.lead.LeadDesk;
import org.colonnade.crm.api.lead.ScoreExplanation;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.web.Operation;
import org.colonnade.platform.api.web.Requires;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Why a lead has its score. */
@Component(service = LeadScores.class)
@Path("/leads/{id}/score")
@Produces(MediaType.APPLICATION_JSON)
public class LeadScores {

    private final LeadDesk desk;

    @Activate
    public LeadScores(@Reference LeadDesk desk) {
        this.desk = desk;
    }

    @GET
    @Path("explain")
    @Requires(LeadDesk.READ)
    @Operation(
            value = "What each rule adds to the lead's score, with its age and how much of it is left; at=… for any moment",
            answers = ScoreExplanation.class,
            problems = "crm.lead.not-found")
    public ScoreExplanation explain(@PathParam("id") String id, @QueryParam("at") Instant at, @Context Actor actor) {
        return desk.explain(actor, id, at);
    }
}
