package org.colonnade.crm.internal.rest;

import java.net.URI;
import java.util.List;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.colonnade.crm.api.PartyDesk;
import org.colonnade.crm.api.PartyDirectory;
import org.colonnade.crm.api.Relationship;
import org.colonnade.crm.api.RelationshipDraft;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.web.Operation;
import org.colonnade.platform.api.web.Requires;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** How a party stands to others. */
@Component(service = PartyRelationships.class)
@Path("/parties/{id}/relationships")
@Produces(MediaType.APPLICATION_JSON)
public class PartyRelationships {

    private final PartyDirectory directory;
    private final PartyDesk desk;

    @Activate
    public PartyRelationships(@Reference PartyDirectory directory, @Reference PartyDesk desk) {
        this.directory = directory;
        this.desk = desk;
    }

    @GET
    @Requires(PartyDirectory.READ)
    @Operation(
            value = "How a party stands to others, as it sees it",
            of = Relationship.class,
            problems = "crm.party.not-found")
    public List<Relationship> list(@PathParam("id") String id, @Context Actor actor) {
        return directory.relationships(actor, id);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires(PartyDesk.CHANGE)
    @Operation(
            value = "Says how a party stands to another; the other sees the inverse",
            example =
                    """
                    {"type": "employee-of", "other": "crm:party:0NPA5Y4WHC0R4", "since": "2024-01-01"}""",
            status = 201,
            answers = Relationship.class,
            problems = {
                "crm.party.not-found",
                "crm.relationship.invalid",
                "crm.relationship.exists",
                "crm.relationship.too-many"
            })
    public Response add(@PathParam("id") String id, RelationshipDraft draft, @Context Actor actor) {
        Relationship made = desk.relate(actor, id, draft);
        return Response.created(URI.create("parties/" + id + "/relationships/" + made.id()))
                .entity(made)
                .build();
    }

    @DELETE
    @Path("{relationship}")
    @Requires(PartyDesk.CHANGE)
    @Operation(
            value = "Takes a relationship away, for both",
            status = 204,
            problems = {"crm.party.not-found", "crm.relationship.not-found"})
    public void remove(
            @PathParam("id") String id, @PathParam("relationship") String relationship, @Context Actor actor) {
        desk.unrelate(actor, id, relationship);
    }
}
