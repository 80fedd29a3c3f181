package org.colonnade.crm.internal.rest;

import javax.ws.rs.Consumes;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.colonnade.crm.api.Merge;
import org.colonnade.crm.api.MergeDesk;
import org.colonnade.crm.api.MergeRequest;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.web.Operation;
import org.colonnade.platform.api.web.Requires;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Makes parties one. */
@Component(service = PartyMerges.class)
@Path("/parties/merge")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class PartyMerges {

    private final MergeDesk desk;

    @Activate
    public PartyMerges(@Reference MergeDesk desk) {
        this.desk = desk;
    }

    @POST
    @Requires(MergeDesk.MERGE)
    @Operation(
            value =
                    "Makes parties one; a second time answers the same record. With preview=true only shows what would come of it",
            example =
                    """
                    {"survivor": "0NPA5Y4WHC0R4", "merged": ["0NPA5Y4WHC0R5"], "fields": {"jobTitle": "0NPA5Y4WHC0R5"}}""",
            answers = Merge.class,
            problems = {
                "crm.party.not-found",
                "crm.party.merged",
                "crm.party.archived",
                "crm.merge.invalid",
                "crm.merge.too-much",
                "crm.query.invalid"
            })
    public Response merge(MergeRequest request, @QueryParam("preview") String preview, @Context Actor actor) {
        MergeRequest given = request;
        Object answer = Given.flag("preview", preview) ? desk.preview(actor, given) : desk.merge(actor, given);
        return Response.ok(answer).build();
    }
}
