package org.colonnade.crm.internal.rest;

import java.net.URI;
import java.util.List;
import java.util.function.LongConsumer;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.PATCH;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.colonnade.crm.api.Bounce;
import org.colonnade.crm.api.ContactPoint;
import org.colonnade.crm.api.ContactPointDesk;
import org.colonnade.crm.api.ContactPointDesk.Versioned;
import org.colonnade.crm.api.ContactPointDraft;
import org.colonnade.crm.api.PartyDesk;
import org.colonnade.crm.api.PartyDirectory;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Page;
import org.colonnade.platform.api.web.MergePatch;
import org.colonnade.platform.api.web.Operation;
import org.colonnade.platform.api.web.Requires;
import org.colonnade.platform.api.web.Versions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The contact points of a party, one by one; the {@code ETag} is the party's. A verb compares {@code If-Match} where it is given. */
@Component(service = PartyContactPoints.class)
@Path("/parties/{id}/contact-points")
@Produces(MediaType.APPLICATION_JSON)
public class PartyContactPoints {

    private final ContactPointDesk desk;

    @Activate
    public PartyContactPoints(@Reference ContactPointDesk desk) {
        this.desk = desk;
    }

    @GET
    @Requires(PartyDirectory.READ)
    @Operation(
            value = "The contact points of a party, by type",
            of = ContactPoint.class,
            problems = {"crm.party.not-found", "platform.field.withheld"})
    public Response list(@PathParam("id") String id, @Context Actor actor) {
        Versioned<List<ContactPoint>> all = desk.list(actor, id);
        return Given.answer(Response.ok(), new Page<>(all.value(), null), all.version());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires(PartyDesk.CHANGE)
    @Operation(
            value = "Adds a contact point",
            example =
                    """
                    {"type": "PHONE", "value": "+66 81 234 5678", "purposes": ["cell"], "validFrom": "2026-01-01"}""",
            status = 201,
            answers = ContactPoint.class,
            problems = {"crm.party.not-found", "crm.party.invalid", "platform.field.withheld"})
    public Response add(
            @PathParam("id") String id,
            ContactPointDraft draft,
            @HeaderParam("If-Match") String ifMatch,
            @Context Actor actor) {
        Versioned<ContactPoint> made = desk.add(actor, id, Given.expected(ifMatch), draft);
        URI place =
                URI.create("parties/" + id + "/contact-points/" + made.value().id());
        return Given.answer(Response.created(place), made.value(), made.version());
    }

    @GET
    @Path("{point}")
    @Requires(PartyDirectory.READ)
    @Operation(
            value = "One contact point",
            answers = ContactPoint.class,
            problems = {"crm.party.not-found", "crm.contact-point.not-found", "platform.field.withheld"})
    public Response read(@PathParam("id") String id, @PathParam("point") String point, @Context Actor actor) {
        return answer(desk.get(actor, id, point));
    }

    @PATCH
    @Path("{point}")
    @Consumes("application/merge-patch+json")
    @Requires(PartyDesk.CHANGE)
    @Operation(
            value = "Changes a contact point; with its value goes what is known of trying it",
            example = """
                    {"validTo": "2027-12-31", "label": "reception"}""",
            answers = ContactPoint.class,
            patches = ContactPointDraft.class,
            problems = {
                "crm.party.not-found",
                "crm.contact-point.not-found",
                "crm.party.invalid",
                "platform.record.stale",
                "platform.field.withheld"
            })
    public Response change(
            @PathParam("id") String id,
            @PathParam("point") String point,
            MergePatch patch,
            @HeaderParam("If-Match") String ifMatch,
            @Context Actor actor) {
        MergePatch given = patch;
        return answer(desk.change(actor, id, point, named(ifMatch), given::applyTo));
    }

    @DELETE
    @Path("{point}")
    @Requires(PartyDesk.CHANGE)
    @Operation(
            value = "Takes a contact point away",
            status = 204,
            problems = {
                "crm.party.not-found",
                "crm.contact-point.not-found",
                "platform.record.stale",
                "platform.field.withheld"
            })
    public Response remove(
            @PathParam("id") String id,
            @PathParam("point") String point,
            @HeaderParam("If-Match") String ifMatch,
            @Context Actor actor) {
        return Given.answer(Response.noContent(), null, desk.remove(actor, id, point, named(ifMatch)));
    }

    @POST
    @Path("{point}/verify")
    @Requires(PartyDesk.CHANGE)
    @Operation(
            value = "The party was reached by it, now and by the caller's word",
            answers = ContactPoint.class,
            problems = {"crm.party.not-found", "crm.contact-point.not-found", "platform.field.withheld"})
    public Response verify(
            @PathParam("id") String id,
            @PathParam("point") String point,
            @HeaderParam("If-Match") String ifMatch,
            @Context Actor actor) {
        return answer(desk.verify(actor, id, point, Given.expected(ifMatch)));
    }

    @POST
    @Path("{point}/bounce")
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires(PartyDesk.CHANGE)
    @Operation(
            value = "Something sent there came back; after a permanent one it is not used any more",
            example = """
                    {"permanent": true, "reason": "550 5.1.1 no such mailbox"}""",
            answers = ContactPoint.class,
            problems = {
                "crm.party.not-found",
                "crm.contact-point.not-found",
                "crm.contact-point.invalid",
                "platform.field.withheld"
            })
    public Response bounce(
            @PathParam("id") String id,
            @PathParam("point") String point,
            Bounce bounce,
            @HeaderParam("If-Match") String ifMatch,
            @Context Actor actor) {
        return answer(desk.bounce(actor, id, point, Given.expected(ifMatch), bounce));
    }

    private static LongConsumer named(String ifMatch) {
        return version -> Versions.match(ifMatch, version);
    }

    private static Response answer(Versioned<ContactPoint> point) {
        return Given.answer(Response.ok(), point.value(), point.version());
    }
}
