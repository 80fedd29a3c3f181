package org.colonnade.crm.internal.rest;

import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.colonnade.crm.api.Merge;
import org.colonnade.crm.api.MergeDesk;
import org.colonnade.crm.api.PartyDirectory;
import org.colonnade.crm.api.RevertRequest;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Page;
import org.colonnade.platform.api.PageRequest;
import org.colonnade.platform.api.web.Operation;
import org.colonnade.platform.api.web.Requires;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The records of merges. */
@Component(service = Merges.class)
@Path("/merges")
@Produces(MediaType.APPLICATION_JSON)
public class Merges {

    private final MergeDesk desk;

    @Activate
    public Merges(@Reference MergeDesk desk) {
        this.desk = desk;
    }

    @GET
    @Requires(PartyDirectory.READ)
    @Operation(value = "All merges, newest first", of = Merge.class)
    public Page<Merge> list(
            @QueryParam("limit") Integer limit, @QueryParam("after") String after, @Context Actor actor) {
        return desk.list(actor, PageRequest.of(limit, after));
    }

    @GET
    @Path("{id}")
    @Requires(PartyDirectory.READ)
    @Operation(
            value = "One merge, with what would have to be decided to take it back now",
            answers = Merge.class,
            problems = "crm.merge.not-found")
    public Merge get(@PathParam("id") String id, @Context Actor actor) {
        return desk.get(actor, id);
    }

    @POST
    @Path("{id}/revert")
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires(MergeDesk.MERGE)
    @Operation(
            value = "Takes a merge back; decisions answers whose a later change is, where both had said the same",
            example = """
                    {"decisions": {}}""",
            answers = Merge.class,
            problems = {"crm.merge.not-found", "crm.merge.undecided", "crm.party.merged", "crm.identifier.taken"})
    public Merge revert(@PathParam("id") String id, RevertRequest request, @Context Actor actor) {
        return desk.revert(actor, id, request);
    }
}
