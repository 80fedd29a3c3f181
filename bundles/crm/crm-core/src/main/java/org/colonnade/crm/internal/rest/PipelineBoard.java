package org.colonnade.crm.internal.rest;

import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.colonnade.crm.api.deal.Board;
import org.colonnade.crm.api.deal.OpportunityDesk;
import org.colonnade.crm.internal.deal.Boards;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.web.Operation;
import org.colonnade.platform.api.web.Requires;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The board of a pipeline. */
@Component(service = PipelineBoard.class)
@Path("/pipelines/{id}/board")
@Produces(MediaType.APPLICATION_JSON)
public class PipelineBoard {

    private final Boards boards;

    @Activate
    public PipelineBoard(@Reference Boards boards) {
        this.boards = boards;
    }

    @GET
    @Requires(OpportunityDesk.READ)
    @Operation(
            value = "The open opportunities of a pipeline by stage: counts, sums, the first cards, what rots",
            problems = "crm.pipeline.not-found")
    public Board board(@PathParam("id") String id, @Context Actor actor) {
        return boards.of(actor, id);
    }
}
